package org.allmende.harvest.source.ready;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.harvest.source.table.Table;
import org.allmende.harvest.source.table.TableDescriber.BuiltIn;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * What a table of election results says about itself.
 *
 * @param election its name
 * @param level of its districts
 * @param day when it was held
 * @param isFinal whether all districts have reported, so that nothing will change any more
 */
record ElectionTexts(String election, String level, Optional<LocalDate> day, boolean isFinal) {

  private static final String PATTERN =
      "https://musterdatenkatalog.de/def/musterdatensatz/politischePartizipation/wahl/";

  /** Part of an election's name, and the pattern dataset. */
  private static final Map<String, String> PATTERNS =
      Map.of(
          "bundestag", "bundestagswahl",
          "landtag", "landtagswahl",
          "europ", "europawahl",
          "gemeinderat", "kommunalwahl",
          "stadtrat", "kommunalwahl",
          "kreistag", "kommunalwahl",
          "bürgermeister", "kommunalwahl",
          "kommunal", "kommunalwahl");

  static ElectionTexts of(Table table) {
    return new ElectionTexts(
        first(table, "election").map(Object::toString).orElse(""),
        first(table, "level").map(Object::toString).orElse(""),
        first(table, "date").filter(LocalDate.class::isInstance).map(LocalDate.class::cast),
        isFinal(table));
  }

  private static boolean isFinal(Table table) {
    var index = table.columns().stream().map(c -> c.name()).toList().indexOf("complete");
    return !table.rows().isEmpty()
        && table.rows().stream().allMatch(row -> Boolean.TRUE.equals(row.values().get(index)));
  }

  private static Optional<Object> first(Table table, String column) {
    var index = table.columns().stream().map(c -> c.name()).toList().indexOf(column);
    return table.rows().stream()
        .flatMap(row -> Optional.ofNullable(row.values().get(index)).stream())
        .findFirst();
  }

  /** Title and description; silent where the file names no election. */
  BuiltIn texts() {
    if (election.isEmpty()) {
      return BuiltIn.none();
    }
    var year = day.map(d -> " " + d.getYear()).orElse("");
    var where = level.isEmpty() ? "" : " (" + level + ")";
    return new BuiltIn(
        both("Ergebnisse: " + election + year + where, "Results: " + election + year + where),
        both(
            "Ergebnisse der Wahl in der langen Form: je Wahlgebiet und Liste oder Person eine Zeile"
                + " mit den Stimmen, dazu Wahlberechtigte, Wählende, gültige und ungültige"
                + " Stimmen.",
            "Results of the election in the long form: one row with the votes for each district and"
                + " list or person, and the numbers of eligible and actual voters, valid and"
                + " invalid votes."),
        Optional.empty());
  }

  private static LocalizedText both(String german, String english) {
    var texts = new LinkedHashMap<String, String>();
    texts.put("de", german);
    texts.put("en", english);
    return new LocalizedText(texts);
  }

  /** The description with the day of the election and its pattern dataset. */
  Submission describe(Submission described) {
    var uri = described.description().uri();
    var graph = described.description().copyOfGraph();
    day.ifPresent(
        date -> {
          var period = NodeFactory.createURI(uri.value() + "#period");
          var literal = NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate);
          graph.add(Triple.create(uri.node(), DCTerms.temporal.asNode(), period));
          graph.add(Triple.create(period, RDF.type.asNode(), DCTerms.PeriodOfTime.asNode()));
          graph.add(Triple.create(period, DCAT.startDate.asNode(), literal));
          graph.add(Triple.create(period, DCAT.endDate.asNode(), literal));
        });
    if (isFinal) {
      var never = CodeLists.frequencies().require("NEVER").iri();
      graph.add(
          Triple.create(
              uri.node(), DCTerms.accrualPeriodicity.asNode(), NodeFactory.createURI(never)));
    }
    pattern()
        .ifPresent(
            name ->
                graph.add(
                    Triple.create(
                        uri.node(),
                        DCTerms.references.asNode(),
                        NodeFactory.createURI(PATTERN + name))));
    return new Submission(
        DatasetDescription.owning(uri, graph),
        described.record(),
        described.id(),
        described.name(),
        described.isOwnData());
  }

  private Optional<String> pattern() {
    var name = election.toLowerCase(Locale.GERMAN);
    return PATTERNS.entrySet().stream()
        .filter(entry -> name.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
