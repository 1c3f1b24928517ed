package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.allmende.catalog.Publication;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON and description say the same, whichever of the two came first. */
class RoundTripIT {

  private static final int TRIES = 300;

  /**
   * Statements about a dataset {@code <D>} with the distributions {@code <D/1>} and {@code _:d}.
   */
  private static final List<String> STATEMENTS =
      List.of(
          "<D> dct:title \"Bäume\"@de .",
          "<D> dct:title \"Trees\"@en .",
          "<D> dct:title \" ohne Sprache \" .",
          "<D> dct:description \"Alles\\nüber *Bäume*.\"@de .",
          "<D> dct:description \"All\"@en , \"Tout\"@fr .",
          "<D> dct:identifier \"id-1\" , \"id-2\" .",
          "<D> dcat:keyword \"Baum\"@de , \"Öffentlich/Privat (neu)\"@de , \"x\" .",
          "<D> dcat:keyword \"tree\"@en .",
          "<D> dcat:theme <http://publications.europa.eu/resource/authority/data-theme/ENVI> .",
          "<D> dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> .",
          "<D> dcat:theme <urn:x:eigenes> .",
          "<D> dct:publisher \"Stadt\" .",
          "<D> dct:publisher [ a foaf:Agent ; foaf:name \"Amt\"@de ; <urn:x:p> \"q\" ] .",
          "<D> dct:publisher <urn:x:stadt> . <urn:x:stadt> foaf:name \"Stadt X\" .",
          "<D> dct:creator [ foaf:name \"A\" ; foaf:mbox <mailto:a@x.example> ] .",
          "<D> dct:creator _:shared ; dct:contributor _:shared . _:shared foaf:name \"B\" .",
          "<D> geodcatap:custodian [ foaf:name \"Pflege\" ; foaf:mbox \"kein Postfach\" ] .",
          "<D> dcatde:maintainer [ foaf:name \"Alt\" ] .",
          "<D> dcat:contactPoint [ vcard:fn \"Team\" ; vcard:hasEmail <mailto:t@x.example> ] .",
          "<D> dcat:contactPoint [ vcard:hasAddress [ vcard:locality \"Ort\" ] ] .",
          "<D> dcat:contactPoint <urn:x:c> . <urn:x:c> vcard:hasTelephone [ vcard:hasValue <tel:1>"
              + " ] .",
          "<D> dct:temporal [ dcat:startDate \"2020\"^^xsd:gYear ; dcat:endDate"
              + " \"2021-01-01\"^^xsd:date ] .",
          "<D> dct:temporal [ <http://schema.org/startDate> \"2019-01-01\" ] .",
          "<D> dct:spatial <http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13099001> .",
          "<D> dct:spatial [ skos:prefLabel \"Ort\"@de ; dcat:bbox \"POLYGON((1 1,1 2,2 2,2 1,1"
              + " 1))\" ] .",
          "<D> dct:spatial [ locn:geometry \"POINT(9 50)\" ] .",
          "<D> dct:spatial \"irgendwo\" .",
          "<D> dct:language <http://publications.europa.eu/resource/authority/language/DEU> .",
          "<D> dct:license <http://dcat-ap.de/def/licenses/cc-zero> .",
          "<D> dct:accrualPeriodicity \"täglich\" .",
          "<D> dct:provenance [ rdfs:label \"woher\" ] , \"daher\" .",
          "<D> dcat:landingPage <https://x.example/a> , <https://x.example/b> .",
          "<D> dcatap:hvdCategory <http://data.europa.eu/bna/c_9b8a4e43> .",
          "<D> dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> .",
          "<D> dct:issued \"2020-01-01\"^^xsd:date ; dct:modified \"gestern\" .",
          "<D> adms:identifier [ skos:notation \"alt\" ] , <urn:x:id> .",
          "<D> dcat:version \"1\" ; owl:versionInfo \"2\" .",
          "<D> dct:conformsTo [ rdfs:label \"blank\" ] , <urn:x:norm> .",
          "<D> <urn:x:unknown> [ <urn:x:in> [ <urn:x:deep> 1 ] ] .",
          "<D> dcat:distribution <D/1> . <D/1> a dcat:Distribution ; dcat:accessURL <urn:x:a> .",
          "<D> dcat:distribution <D/1> . <D/1> dcat:downloadURL <https://x.example/d.csv> .",
          "<D> dcat:distribution <D/1> . <D/1> dct:title \"Datei\"@de , \"File\"@en .",
          "<D> dcat:distribution <D/1> . <D/1> dct:license \"eigene Lizenz\" .",
          "<D> dcat:distribution <D/1> . <D/1> dcat:byteSize \"1.5\" ; dct:format \"csv\" .",
          "<D> dcat:distribution _:d . _:d dct:license <http://dcat-ap.de/def/licenses/cc-by/4.0>"
              + " .",
          "<D> dcat:distribution _:d . _:d dcat:accessURL \"https://x.example/literal\" .",
          "<D> dcat:distribution _:d . _:d spdx:checksum [ spdx:checksumValue \"00FF\" ] .",
          "<D> dcat:distribution _:d . _:d dcat:accessService [ dcat:endpointURL <urn:x:e> ] .",
          "<D> dcat:distribution [ dct:title \"x\" ] , [ dct:title \"x\" ] .");

