package org.allmende.server.format.html;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.allmende.catalog.search.Hit;
import org.allmende.server.format.html.PageSearch.SearchHelp;
import org.allmende.server.format.html.SearchPage.HitView;
import org.allmende.server.http.Answers;
import org.allmende.server.http.MediaTypes;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What a search finds as a table: one line per dataset, the first {@value #MOST} of them. */
record SearchTable(SearchHelp help, Pages pages) {
  private static final int MOST = 5_000;

  void answer(Context ctx, SearchChoice choice, String language) {
    ctx.header("Cache-Control", "no-cache");
    try {
      Answers.stream(
          ctx, MediaTypes.utf8("text/csv"), out -> write(out, choice.withPage(1), language));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(OutputStream out, SearchChoice choice, String language) throws IOException {
    // Not closed: the stream is the answer's.
    @SuppressWarnings("resource")
    var printer =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    printer.printRecord("title", "publisher", "date", "formats", "use", "address");
    for (var page = 1; (page - 1) * SearchChoice.PAGE_SIZE < MOST; page++) {
      var found = new PageSearch(help, choice.withPage(page)).hits();
      for (var hit : pages.hits(found, language)) {
        write(printer, hit, language);
      }
      if (page >= Pages.lastPage(found.total())) {
        break;
      }
    }
    printer.flush();
  }

  private void write(CSVPrinter printer, HitView hit, String language) throws IOException {
    printer.printRecord(
        hit.title().stream().map(Hit.Piece::text).collect(Collectors.joining()),
        hit.publisher(),
        hit.date().machine(),
        String.join(" ", hit.formats()),
        hit.use().key(),
        pages.address(language).absolute(hit.address()));
  }
}
