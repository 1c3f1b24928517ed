package org.allmende.harvest.source.ready;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.SourceFormats;
import org.allmende.harvest.source.table.MappedSourceFormat;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.RowSource;

/**
 * One document, in whichever of the general formats it comes: the same list is given out as CSV in
 * one year, as a spreadsheet in the next, and as JSON by an interface.
 *
 * @param shape how its rows are rewritten
 * @param dependsOnTime whether rows go with time, such as what is over
 * @param objects for types whose JSON needs more than a path: finds the objects in it
 */
record AnyDocument(
    BiFunction<Mapping, HarvestContext, RowShape> shape,
    boolean dependsOnTime,
    Optional<ObjectFinder> objects)
    implements TableReading {

  /** One whose JSON the mapping's path explains. */
  static AnyDocument shaped(RowShape shape) {
    return new AnyDocument((mapping, context) -> shape, false, Optional.empty());
  }

  /** One whose rows are found in JSON or in the linked data of web pages, else as usual. */
  static AnyDocument of(ObjectFinder objects, BiFunction<Mapping, HarvestContext, RowShape> shape) {
    return new AnyDocument(shape, false, Optional.of(objects));
  }

  /** The same for rows that go with time. */
  AnyDocument timed() {
    return new AnyDocument(shape, true, objects);
  }

  @Override
  public List<Part> read(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    var mapping = source.mapping().orElseThrow();
    var document = PeekedFetcher.at(source.location(), fetcher);
    var rows = rows(DocumentForm.of(document.peeked()), source, context, document);
    var shaped = new ShapedRows(rows, shape.apply(mapping, context));
    return List.of(new Part("", shaped, shortName(document.peeked().location())));
  }

  private RowSource rows(
      DocumentForm form, HarvestSource source, HarvestContext context, PeekedFetcher document)
      throws IOException {
    if (objects.isPresent() && (form == DocumentForm.JSON || form == DocumentForm.HTML)) {
      return found(form, source, document);
    }
    if (form == DocumentForm.HTML) {
      ContentKind.CSV.require(document.peeked()); // says what kind of page it is
    }
    var mapping = source.mapping().orElseThrow();
    return format(form, source)
        .rowsOf(new MappedSourceFormat.Reading(source, mapping, document, context.now()))
        .rows();
  }

  private RowSource found(DocumentForm form, HarvestSource source, PeekedFetcher document)
      throws IOException {
    var rows = new ObjectRows();
    if (form == DocumentForm.HTML) {
      objects.orElseThrow().find(JsonTexts.linkedData(document.peeked(), rows), rows::add);
      return rows;
    }
    new JsonPages(source, document).read(page -> objects.orElseThrow().find(page, rows::add));
    return rows;
  }

  private static MappedSourceFormat format(DocumentForm form, HarvestSource source)
      throws IOException {
    var known = SourceFormats.general();
    for (var format : known) {
      if (format.id().equals(form.format()) && format instanceof MappedSourceFormat mapped) {
        return mapped;
      }
    }
    throw SourceException.of(
        "other-form",
        source.location(),
        known.stream()
            .filter(MappedSourceFormat.class::isInstance)
            .map(format -> format.id())
            .collect(Collectors.joining(", ")),
        form.format());
  }

  /** The last part of an address or path. */
  static String shortName(String location) {
    var path = location.replaceFirst("[?#].*$", "").replaceFirst("[/\\\\]+$", "");
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