  private static final List<String> WORDS =
      List.of(
          "",
          "a",
          "Ä ö ü",
          "  innen  außen  ",
          "https://x.example/ü?a=b&c=d",
          "x@y.example",
          "2024-05-01",
          "2024-05-01T09:30:12.123456",
          "[\"a\", \"b\"]",
          "{\"a\": 1}",
          "[kaputt",
          "0",
          "ANNUAL",
          "<script>\"'&</script>",
          "cc-by",
          "12.5",
          "P1Y",
          "Zeile\nzwei",
          "\\",
          "http://publications.europa.eu/resource/authority/data-theme/TRAN",
          "de, en",
          "TRAN");

  private static final List<String> EXTRAS =
      List.of(
          "farbe",
          "theme",
          "frequency",
          "language",
          "issued",
          "modified",
          "identifier",
          "guid",
          "publisher_name",
          "publisher_uri",
          "contact_name",
          "contact_email",
          "contact_city",
          "contact_uri",
          "creator_name",
          "creator_email",
          "author_url",
          "maintainer_type",
          "spatial_uri",
          "spatial_text",
          "spatial_bbox",
          "temporal_start",
          "temporal_end",
          "conforms_to",
          "provenance",
          "alternate_identifier",
          "metadata_original_html",
          "contributorID",
          "dates",
          "sector",
          "harvest_source_id",
          "license",
          "hvd_category");

  private static final List<String> RESOURCE_KEYS =
      List.of(
          "name",
          "description",
          "url",
          "format",
          "mimetype",
          "hash",
          "resource_type",
          "cache_url",
          "mimetype_inner",
          "access_url",
          "download_url",
          "license",
          "issued",
          "modified",
          "language",
          "status",
          "availability",
          "rights",
          "farbe",
          "hash_algorithm",
          "conforms_to",
          "licenseAttributionByText",
          "access_services",
          "url_type");

  private static final List<String> TAGS = List.of("Baum", "Ä-1 x", "two words", "b_c.d");
  private static final List<String> GROUPS = List.of("envi", "tran", "gove");

  /** Seeded, so that what fails once fails again; {@code -Dallmende.seed} tries other inputs. */
  private final Random random = new Random(Long.getLong("allmende.seed", 1L));

  @TempDir Path folder;
  @AutoClose TestSite site;
  Edits edits;

  @BeforeEach
  void open() {
    site = TestSite.in(folder);
    site.publish("old", "Altes", "");
    edits = new Edits(site);
  }

