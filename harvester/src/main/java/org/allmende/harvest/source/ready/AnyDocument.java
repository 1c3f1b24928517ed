package org.allmende.harvest.source.ready;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.SourceFormats;
import org.allmende.harvest.source.table.MappedSourceFormat;

/**
 * One document, in whichever of the general formats it comes: the same list is given out as CSV in
 * one year, as a spreadsheet in the next, and as JSON by an interface.
 *
 * @param shape how its rows are rewritten
 */
record AnyDocument(RowShape shape) implements TableReading {

  @Override
  public List<Part> read(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    var mapping = source.mapping().orElseThrow();
    var document = PeekedFetcher.at(source.location(), fetcher);
    var form = DocumentForm.of(document.peeked());
    if (form == DocumentForm.HTML) {
      ContentKind.CSV.require(document.peeked()); // says what kind of page it is
    }
    var format = format(form, source);
    var opened =
        format.rowsOf(new MappedSourceFormat.Reading(source, mapping, document, context.now()));
    return List.of(new Part("", new ShapedRows(opened.rows(), shape), opened.place()));
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
}
