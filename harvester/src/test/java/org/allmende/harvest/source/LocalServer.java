package org.allmende.harvest.source;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.source.table.Table;

/** A server on this machine that answers as a test says, and remembers what it was asked for. */
public final class LocalServer implements AutoCloseable {

  private final List<String> asked = new ArrayList<>();
  private final Javalin server;

  private LocalServer(Javalin server) {
    this.server = server;
  }

  /** What a server answers. */
  @FunctionalInterface
  public interface Answer {
    /** Answers. */
    void to(Context context);
  }

  /** A server that answers every address alike. */
  public static LocalServer answering(Answer answer) {
    var holder = new ArrayList<LocalServer>();
    var javalin =
        Javalin.create(
            config ->
                config.routes.get(
                    "/<path>",
                    context -> {
                      holder.getFirst().note(context);
                      answer.to(context);
                    }));
    holder.add(new LocalServer(javalin));
    javalin.start("127.0.0.1", 0);
    return holder.getFirst();
  }

  private synchronized void note(Context context) {
    asked.add(context.path() + (context.queryString() == null ? "" : "?" + context.queryString()));
  }

  /** What was asked for, in order. */
  public synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /** The address of a path. */
  public String at(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  /** The table that a format reads from a path. */
  public Table read(SourceFormat format, String path, String mapping) throws IOException {
    var source =
        new HarvestSource(
            "dienst",
            format.id(),
            at(path),
            Optional.of(Harvests.mapping(mapping)),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Defaults.none(),
            List.of(),
            Given.quick());
    var record = Given.records(format, source, Given.http(source.location())).getFirst();
    return ((TableEntry) record).table();
  }

  /** A parameter, whatever the case of its name. */
  public static String parameter(Context context, String name, String standard) {
    var all = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(context.queryParamMap());
    return all.containsKey(name) ? all.get(name).getFirst() : standard;
  }

  @Override
  public void close() {
    server.stop();
  }
}
