package org.allmende.catalog.profile;

import java.util.List;

/** For each rule of the views: its name, a description, and what the rule makes of it. */
final class ViewRuleCases {

  private ViewRuleCases() {}

  static List<String[]> names() {
    return List.of(
        rule(
            "old-namespaces",
            """
            <> <https://www.dcat-ap.de/def/dcatde/1.1/contributorID> <http://x.example/> ; <http://dcat-ap.de/def/dcatde/1_0/legalBasis> "G" ; <http://data.europa.eu/r5r#availability> <#a> .
            """,
            """
            <> dcatde:contributorID <http://x.example/> ; dcatde:legalBasis "G" ; dcatap:availability <#a> .
            """),
        rule(
            "outdated-properties",
            """
            <> dcatde:maintainer <#a> ; dcatde:originator <#b> ; owl:versionInfo "2" .
            <#d> dcatde:plannedAvailability eu:x .
            """,
            """
            <> geodcatap:custodian <#a> ; geodcatap:originator <#b> ; dcat:version "2" .
            <#d> dcatap:availability eu:x .
            """),
        rule(
            "outdated-properties",
            """
            <> dcat:version "3" ; owl:versionInfo "2" .
            """,
            """
            <> dcat:version "3" .
            """),
        rule(
            "schema-org-periods",
            """
            <#p> schema:startDate "2019" ; <https://schema.org/endDate> "2020" .
            """,
            """
            <#p> dcat:startDate "2019" ; dcat:endDate "2020" .
            """),
        rule(
            "clean-iris",
            """
            <> dct:relation <http://x.example/ein{pfad> .
            """,
            """
            <> dct:relation <http://x.example/ein%7Bpfad> .
            """),
        rule(
            "empty-texts",
            """
            <> dct:title "T" , "  " ; dct:description "" .
            """,
            """
            <> dct:title "T" .
            """),
        rule(
            "agent-texts",
            """
            <> dct:publisher "Stadt A"@de .
            """,
            """
            <> dct:publisher [ foaf:name "Stadt A"@de ] .
            """),
        rule(
            "agent-names",
            """
            <> dct:creator [ vcard:fn "Amt" ] ; dct:publisher [ rdfs:label "Stadt"@de ] .
            """,
            """
            <> dct:creator [ vcard:fn "Amt" ; foaf:name "Amt" ] ; dct:publisher [ rdfs:label "Stadt"@de ; foaf:name "Stadt"@de ] .
            """),
        rule(
            "stable-distributions",
            """
            <> dcat:distribution [ dct:title "CSV" ] .
            """,
            """
            <> dcat:distribution <https://daten.example/dataset/i/resource/r> .
            <https://daten.example/dataset/i/resource/r> dct:title "CSV" .
            """),
        rule(
            "stable-agents",
            """
            <> dct:publisher [ foaf:name "Stadt A" ] ; dct:creator [ dct:type <#t> ] .
            """,
            """
            <> dct:publisher <https://daten.example/organization/a711dd45-907d-5dad-85ab-1544b003f75f> ; dct:creator [ dct:type <#t> ] .
            <https://daten.example/organization/a711dd45-907d-5dad-85ab-1544b003f75f> foaf:name "Stadt A" .
            """));
  }

