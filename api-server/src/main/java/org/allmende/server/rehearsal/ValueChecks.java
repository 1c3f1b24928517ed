package org.allmende.server.rehearsal;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** What becomes of the values of a dataset (dcat-ap-de.md 2.3, 2.7). */
final class ValueChecks {
  private static final String THEMES =
      "http://publications.europa.eu/resource/authority/data-theme/";

  private static final Pattern KEYWORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} _.-]{2,100}");

  private static final List<Node> CODES =
      List.of(
          DCTerms.license.asNode(),
          DCTerms.format.asNode(),
          DCTerms.language.asNode(),
          DCTerms.accessRights.asNode(),
          DCTerms.accrualPeriodicity.asNode(),
          DCTerms.type.asNode(),
          DCAT.theme.asNode(),
          ADMS.status);

  private static final List<Node> LABELS =
      List.of(
          RDFS.label.asNode(), SKOS.prefLabel.asNode(), FOAF.name.asNode(), DCTerms.title.asNode());

  private static final List<Node> LINKS =
      List.of(
          DCAT.accessURL.asNode(),
          DCAT.downloadURL.asNode(),
          DCAT.landingPage.asNode(),
          DCAT.endpointURL.asNode());

  private final Findings findings;

  ValueChecks(Findings findings) {
    this.findings = findings;
  }

  void check(PortalDataset dataset) {
    values(dataset, DCAT.keyword.asNode()).forEach(keyword -> checkKeyword(dataset, keyword));
    values(dataset, DCAT.theme.asNode()).forEach(theme -> checkTheme(dataset, theme));
    checkContributor(dataset);
    checkLanguages(dataset, DCTerms.title.asNode());
    checkLanguages(dataset, DCTerms.description.asNode());
    noteRelative(dataset, dataset.node());
    dataset.kept().find().forEach(triple -> checkTriple(dataset, triple));
  }

  private static List<String> values(PortalDataset dataset, Node property) {
    return Rdf.values(dataset.kept(), dataset.node(), property);
  }

  private void checkKeyword(PortalDataset dataset, String keyword) {
    if (keyword.contains(",")) {
      findings.note(Check.KEYWORD_SPLIT, dataset.guid(), keyword);
    }
    var isClean =
        Arrays.stream(keyword.split(",")).allMatch(part -> KEYWORD.matcher(part.strip()).matches());
    if (!isClean) {
      findings.note(Check.KEYWORD_CLEANED, dataset.guid(), keyword);
    }
  }

  private void checkTheme(PortalDataset dataset, String theme) {
    if (theme.startsWith(THEMES) && CodeLists.themes().findByIri(theme).isEmpty()) {
      findings.note(Check.THEME_IGNORED, dataset.guid(), theme);
    }
  }

  private void checkContributor(PortalDataset dataset) {
    var ids = values(dataset, DCATDE.contributorID);
    var known = ids.stream().filter(id -> CodeLists.contributors().findByIri(id).isPresent());
    var count = known.count();
    if (ids.isEmpty()) {
      findings.note(Check.CONTRIBUTOR_ADDED, dataset.guid());
    } else if (count == 0) {
      findings.note(Check.CONTRIBUTOR_UNKNOWN, dataset.guid(), String.join(", ", ids));
    } else if (count > 1) {
      findings.note(Check.CONTRIBUTOR_SEVERAL, dataset.guid(), String.join(", ", ids));
    }
  }

  private void checkLanguages(PortalDataset dataset, Node property) {
    var languages = new TreeSet<String>();
    for (var text : Rdf.objects(dataset.kept(), dataset.node(), property)) {
      if (text.isLiteral()) {
        languages.add(text.getLiteralLanguage());
      }
    }
    if (languages.size() > 1) {
      findings.note(
          Check.LANGUAGE_LEFT_OUT,
          dataset.guid(),
          property.getLocalName() + ": " + String.join(", ", languages));
    }
  }

  private void checkTriple(PortalDataset dataset, Triple triple) {
    var object = triple.getObject();
    if (LINKS.contains(triple.getPredicate())) {
      checkLink(dataset, triple.getPredicate(), Rdf.textOf(object));
    }
    if (CODES.contains(triple.getPredicate()) && object.isURI()) {
      checkLabel(dataset, object);
    }
    noteRelative(dataset, object);
  }

  private void checkLink(PortalDataset dataset, Node property, String link) {
    if (!link.matches("(?i)https?://.+") || !DatasetUri.isAbsoluteIri(link)) {
      findings.note(
          Check.LINK_FORM,
          dataset.guid(),
          property.getLocalName() + ": " + PageReader.relative(link).orElse(link));
    }
  }

  private void checkLabel(PortalDataset dataset, Node code) {
    LABELS.stream()
        .flatMap(label -> Rdf.literal(dataset.kept(), code, label).stream())
        .findFirst()
        .ifPresent(
            label ->
                findings.note(Check.CODE_LABELED, dataset.guid(), code.getURI() + " → " + label));
  }

  private void noteRelative(PortalDataset dataset, Node node) {
    PageReader.relative(node.isURI() ? node.getURI() : "")
        .ifPresent(written -> findings.note(Check.RELATIVE_IRI, dataset.guid(), written));
  }
}
