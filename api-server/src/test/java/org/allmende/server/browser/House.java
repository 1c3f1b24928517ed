package org.allmende.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.allmende.server.SampleTown;

/** The sample town and one browser that looks at it. */
final class House implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  private final Path directory;
  private final SampleTown town;
  private final Playwright playwright;
  private final Browser browser;

  private House(Path directory, Path chromium) throws IOException, InterruptedException {
    this.directory = directory;
    this.town = SampleTown.serve(directory);
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(ARGUMENTS));
  }

  static House open(Path chromium) {
    try {
      return new House(Files.createTempDirectory("allmende-browser"), chromium);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the town was started", e);
    }
  }

  SampleTown town() {
    return town;
  }

  /** The address with scheme, host and port; one that has them already is that of another site. */
  String address(String path) {
    return path.startsWith("http") ? path : town.url() + path;
  }

  /** A visit with nothing kept from any other: a window of this width, scripts on. */
  void visit(int width, Consumer<Page> visitor) {
    visit(options(width), visitor);
  }

  /** The same with scripts off. */
  void visitWithoutScripts(int width, Consumer<Page> visitor) {
    visit(options(width).setJavaScriptEnabled(false), visitor);
  }

  /** The same on a screen that fingers touch. */
  void touch(int width, Consumer<Page> visitor) {
    visit(options(width).setHasTouch(true).setIsMobile(true), visitor);
  }

  private static Browser.NewContextOptions options(int width) {
    return new Browser.NewContextOptions().setViewportSize(width, 900).setLocale("de-DE");
  }

  private void visit(Browser.NewContextOptions options, Consumer<Page> visitor) {
    try (var context = browser.newContext(options);
        var page = context.newPage()) {
      visitor.accept(page);
    }
  }

  @Override
  public void close() throws IOException {
    browser.close();
    playwright.close();
    town.close();
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