  static List<String[]> codes() {
    return List.of(
        rule(
            "known-themes",
            """
            <> dcat:theme "Verkehr" , <http://publications.europa.eu/resource/authority/data-theme/ENVI/> .
            """,
            """
            <> dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> , <http://publications.europa.eu/resource/authority/data-theme/ENVI> .
            """),
        rule(
            "known-themes",
            """
            <> dcat:theme [ skos:prefLabel "Umwelt"@de ] , "Fußball" .
            """,
            """
            <> dcat:theme <http://publications.europa.eu/resource/authority/data-theme/ENVI> , "Fußball" .
            [] skos:prefLabel "Umwelt"@de .
            """),
        rule(
            "known-frequencies",
            """
            <> dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/IRREGULAR> .
            """,
            """
            <> dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/IRREG> .
            """),
        rule(
            "known-availabilities",
            """
            <> dcatap:availability <http://dcat-ap.de/def/plannedAvailability/stable> .
            """,
            """
            <> dcatap:availability <http://publications.europa.eu/resource/authority/planned-availability/STABLE> .
            """),
        rule(
            "known-access-rights",
            """
            <> dct:accessRights "public" .
            """,
            """
            <> dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> .
            """),
        rule(
            "known-languages",
            """
            <> dct:language "de" , <http://publications.europa.eu/resource/authority/language/GER> .
            """,
            """
            <> dct:language <http://publications.europa.eu/resource/authority/language/DEU> .
            """),
        rule(
            "known-licenses",
            """
            <#a> dct:license <https://www.dcat-ap.de/def/licenses/dl-by-de/2_0> .
            <#b> dct:license "cc-zero" .
            <#c> dct:license <https://x.example/own> .
            """,
            """
            <#a> dct:license <http://dcat-ap.de/def/licenses/dl-by-de/2.0> .
            <#b> dct:license <http://dcat-ap.de/def/licenses/cc-zero> .
            <#c> dct:license <https://x.example/own> .
            """),
        rule(
            "known-file-types",
            """
            <#a> dct:format <http://publications.europa.eu/resource/authority/file-type/WFS> .
            <#b> dct:format "csv" .
            """,
            """
            <#a> dct:format <http://publications.europa.eu/resource/authority/file-type/WFS_SRVC> .
            <#b> dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> .
            """),
        rule(
            "known-statuses",
            """
            <#a> adms:status <http://purl.org/adms/status/Completed> .
            """,
            """
            <#a> adms:status <http://publications.europa.eu/resource/authority/distribution-status/COMPLETED> .
            """),
        rule(
            "known-geocoding-levels",
            """
            <> dcatde:politicalGeocodingLevelURI <https://www.dcat-ap.de/def/politicalGeocoding/Level/state/> .
            """,
            """
            <> dcatde:politicalGeocodingLevelURI <http://dcat-ap.de/def/politicalGeocoding/Level/state> .
            """),
        rule(
            "known-contributors",
            """
            <> dcatde:contributorID "openDataHRO" .
            """,
            """
            <> dcatde:contributorID <http://dcat-ap.de/def/contributors/openDataHRO> .
            """),
        rule(
            "known-hvd-categories",
            """
            <> dcatap:hvdCategory <https://data.europa.eu/bna/c_b79e35eb/> .
            """,
            """
            <> dcatap:hvdCategory <http://data.europa.eu/bna/c_b79e35eb> .
            """),
        rule(
            "known-checksum-algorithms",
            """
            <#c> spdx:algorithm <http://dcat-ap.de/def/hashAlgorithms/sha/256> .
            """,
            """
            <#c> spdx:algorithm spdx:checksumAlgorithm_sha256 .
            """),
        rule(
            "known-publisher-types",
            """
            <#p> a foaf:Agent ; dct:type "Kommune" .
            <#x> dct:type "Kommune" .
            """,
            """
            <#p> a foaf:Agent ; dct:type <http://purl.org/adms/publishertype/LocalAuthority> .
            <#x> dct:type "Kommune" .
            """));
  }

