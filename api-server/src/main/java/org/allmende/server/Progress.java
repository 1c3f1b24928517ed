package org.allmende.server;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.OptionalLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.allmende.harvest.ProgressListener;

/**
 * Shows how far something has come: a bar with rate and remaining time on a terminal, a plain line
 * now and then elsewhere. For one thread; close it at the end.
 */
interface Progress extends ProgressListener, AutoCloseable {

  @Override
  void close();

  /** Progress of the thing with this title. */
  static Progress of(String title, Console console) {
    return console.isTerminal() ? new Bar(title) : new Lines(title, console.err());
  }

  /** A bar on standard error. */
  final class Bar implements Progress {
    private final ProgressBar bar;

    Bar(String title) {
      this.bar =
          new ProgressBarBuilder()
              .setTaskName(title)
              .setInitialMax(-1)
              .setStyle(ProgressBarStyle.ASCII)
              .showSpeed()
              .setConsumer(new ConsoleProgressBarConsumer(System.err))
              .build();
    }

    @Override
    public void progress(long done, OptionalLong total) {
      total.ifPresent(bar::maxHint);
      bar.stepTo(done);
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** A line every few seconds. */
  final class Lines implements Progress {
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final String title;
    private final PrintWriter out;
    private final long started = System.nanoTime();
    private long spoke = started;

    Lines(String title, PrintWriter out) {
      this.title = title;
      this.out = out;
    }

    @Override
    public void progress(long done, OptionalLong total) {
      var now = System.nanoTime();
      if (now - spoke < SILENCE.toNanos()) {
        return;
      }
      spoke = now;
      var rate = done / ((now - started) / 1e9);
      var line = new StringBuilder("%s: %d".formatted(title, done));
      total.ifPresent(all -> line.append(" of ").append(all));
      line.append(", %.0f a second".formatted(rate));
      total.ifPresent(all -> line.append(", %.0f s left".formatted((all - done) / rate)));
      out.println(line);
    }

    @Override
    public void close() {
      out.flush();
    }
  }
}
