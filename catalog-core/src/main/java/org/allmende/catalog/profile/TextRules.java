package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.vocab.ADMS;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** The texts that stand on nodes of their own, each under its rule. */
final class TextRules {

  private TextRules() {}

  static List<ViewRule> all() {
    return List.of(
        new TextsOnNodes(
            because("provenance-texts", "4.2", "Die Herkunft", "The provenance"),
            Terms.PROVENANCE,
            DCTerms.ProvenanceStatement.asNode(),
            RDFS.label.asNode(),
            "provenance"),
        new TextsOnNodes(
            because("standard-texts", "4.2, K 29", "Der Standard", "The standard"),
            Terms.CONFORMS_TO,
            DCTerms.Standard.asNode(),
            RDFS.label.asNode(),
            "standard"),
        new TextsOnNodes(
            because("rights-texts", "4.3", "Die Rechteangabe", "The statement of rights"),
            Terms.RIGHTS,
            DCTerms.RightsStatement.asNode(),
            RDFS.label.asNode(),
            "rights"),
        new TextsOnNodes(
            because("license-texts", "5.2, K 34", "Die unbekannte Lizenz", "The unknown license"),
            Terms.LICENSE,
            DCTerms.LicenseDocument.asNode(),
            RDFS.label.asNode(),
            "license"),
        new TextsOnNodes(
            because("place-texts", "4.2", "Der Ort", "The place"),
            Terms.SPATIAL,
            Terms.LOCATION,
            SKOS.prefLabel.asNode(),
            "place"),
        new TextsOnNodes(
            because(
                "identifier-texts", "4.6, K 26", "Die weitere Kennung", "The further identifier"),
            ADMS.identifier,
            ADMS.Identifier,
            SKOS.notation.asNode(),
            "identifier"));
  }

  private static Reason because(String rule, String clause, String subjectDe, String subjectEn) {
    return new Reason(
        rule,
        clause,
        subjectDe + " ist ein Knoten, der den Text trägt, nicht der Text selbst.",
        subjectEn + " is a node that carries the text, not the text itself.");
  }
}