  static List<String[]> values() {
    return List.of(
        rule(
            "nested-contacts",
            """
            <#c> vcard:hasTelephone [ vcard:hasValue <tel:+491> ; a vcard:Voice ] .
            """,
            """
            <#c> vcard:hasTelephone <tel:+491> .
            """),
        rule(
            "mail-addresses",
            """
            <#c> vcard:hasEmail "a@b.example" .
            <#d> vcard:hasEmail <mailto:amt(at)b.example> .
            <#e> foaf:mbox "kein Postfach" .
            """,
            """
            <#c> vcard:hasEmail <mailto:a@b.example> .
            <#d> vcard:hasEmail <mailto:amt@b.example> .
            <#e> foaf:mbox "kein Postfach" .
            """),
        rule(
            "telephones",
            """
            <#c> vcard:hasTelephone "+49 (0)381 / 12-34" .
            <#d> vcard:hasTelephone <tel:0381-12> .
            """,
            """
            <#c> vcard:hasTelephone <tel:+493811234> .
            <#d> vcard:hasTelephone <tel:038112> .
            """),
        rule(
            "web-addresses",
            """
            <> dcat:landingPage "http://a.example/ein pfad/ä" , <https://müller.example/ü> ; foaf:page "www.a.example/x" , "siehe dort" .
            """,
            """
            <> dcat:landingPage <http://a.example/ein%20pfad/%C3%A4> , <https://xn--mller-kva.example/%C3%BC> ; foaf:page <http://www.a.example/x> , "siehe dort" .
            """),
        rule(
            "same-address-twice",
            """
            <> dcat:landingPage <http://a.example/> , <https://a.example/> , <http://b.example/> .
            """,
            """
            <> dcat:landingPage <https://a.example/> , <http://b.example/> .
            """),
        rule(
            "media-types",
            """
            <#a> dcat:mediaType "text/CSV; charset=utf-8" .
            <#b> dcat:mediaType <http://www.iana.org/assignments/media-types/text/csv> .
            """,
            """
            <#a> dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> .
            <#b> dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> .
            """),
        rule(
            "typed-dates",
            """
            <> dct:issued "2024-05-01" .
            <#a> dct:issued "2024" .
            <#b> dct:issued "2024-05-01T10:00:00" .
            <#c> dct:issued "1.5.2024" .
            <#d> dct:issued "im Mai" .
            <#e> dct:issued "2024-13-40" .
            """,
            """
            <> dct:issued "2024-05-01"^^xsd:date .
            <#a> dct:issued "2024"^^xsd:gYear .
            <#b> dct:issued "2024-05-01T08:00:00Z"^^xsd:dateTime .
            <#c> dct:issued "2024-05-01"^^xsd:date .
            <#d> dct:issued "im Mai" .
            <#e> dct:issued "2024-13-40" .
            """),
        rule(
            "byte-sizes",
            """
            <#a> dcat:byteSize "6776.0"^^xsd:decimal .
            <#b> dcat:byteSize "INF"^^xsd:double .
            """,
            """
            <#a> dcat:byteSize "6776"^^xsd:nonNegativeInteger .
            <#b> dcat:byteSize "INF"^^xsd:double .
            """),
        rule(
            "resolutions",
            """
            <> dcat:spatialResolutionInMeters "10,5 m" ; dcat:temporalResolution "P1D" .
            """,
            """
            <> dcat:spatialResolutionInMeters "10.5"^^xsd:decimal ; dcat:temporalResolution "P1D"^^xsd:duration .
            """),
        rule(
            "checksum-values",
            """
            <#a> spdx:checksumValue "9f86" .
            <#b> spdx:checksumValue "xyz" .
            """,
            """
            <#a> spdx:checksumValue "9f86"^^xsd:hexBinary .
            <#b> spdx:checksumValue "xyz" .
            """),
        rule(
            "period-texts",
            """
            <> dct:temporal "2019-01-01/2019-12-31" , "früher" .
            """,
            """
            <> dct:temporal <#period> , "früher" .
            <#period> dcat:startDate "2019-01-01"^^xsd:date ; dcat:endDate "2019-12-31"^^xsd:date .
            """),
        rule(
            "geocoding-keys",
            """
            <> dcatde:politicalGeocodingURI <https://www.dcat-ap.de/def/politicalGeocoding/stateKey/13/> ; dct:spatial "http://dcat-ap.de/def/politicalGeocoding/stateKey/02" .
            """,
            """
            <> dcatde:politicalGeocodingURI <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> ; dct:spatial <http://dcat-ap.de/def/politicalGeocoding/stateKey/02> , <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> .
            <http://dcat-ap.de/def/politicalGeocoding/stateKey/02> a dct:Location .
            <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> a dct:Location .
            """));
  }

