package org.allmende.harvest.source.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.ColumnView;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.enrich.Enrichment;
import org.allmende.harvest.source.MappingException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.junit.jupiter.api.Test;

class TableDescriberTest {

  private static final String SHA =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private static HarvestSource source(String location, Defaults defaults) {
    return Harvests.source(
        "brunnen",
        "csv",
        location,
        Optional.of(Harvests.mapping("fields: [{ name: a }]")),
        defaults);
  }

  private static TableEntry entry(Optional<Instant> stateDate) {
    var notes =
        new ReadingNotes("UTF-8", "Postleitzahl 19999", 1, 1, List.of(), List.of(), List.of());
    var table = new Table(List.of(), List.of(), List.of("csv"), stateDate, notes);
    return new TableEntry("", table, List.of(new OutputFile("csv", SHA, 48213, 1)));
  }

  private static Submission described(String location) throws MappingException {
    var source = source(location, Harvests.titled());
    var context = Harvests.context(source);
    return Enrichment.standard()
        .apply(new TableDescriber(context).describe(entry(Optional.empty())), context);
  }

  private static String ntriples(Submission submission) {
    return RDFWriter.source(submission.description().graph()).lang(Lang.NTRIPLES).asString();
  }

  @Test
  void namesDatasetAndFilesAsTheDesignSays() throws MappingException {
    var submission = described("/data/brunnen.csv");
    var id =
        Harvests.context(source("/x", Defaults.none())).identity().sourceDatasetId("brunnen", "");

    assertEquals(Optional.of(id), submission.id());
    assertEquals(Harvests.BASE + "/dataset/" + id, submission.description().uri().value());
    assertTrue(submission.isOwnData());
    assertTrue(
        ntriples(submission).contains("/download/oeffentliche-brunnen.csv>"), ntriples(submission));
  }

  @Test
  void saysSizeChecksumFormatAndLicenseOfEveryFile() throws MappingException {
    var text = ntriples(described("/data/brunnen.csv"));
    for (var part :
        List.of(
            "\"48213\"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>",
            "\"" + SHA + "\"^^<http://www.w3.org/2001/XMLSchema#hexBinary>",
            "file-type/CSV>",
            "<https://www.iana.org/assignments/media-types/text/csv>",
            "<http://dcat-ap.de/def/licenses/dl-by-de/2.0>",
            "municipalityKey/13099001>",
            "language/DEU>",
            "Postleitzahl 19999")) {
      assertTrue(text.contains(part), part + " in\n" + text);
    }
  }

  @Test
  void describesAnUnchangedTableInTheSameWords() throws MappingException {
    assertTrue(
        described("/data/brunnen.csv")
            .description()
            .graph()
            .isIsomorphicWith(described("/data/brunnen.csv").description().graph()));
  }

  @Test
  void takesTheStateDateForTheModificationDate() throws MappingException {
    var date = Instant.parse("2026-02-26T23:00:00Z");
    var context = Harvests.context(source("/data/brunnen.csv", Harvests.titled()));
    var submission = new TableDescriber(context).describe(entry(Optional.of(date)));
    assertTrue(ntriples(submission).contains("2026-02-26T23:00:00Z"));
    assertFalse(ntriples(described("/data/brunnen.csv")).contains("/modified>"));
  }

  @Test
  void saysWhatTheColumnsOfItsFilesMean() throws MappingException {
    var meaning =
        new Column.Meaning(
            new LocalizedText(Map.of("de", "Leistung", "en", "Power")),
            LocalizedText.of("", "Aller Pumpen zusammen."),
            "kW");
    var columns =
        List.of(
            new Column("power", Column.Type.NUMBER, meaning),
            new Column("arten", Column.Type.LIST, "Arten"));
    var file = new OutputFile("csv", SHA, 1, 1, columns);
    var context = Harvests.context(source("/data/brunnen.csv", Harvests.titled()));
    var submission =
        new TableDescriber(context)
            .describe(entry(Optional.empty()).withFiles(List.of(file, alike(file, "json"))));

    var files = submission.description().view().distributions();
    assertEquals(files.getFirst().columns(), files.getLast().columns());
    var told = files.getFirst().columns();
    assertEquals(List.of("power", "arten"), told.stream().map(ColumnView::name).toList());
    assertEquals(Optional.of("Power"), told.getFirst().title().exactly("en"));
    assertEquals(Optional.of("Aller Pumpen zusammen."), told.getFirst().description().in("de"));
    assertEquals("decimal", told.getFirst().datatype());
    assertEquals("kW", told.getFirst().unit());
    assertTrue(told.getLast().isList());
  }

  @Test
  void leavesAVeryWideTableToTheFilesBesideIt() throws MappingException {
    var columns =
        IntStream.rangeClosed(0, ColumnDescriber.MOST_COLUMNS)
            .mapToObj(i -> new Column("c" + i, Column.Type.STRING, "c"))
            .toList();
    var file = new OutputFile("csv", SHA, 1, 1, columns);
    var context = Harvests.context(source("/data/brunnen.csv", Harvests.titled()));
    var submission =
        new TableDescriber(context).describe(entry(Optional.empty()).withFiles(List.of(file)));

    assertFalse(ntriples(submission).contains("csvw"));
  }

  private static OutputFile alike(OutputFile file, String output) {
    return new OutputFile(output, file.sha256(), file.size(), file.rows(), file.columns());
  }

  @Test
  void offersThePublicSourceAsOneMoreDistribution() throws MappingException {
    assertEquals(
        2, described("https://quelle.example/b.csv").description().view().distributions().size());
    assertEquals(1, described("/data/brunnen.csv").description().view().distributions().size());
  }

  @Test
  void neverPublishesAnAddressWithASecret() throws MappingException {
    for (var location :
        List.of(
            "https://quelle.example/b.csv?api_key=geheim", "https://n:geheim@quelle.example/b")) {
      assertFalse(ntriples(described(location)).contains("geheim"), location);
    }
  }

  @Test
  void leavesADatasetWithoutLicenseADraft() throws MappingException {
    var context = Harvests.context(source("/data/b.csv", Harvests.unlicensed()));
    var submission = new TableDescriber(context).describe(entry(Optional.empty()));
    assertEquals(DatasetState.DRAFT, submission.record().state());
  }

  @Test
  void wantsATitle() {
    var context = Harvests.context(source("/data/b.csv", Defaults.none()));
    assertThrows(
        MappingException.class,
        () -> new TableDescriber(context).describe(entry(Optional.empty())));
  }
}
