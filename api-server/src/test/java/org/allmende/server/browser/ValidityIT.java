package org.allmende.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.allmende.server.SampleTown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Every page is valid HTML; no browser needed. */
class ValidityIT {
  @TempDir private Path directory;

  @Test
  void everyPageIsValid() throws Exception {
    var found = new ArrayList<String>();
    var checker = new Checker();
    try (var town = SampleTown.serve(directory)) {
      for (var path : Stream.concat(SitePages.all(), SitePages.files(town)).toList()) {
        var html = town.get(path, "Accept", "text/html").body();
        checker.errors(html).forEach(error -> found.add(path + ": " + error));
      }
    }
    assertEquals("", String.join("\n", found));
  }

  @Test
  void theCheckSeesWhatIsWrong() throws Exception {
    var wrong = "<!doctype html><html lang=de><title>x</title><p><a href='/'><a href='/'>x</a></p>";
    assertEquals(false, new Checker().errors(wrong).isEmpty());
  }

  /** The validator, with its schema read once. */
  private static final class Checker implements ErrorHandler {
    private final SimpleDocumentValidator validator =
        new SimpleDocumentValidator(false, false, false);
    private final List<String> errors = new ArrayList<>();

    Checker() throws Exception {
      validator.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, new SystemErrErrorHandler());
      validator.setUpValidatorAndParsers(this, true, false);
    }

    List<String> errors(String html) throws IOException, SAXException {
      errors.clear();
      // The validator is older than this element, which is a div with a role.
      var known = html.replace("<search>", "<div role=\"search\">").replace("</search>", "</div>");
      validator.checkHtmlInputSource(new InputSource(new StringReader(known)));
      return List.copyOf(errors);
    }

    @Override
    public void error(SAXParseException error) {
      errors.add("line " + error.getLineNumber() + ": " + error.getMessage());
    }

    @Override
    public void fatalError(SAXParseException error) {
      error(error);
    }

    @Override
    public void warning(SAXParseException warning) {
      // advice, not an error
    }
  }
}