  static List<String[]> texts() {
    return List.of(
        rule(
            "provenance-texts",
            """
            <> dct:provenance "Aus dem Register." , "Von Hand." .
            """,
            """
            <> dct:provenance <#provenance> , <#provenance-2> .
            <#provenance> a dct:ProvenanceStatement ; rdfs:label "Aus dem Register." .
            <#provenance-2> a dct:ProvenanceStatement ; rdfs:label "Von Hand." .
            """),
        rule(
            "standard-texts",
            """
            <> dct:conformsTo "Eine Regel" .
            """,
            """
            <> dct:conformsTo <#standard> .
            <#standard> a dct:Standard ; rdfs:label "Eine Regel" .
            """),
        rule(
            "rights-texts",
            """
            <#d> dct:rights "Frei" .
            """,
            """
            <#d> dct:rights <#d-rights> .
            <#d-rights> a dct:RightsStatement ; rdfs:label "Frei" .
            """),
        rule(
            "license-texts",
            """
            <> dct:license "Hausrecht" .
            """,
            """
            <> dct:license <#license> .
            <#license> a dct:LicenseDocument ; rdfs:label "Hausrecht" .
            """),
        rule(
            "place-texts",
            """
            <> dct:spatial "Hagenow"@de .
            """,
            """
            <> dct:spatial <#place> .
            <#place> a dct:Location ; skos:prefLabel "Hagenow"@de .
            """),
        rule(
            "identifier-texts",
            """
            <> adms:identifier "DE-7" .
            """,
            """
            <> adms:identifier <#identifier> .
            <#identifier> a adms:Identifier ; skos:notation "DE-7" .
            """));
  }

  static List<String[]> places() {
    return List.of(
        rule(
            "geometries",
            """
            <#p> locn:geometry "{\\"type\\":\\"Polygon\\",\\"coordinates\\":[[[8.5,53],[9,53],[9,54.25],[8.5,53]]]}" .
            """,
            """
            <#p> dcat:bbox "POLYGON((8.5 53, 9 53, 9 54.25, 8.5 54.25, 8.5 53))"^^gsp:wktLiteral .
            """),
        rule(
            "geometries",
            """
            <#p> locn:geometry [ gsp:asWKT "POINT(8.2 53.1)" ] .
            <#q> dcat:bbox "POLYGON((8 53,9 53,9 54,8 53))" .
            <#r> dcat:centroid [] .
            """,
            """
            <#p> dcat:centroid "POINT(8.2 53.1)"^^gsp:wktLiteral .
            [] gsp:asWKT "POINT(8.2 53.1)" .
            <#q> dcat:bbox "POLYGON((8 53, 9 53, 9 54, 8 54, 8 53))"^^gsp:wktLiteral .
            """),
        rule(
            "geometries",
            """
            <#p> locn:geometry "POINT(33279683 5994321)" .
            <#q> locn:geometry "<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(53.1 8.2)" .
            """,
            """
            <#q> dcat:centroid "POINT(8.2 53.1)"^^gsp:wktLiteral .
            """),
        rule(
            "keys-stand-alone",
            """
            <> dct:spatial <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> .
            <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> a dct:Location ; skos:prefLabel "MV" .
            """,
            """
            <> dct:spatial <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> , <#place> .
            <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> a dct:Location .
            <#place> a dct:Location ; skos:prefLabel "MV" .
            """),
        rule(
            "legacy-geocoding",
            """
            <> dct:spatial <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> .
            """,
            """
            <> dct:spatial <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> ; dcatde:politicalGeocodingURI <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> .
            """),
        rule(
            "geocoding-levels",
            """
            <> dct:spatial <http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13076060> .
            """,
            """
            <> dct:spatial <http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13076060> ; dcatde:politicalGeocodingLevelURI <http://dcat-ap.de/def/politicalGeocoding/Level/municipality> .
            """));
  }