  @Test
  void whatADescriptionSaysComesBackFromItsJsonUnchanged() {
    var number = 0;
    while (++number <= TRIES) {
      var iri = "https://x.example/" + number;
      var turtle = "<D> a dcat:Dataset .\n" + String.join("\n", some(STATEMENTS, 25));
      var description = TestSite.description(iri, turtle.replace("<D", "<" + iri));
      var submission =
          Submission.of(description, CatalogRecord.harvested("quelle", iri, TestSite.NOW));
      var outcome = site.catalog().publish(List.of(submission), Optional.of("run")).getFirst();
      var entry = ((Publication.Published) outcome).entry();
      assertFalse(edits.update(entry, json -> {}), turtle);
      assertTrue(
          description.graph().isIsomorphicWith(edits.current(entry).description().graph()), turtle);
    }
  }

  @Test
  void whatIsWrittenComesBackAsItWasWritten() {
    var number = 0;
    while (++number <= TRIES / 2) {
      var first = anyPackage().put("name", "p-" + number);
      var entry = edits.create(first);
      assertSaid(first, edits.shown(entry));
      var second = anyPackage().put("name", "p-" + number);
      edits.update(entry, second);
      assertSaid(second, edits.shown(entry));
      assertFalse(edits.update(entry, json -> {}), second::toString);
    }
  }

  /** Each value that was sent is shown, each in its place; ids and times of the site aside. */
  private static void assertSaid(ObjectNode sent, JsonNode shown) {
    var wanted = PackageForm.of(sent);
    var said = PackageForm.of(shown);
    for (var key : PackageForm.CLEARED) {
      assertEquals(wanted.text(key), said.text(key), () -> key + " of " + sent);
    }
    assertEquals(new TreeMap<>(wanted.extras()), new TreeMap<>(said.extras()), sent::toString);
    assertEquals(wanted.tags(), said.tags(), sent::toString);
    assertTrue(
        said.groups().equals(wanted.groups()) || said.groups().equals(withThemes(wanted)),
        () -> said.groups() + " of " + sent);
    assertEquals(wanted.resources().size(), said.resources().size(), sent::toString);
    for (var i = 0; i < wanted.resources().size(); i++) {
      var values = new TreeMap<>(said.resources().get(i).values());
      values.keySet().removeAll(Set.of("created"));
      var expected = new TreeMap<>(wanted.resources().get(i).withFormat().values());
      assertEquals(expected, values, sent::toString);
    }
  }

  /**
   * A theme among the extras is one of the dataset's, so its group is shown too; unless the groups
   * change in the same call, which then decide.
   */
  private static List<String> withThemes(PackageForm sent) {
    var groups = new TreeSet<>(sent.groups());
    if (sent.extras().getOrDefault("theme", "").endsWith("TRAN")) {
      groups.add("tran");
    }
    return List.copyOf(groups);
  }

  private ObjectNode anyPackage() {
    return json(
        values(PackageForm.CLEARED),
        values(EXTRAS),
        some(TAGS, 3),
        some(GROUPS, 2),
        Stream.generate(() -> values(RESOURCE_KEYS)).limit(random.nextInt(4)).toList());
  }

  private Map<String, String> values(List<String> keys) {
    var values = new LinkedHashMap<String, String>();
    some(keys, 8).forEach(key -> values.put(key, WORDS.get(random.nextInt(WORDS.size()))));
    return values;
  }

  /** At most so many of them, each once. */
  private <T> List<T> some(List<T> all, int most) {
    var shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, random.nextInt(Math.min(most, all.size()) + 1));
  }

  private static ObjectNode json(
      Map<String, String> texts,
      Map<String, String> extras,
      List<String> tags,
      List<String> groups,
      List<Map<String, String>> resources) {
    var json = CkanJson.MAPPER.createObjectNode().put("owner_org", "stadt-anderswo");
    texts.forEach(
        (key, value) -> {
          if (!key.endsWith("_email")) {
            json.put(key, value);
          }
        });
    json.putArray("extras");
    extras.forEach(
        (key, value) -> json.withArray("extras").addObject().put("key", key).put("value", value));
    json.putArray("tags");
    tags.forEach(tag -> json.withArray("tags").addObject().put("name", tag));
    json.putArray("groups");
    groups.forEach(group -> json.withArray("groups").addObject().put("name", group));
    json.putArray("resources");
    for (var resource : resources) {
      var object = json.withArray("resources").addObject();
      resource.forEach(object::put);
    }
    return json;
  }
}
