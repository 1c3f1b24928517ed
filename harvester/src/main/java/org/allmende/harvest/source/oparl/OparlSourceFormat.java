package org.allmende.harvest.source.oparl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.MappingException;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.table.LiveService;
import org.allmende.harvest.source.table.NoteTexts;
import org.allmende.harvest.source.table.Table;
import org.allmende.harvest.source.table.TableDescriber;
import org.allmende.vocab.codelist.CodeLists;

/**
 * A council information system that speaks OParl 1.0 or 1.1, or a folder of its objects ({@code
 * sources.md} 7.1): committees, meetings, papers, decisions, each as a table. No person is ever
 * read.
 */
public final class OparlSourceFormat implements SourceFormat {

  private static final LocalizedText SERVICE =
      new LocalizedText(Map.of("de", "OParl-Schnittstelle", "en", "OParl interface"));

  @Override
  public String id() {
    return "oparl";
  }

  @Override
  public List<String> check(HarvestSource source) {
    var problems = new ArrayList<String>();
    if (source.mapping().isPresent()) {
      problems.add("an oparl source has no mapping: its columns are built in");
    }
    source.tables().stream()
        .filter(key -> OparlTable.find(key).isEmpty())
        .forEach(
            key ->
                problems.add("unknown table \"" + key + "\". Known: " + OparlTable.known() + "."));
    return problems;
  }

  @Override
  public Stream<SourceRecord> open(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    var wanted = OparlTable.wanted(source.tables());
    var texts = NoteTexts.in(context.reportLanguage());
    var archive = new OparlArchive(texts);
    var unread = new HashSet<String>();
    try {
      var filterRule = read(source, context, fetcher, wanted, archive, unread);
      LegislativeTerms.keep(
          LegislativeTerms.of(archive.all("Body"), archive.all("LegislativeTerm")),
          context.memory());
      var tables = new OparlTables(archive, filterRule, context.now(), texts);
      return wanted.stream()
          .filter(table -> hasObjects(table, archive, unread, fetcher))
          .<SourceRecord>map(table -> new TableEntry(table.key(), tables.table(table), List.of()))
          .onClose(archive::close);
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  private static String read(
      HarvestSource source,
      HarvestContext context,
      Fetcher fetcher,
      List<OparlTable> wanted,
      OparlArchive archive,
      Set<String> unread)
      throws IOException {
    if (!source.isRemote()) {
      new OparlFolder(archive, fetcher).read(source);
      return "";
    }
    var server = new OparlServer(archive, source, context, fetcher);
    var filterRule = server.read(wanted);
    unread.addAll(server.unread());
    return filterRule;
  }

  private static boolean hasObjects(
      OparlTable table, OparlArchive archive, Set<String> unread, Fetcher fetcher) {
    var outer = table == OparlTable.AGENDA_ITEMS ? OparlTable.MEETINGS.kind() : table.kind();
    if (!unread.contains(outer) && archive.hasAny(table.kind())) {
      return true;
    }
    if (!unread.contains(outer)) { // else the notes say why already
      fetcher.notes().warning(Reason.of("oparl-no-table", table.key()));
    }
    fetcher.notes().keep(table.key());
    return false;
  }

  @Override
  public Submission map(SourceRecord record, HarvestContext context) throws MappingException {
    if (!(record instanceof TableEntry entry)) {
      throw new MappingException(Reason.of("other-record", record.key(), id()));
    }
    var table =
        OparlTable.find(entry.key())
            .orElseThrow(
                () ->
                    new MappingException(
                        Reason.of("unknown-table", entry.key(), OparlTable.known())));
    var license = license(entry.table());
    var builtIn = new TableDescriber.BuiltIn(table.title(), table.text(), license);
    var described = new TableDescriber(context).describe(entry, builtIn);
    return withExtras(described, entry, table, license, context);
  }

  private static Submission withExtras(
      Submission described,
      TableEntry entry,
      OparlTable table,
      Optional<String> license,
      HarvestContext context) {
    var uri = described.description().uri();
    var graph = described.description().copyOfGraph();
    var extras = new OparlExtras(context, graph, uri);
    extras.addTheme();
    LegislativeTerms.kept(context.memory()).ifPresent(terms -> terms.addTo(graph, uri));
    if (table == OparlTable.ORGANIZATIONS) {
      extras.addPattern();
    }
    var submission =
        new Submission(
            DatasetDescription.owning(uri, graph),
            described.record(),
            described.id(),
            described.name(),
            described.isOwnData());
    return new LiveService(SERVICE, context.source().location(), version(entry.table()))
        .addTo(submission, context, license.or(context.source().defaults()::license));
  }

  /** The one license that all rows are under, when the list of licenses knows it. */
  private static Optional<String> license(Table table) {
    var licenses = column(table, OparlTables.LICENSE).distinct().toList();
    return licenses.size() == 1
        ? licenses.getFirst().filter(iri -> CodeLists.licenses().findByIri(iri).isPresent())
        : Optional.empty();
  }

  private static Optional<String> version(Table table) {
    return column(table, OparlTables.TYPE)
        .flatMap(Optional::stream)
        .flatMap(schema -> OparlJson.version(schema).stream())
        .findFirst();
  }

  private static Stream<Optional<String>> column(Table table, String name) {
    var names = table.columns().stream().map(column -> column.name()).toList();
    var index = names.indexOf(name);
    return table.rows().stream()
        .map(row -> Optional.ofNullable(row.values().get(index)).map(Object::toString));
  }
}