  static List<String[]> facts() {
    return List.of(
        rule(
            "access-for-downloads",
            """
            <> dcat:distribution <#a> , <#b> .
            <#a> dcat:downloadURL <http://x.example/a> .
            <#b> dcat:accessService <#s> .
            <#s> dcat:endpointURL <http://x.example/wfs> .
            """,
            """
            <> dcat:distribution <#a> , <#b> .
            <#a> dcat:downloadURL <http://x.example/a> ; dcat:accessURL <http://x.example/a> .
            <#b> dcat:accessService <#s> ; dcat:accessURL <http://x.example/wfs> .
            <#s> dcat:endpointURL <http://x.example/wfs> .
            """),
        rule(
            "license-passed-on",
            """
            <> dct:license <#l> ; dcat:distribution <#a> .
            <#a> dcat:accessService <#s> .
            <#s> dct:title "S" .
            """,
            """
            <> dct:license <#l> ; dcat:distribution <#a> .
            <#a> dct:license <#l> ; dcat:accessService <#s> .
            <#s> dct:title "S" ; dct:license <#l> .
            """),
        rule(
            "license-passed-on",
            """
            <> dct:license <#l> , <#m> ; dcat:distribution <#a> .
            """,
            """
            <> dct:license <#l> , <#m> ; dcat:distribution <#a> .
            """),
        rule(
            "service-publisher",
            """
            <> dct:publisher <#p> .
            <#a> dcat:accessService <#s> .
            <#s> dct:title "S" .
            """,
            """
            <> dct:publisher <#p> .
            <#a> dcat:accessService <#s> .
            <#s> dct:title "S" ; dct:publisher <#p> .
            """),
        rule(
            "high-value",
            """
            <> dcatap:hvdCategory <#k> ; dcat:contactPoint <#c> ; dcat:distribution <#a> .
            <#a> dcat:accessService <#s> .
            <#s> dcat:endpointDescription <#e> .
            """,
            """
            <> dcatap:hvdCategory <#k> ; dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> ; dcat:contactPoint <#c> ; dcat:distribution <#a> .
            <#a> dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> ; dcat:accessService <#s> .
            <#s> dcat:endpointDescription <#e> ; foaf:page <#e> ; dcat:contactPoint <#c> ; dcatap:hvdCategory <#k> ; dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> .
            """),
        rule(
            "high-value",
            """
            <> dcatap:applicableLegislation <http://data.europa.eu/eli/x> ; dcat:distribution <#a> .
            """,
            """
            <> dcatap:applicableLegislation <http://data.europa.eu/eli/x> ; dcat:distribution <#a> .
            """),
        rule(
            "pattern-datasets",
            """
            <> dct:references <http://www.musterdatenkatalog.de/def/musterdatensatz/mobilitaet/lade-stationen/> ; dcat:keyword "Mobilität"@de .
            """,
            """
            <> dct:references <https://musterdatenkatalog.de/def/musterdatensatz/mobilitaet/lade-stationen> ; dcat:keyword "Mobilität"@de , "lade stationen"@de .
            """),
        rule(
            "tagged-texts",
            """
            <> dct:title "T" ; dct:description "D"@deu , "E"@en .
            """,
            """
            <> dct:title "T"@de ; dct:description "D"@de , "E"@en .
            """),
        rule(
            "clean-keywords",
            """
            <> dcat:keyword "Baum, Wald" , "Stadt/Land"@de , "x" , "gut-so 2.0" .
            """,
            """
            <> dcat:keyword "Baum" , "Wald" , "Stadt Land"@de , "gut-so 2.0" .
            """),
        rule(
            "identifiers",
            """
            <> dct:identifier <http://x.example/7> .
            """,
            """
            <> dct:identifier "http://x.example/7" .
            """),
        rule(
            "identifiers",
            """
            <> dct:title "T" .
            """,
            """
            <> dct:title "T" ; dct:identifier "https://a.example/1" .
            """),
        rule(
            "modified-time",
            """
            <> dct:title "T" .
            """,
            """
            <> dct:title "T" ; dct:modified "2026-03-01T10:00:00Z"^^xsd:dateTime .
            """),
        rule(
            "contributor-ids",
            """
            <> dcatde:contributorID "http://daten.rlp.de" , "portal" .
            """,
            """
            <> dcatde:contributorID <http://daten.rlp.de> , "portal" , <http://dcat-ap.de/def/contributors/openDataHRO> .
            """),
        rule(
            "contributor-ids",
            """
            <> dcatde:contributorID <http://dcat-ap.de/def/contributors/openNRW> .
            """,
            """
            <> dcatde:contributorID <http://dcat-ap.de/def/contributors/openNRW> .
            """));
  }

