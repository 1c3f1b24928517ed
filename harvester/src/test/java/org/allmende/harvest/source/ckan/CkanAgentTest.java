package org.allmende.harvest.source.ckan;

import static org.allmende.harvest.source.ckan.CkanTests.assertSays;

import org.junit.jupiter.api.Test;

class CkanAgentTest {

  @Test
  void takesThePublisherFromItsExtras() {
    assertSays(
        """
        "organization": {"title": "Portal"},
        "extras": [{"key": "publisher_uri", "value": "https://stadt.example/amt"},
          {"key": "publisher_name", "value": "Amt"}, {"key": "publisher_email", "value": "a@b.example"},
          {"key": "publisher_url", "value": "stadt.example/amt"},
          {"key": "publisher_type", "value": "http://purl.org/adms/publishertype/LocalAuthority"}]
        """,
        """
        <> dct:publisher <https://stadt.example/amt> .
        <https://stadt.example/amt> a foaf:Organization , foaf:Agent ; foaf:name "Amt" ;
          foaf:mbox <mailto:a@b.example> ; foaf:homepage <http://stadt.example/amt> ;
          dct:type <http://purl.org/adms/publishertype/LocalAuthority> .
        """);
  }

  @Test
  void takesTheOrganizationAsPublisherOtherwise() {
    assertSays(
        "\"organization\": {\"name\": \"stadt\", \"title\": \"Stadt Musterstadt\"}",
        "<> dct:publisher [ a foaf:Organization , foaf:Agent ; foaf:name \"Stadt Musterstadt\" ]"
            + " .");
  }

  @Test
  void takesTheAuthorAsCreatorAndForWhatIsMissing() {
    assertSays(
        "\"author\": \"Amt\", \"author_email\": \"amt@stadt.example\"",
        """
        <> dct:creator [ a foaf:Organization , foaf:Agent ; foaf:name "Amt" ;
            foaf:mbox <mailto:amt@stadt.example> ] ;
          dct:publisher [ a foaf:Organization , foaf:Agent ; foaf:name "Amt" ] ;
          dcat:contactPoint [ a vcard:Organization , vcard:Kind ; vcard:fn "Amt" ;
            vcard:hasEmail <mailto:amt@stadt.example> ] .
        """);
  }

  @Test
  void takesTheMaintainerAsCustodianAndContact() {
    assertSays(
        "\"maintainer\": \"Pflege\", \"maintainer_email\": \"p@stadt.example\"",
        """
        <> geodcatap:custodian [ a foaf:Organization , foaf:Agent ; foaf:name "Pflege" ;
            foaf:mbox <mailto:p@stadt.example> ] ;
          dcat:contactPoint [ a vcard:Organization , vcard:Kind ; vcard:fn "Pflege" ;
            vcard:hasEmail <mailto:p@stadt.example> ] .
        """);
  }

  @Test
  void takesTheContactFromItsExtras() {
    assertSays(
        """
        "extras": [{"key": "contact_name", "value": "Auskunft"},
          {"key": "contact_email", "value": "poststelle(at)stadt.example"},
          {"key": "contact_tel", "value": "0385 / 12 34"},
          {"key": "contact_street", "value": "Am Markt 1"}, {"key": "contact_zip", "value": "19999"}]
        """,
        """
        <> dcat:contactPoint [ a vcard:Organization , vcard:Kind ; vcard:fn "Auskunft" ;
            vcard:hasEmail "poststelle(at)stadt.example" ; vcard:hasTelephone <tel:03851234> ;
            vcard:hasAddress [ a vcard:Address ; vcard:street-address "Am Markt 1" ;
              vcard:postal-code "19999" ] ] .
        """);
  }

  @Test
  void knowsTheFurtherRolesOfGermany() {
    assertSays(
        """
        "extras": {"originator_name": "Vermessung", "contributor_name": "Büro",
          "contributor_contacttype": "Person"}
        """,
        """
        <> geodcatap:originator [ a foaf:Organization , foaf:Agent ; foaf:name "Vermessung" ] ;
          dct:contributor [ a foaf:Person , foaf:Agent ; foaf:name "Büro" ] .
        """);
  }
}
