package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.source.table.Attachment;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.Table;

/**
 * Catalogs of services ({@code sources.md} 8.5): XZuFi, of which those are taken that hold in the
 * municipality, or JSON. The list is given out in the words of CPSV-AP too.
 */
final class ServiceReading implements TableReading {

  private final AnyDocument document =
      AnyDocument.of(
          ObjectFinder.listUnder("data", "services", "items"),
          (mapping, context) -> new AliasShape(mapping, Finishes::service));

  @Override
  public List<Part> read(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    var peeked = PeekedFetcher.at(source.location(), fetcher);
    var cpsv = cpsv(context);
    if (isXzufi(peeked.peeked())) {
      return List.of(xzufi(peeked.peeked(), source, context, cpsv));
    }
    return document.read(source, context, peeked).stream()
        .map(part -> new Part(part.key(), part.rows(), part.place(), cpsv))
        .toList();
  }

  private static Function<Table, List<Attachment>> cpsv(HarvestContext context) {
    var id = context.identity().sourceDatasetId(context.source().id(), "");
    var dataset = context.identity().datasetUri(id).value();
    return table -> PublicServices.of(table, dataset);
  }

  /** The name of the standard stands in its namespaces, whichever version it is. */
  private static boolean isXzufi(Fetched document) {
    var length = Math.min(document.body().length, 8192);
    var head = new String(document.body(), 0, length, StandardCharsets.ISO_8859_1);
    var isMarkup = head.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<");
    return isMarkup && (head.contains("xzufi") || head.contains("<leistung"));
  }

  private static Part xzufi(
      Fetched document,
      HarvestSource source,
      HarvestContext context,
      Function<Table, List<Attachment>> attached)
      throws IOException {
    var place = AnyDocument.shortName(document.location());
    var mapping = source.mapping().orElseThrow();
    var rows = new ObjectRows();
    for (var service : Xzufi.read(document, place, mapping)) {
      take(service, context, rows);
    }
    var shaped = new ShapedRows(rows, new AliasShape(mapping, Finishes::service));
    return new Part("", shaped, place, attached);
  }

  private static void take(ObjectNode service, HarvestContext context, ObjectRows rows) {
    var town = context.settings().municipality();
    var areas = service.remove("areas") instanceof ArrayNode list ? list : null;
    var isElsewhere =
        town.isPresent()
            && areas != null
            && !areas.isEmpty()
            && areas.valueStream().noneMatch(area -> holds(area.asText(), town.get()));
    if (isElsewhere) {
      rows.addBroken(Note.of("service-elsewhere", service.path("id").asText()));
    } else {
      rows.add(service);
    }
  }

  /** An area is a municipality, or what it lies in: a key whose last digits are zero or missing. */
  private static boolean holds(String area, Town town) {
    var prefix = area.replaceFirst("0+$", "");
    return town.ags().startsWith(prefix) || town.ars().orElse("").startsWith(prefix);
  }
}