  static List<String[]> whatStays() {
    return List.of(
        rule(
            "version-references",
            """
            <> dcat:hasVersion <http://x.example/2> .
            """,
            """
            <> dct:hasVersion <http://x.example/2> .
            """),
        rule(
            "no-way-out",
            """
            <> dct:isPartOf <#k> ; dcat:inCatalog <#k> ; dct:source <#q> ; dct:title "T" .
            <#k> a dcat:Catalog ; dct:title "K" .
            <#s> dcat:servesDataset <> .
            """,
            """
            <> dct:title "T" .
            """),
        rule(
            "no-stubs",
            """
            <> a dcat:Dataset ; dct:relation <#o> .
            <#o> a dcat:Dataset .
            """,
            """
            <> a dcat:Dataset ; dct:relation <#o> .
            """),
        rule(
            "no-names-of-codes",
            """
            <> dcat:theme eu:x .
            eu:x skos:prefLabel "Verkehr"@de .
            <#p> foaf:name "N" .
            """,
            """
            <> dcat:theme eu:x .
            <#p> foaf:name "N" .
            """),
        rule(
            "unusable-texts",
            """
            <> foaf:page "siehe dort" ; dcatde:contributorID "portal" ; dcat:contactPoint "Amt" ; dct:title "T" .
            <#d> dcat:mediaType "Tabelle" .
            """,
            """
            <> dct:title "T" .
            """),
        rule(
            "unusable-numbers",
            """
            <#d> dcat:byteSize "INF"^^xsd:double , "12"^^xsd:nonNegativeInteger .
            <#e> dcat:byteSize "groß" .
            """,
            """
            <#d> dcat:byteSize "12"^^xsd:nonNegativeInteger .
            """),
        rule(
            "incomplete-parts",
            """
            <> dct:temporal [] , <#p> ; dcat:contactPoint [ vcard:fn "Amt" ] ; dct:creator [] ; dct:publisher [] .
            <#p> dcat:endDate "2020" .
            <#d> dcat:accessService <http://x.example/wfs> .
            """,
            """
            <> dct:temporal <#p> ; dct:publisher [] .
            <#p> dcat:endDate "2020" .
            [] vcard:fn "Amt" .
            """),
        rule(
            "single-values",
            """
            <> dct:modified "2024-01-01" , "2024-05-01" ; dct:accrualPeriodicity eu:A , eu:B ; dct:title "a" , "b" .
            """,
            """
            <> dct:modified "2024-05-01" ; dct:accrualPeriodicity eu:A ; dct:title "a" , "b" .
            """),
        rule(
            "own-nodes",
            """
            <> dcat:contactPoint <http://x.example/amt> ; dct:spatial <http://x.example/ort> , <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> ; dct:temporal <#p> .
            <http://x.example/amt> vcard:fn "Amt" .
            <http://x.example/ort> dcat:bbox "B" .
            <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> a dct:Location .
            <#p> dcat:endDate "2020" .
            """,
            """
            <> dcat:contactPoint <#contact> ; dct:spatial <#place> , <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> ; dct:temporal <#p> .
            <#contact> vcard:fn "Amt" .
            <#place> dcat:bbox "B" .
            <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> a dct:Location .
            <#p> dcat:endDate "2020" .
            """),
        rule(
            "expected-types",
            """
            <> dct:publisher <#p> ; dcat:contactPoint <#c> ; dcat:distribution <#d> ; dct:spatial <#o> .
            <#p> a foaf:Person .
            """,
            """
            <> a dcat:Dataset ; dct:publisher <#p> ; dcat:contactPoint <#c> ; dcat:distribution <#d> ; dct:spatial <#o> .
            <#p> a foaf:Person , foaf:Agent .
            <#c> a vcard:Organization , vcard:Kind .
            <#d> a dcat:Distribution .
            <#o> a dct:Location .
            """),
        rule(
            "unusable-codes",
            """
            <> dcat:theme "Fußball" , <http://publications.europa.eu/resource/authority/data-theme/TRAN> ; dct:accessRights "nur so" ; dct:license "Hausrecht" .
            <#p> a foaf:Agent ; dct:type "Verein X" .
            <#x> dct:type "Y" .
            """,
            """
            <> dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> ; dct:license "Hausrecht" .
            <#p> a foaf:Agent .
            <#x> dct:type "Y" .
            """),
        rule(
            "reachable-only",
            """
            <> dct:title "T" ; dct:relation <#a> .
            <#a> dct:title "A" .
            <#b> dct:title "B" .
            """,
            """
            <> dct:title "T" ; dct:relation <#a> .
            <#a> dct:title "A" .
            """),
        rule(
            "todays-addresses",
            """
            <> dcat:landingPage <https://daten.example/datensatz/t> ; dct:relation <https://daten.example/x> .
            """,
            """
            <> dcat:landingPage <https://neu.example/datensatz/t> ; dct:relation <https://daten.example/x> .
            """));
  }

  static List<String[]> version2() {
    return List.of(
        rule(
            "statuses-of-2",
            """
            <#d> adms:status <http://publications.europa.eu/resource/authority/distribution-status/COMPLETED> .
            """,
            """
            <#d> adms:status <http://purl.org/adms/status/Completed> .
            """),
        rule(
            "algorithms-of-2",
            """
            <#d> spdx:checksum <#c> .
            <#c> spdx:algorithm spdx:checksumAlgorithm_sha256 .
            <#e> spdx:checksum <#f> .
            <#f> spdx:algorithm spdx:checksumAlgorithm_blake3 .
            """,
            """
            <#d> spdx:checksum <#c> .
            <#c> spdx:algorithm <http://dcat-ap.de/def/hashAlgorithms/sha/256> .
            <#f> spdx:algorithm spdx:checksumAlgorithm_blake3 .
            """),
        rule(
            "byte-sizes-of-2",
            """
            <#d> dcat:byteSize "12"^^xsd:nonNegativeInteger .
            """,
            """
            <#d> dcat:byteSize "12"^^xsd:decimal .
            """),
        rule(
            "properties-of-2",
            """
            <> geodcatap:originator <#a> ; geodcatap:custodian <#b> ; dcat:version "2" .
            """,
            """
            <> dcatde:originator <#a> ; dcatde:maintainer <#b> ; owl:versionInfo "2" .
            """),
        rule(
            "keys-of-2",
            """
            <> dct:spatial <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> .
            <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> a dct:Location .
            """,
            """
            <> dct:spatial <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> ; dcatde:politicalGeocodingURI <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> .
            """),
        rule(
            "not-in-2",
            """
            <> dct:type <#t> ; dcat:inSeries <#s> ; dct:issued "im Mai" ; dct:modified "2024"^^xsd:gYear .
            <#p> dct:type <#l> .
            """,
            """
            <> dct:modified "2024"^^xsd:gYear .
            <#p> dct:type <#l> .
            """));
  }

  private static String[] rule(String name, String given, String expected) {
    return new String[] {name, given, expected};
  }
}
