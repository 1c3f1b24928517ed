package org.allmende.harvest.source.dcat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Collects all pages, or all files of a folder, in one graph, so that a dataset which one page
 * names and another describes is whole before anyone judges it.
 */
final class CatalogWalk {

  /**
   * How many triples are held at once, about 250 bytes each. A catalog of 500 datasets has some
   * 30,000, one of 50,000 datasets some 3 million; beyond it the walk is cut short.
   */
  static final int MAX_TRIPLES = 4_000_000;

  private final HarvestSource source;
  private final String filesBase;
  private final Fetcher fetcher;
  private final Graph all = GraphFactory.createDefaultGraph();
  private final Set<String> addresses = new HashSet<>();
  private final Map<String, String> contents = new HashMap<>();

  /**
   * A walk over one source.
   *
   * @param filesBase against which the relative IRIs of files are resolved: the path of this
   *     machine must not become part of what is published
   */
  CatalogWalk(HarvestSource source, String filesBase, Fetcher fetcher) {
    this.source = source;
    this.filesBase = filesBase;
    this.fetcher = fetcher;
  }

  Graph collect() throws IOException {
    if (source.isRemote()) {
      followPages();
    } else {
      readFiles();
    }
    return all;
  }

  private void followPages() throws IOException {
    var first = fetcher.fetch(source.location(), ContentKind.RDF.accept());
    addresses.add(source.location());
    var next = take(first);
    for (var pages = 1; next.isPresent(); pages++) {
      if (!mayGoOn(next.get(), pages)) {
        return;
      }
      next = takeFollowing(next.get());
    }
  }

  private boolean mayGoOn(String next, int pages) {
    if (!addresses.add(next)) {
      fetcher.notes().warning(Reason.of("walk-back", next));
      return false;
    }
    if (pages >= source.fetchPolicy().maxPages()) {
      fetcher.notes().cutShort(Reason.of("walk-pages", pages, source.location()));
      return false;
    }
    if (all.size() > MAX_TRIPLES) {
      fetcher.notes().cutShort(Reason.of("walk-triples", pages, all.size()));
      return false;
    }
    return true;
  }

  /** A page behind the first: when it cannot be had, what came so far is kept. */
  private Optional<String> takeFollowing(String address) {
    try {
      var page = fetcher.fetch(address, ContentKind.RDF.accept());
      var twin = contents.get(hash(page.body()));
      if (twin != null) {
        fetcher.notes().cutShort(Reason.of("walk-twin", address, twin));
        return Optional.empty();
      }
      return take(page);
    } catch (IOException e) {
      fetcher.notes().cutShort(Reason.of("walk-page", address, Reason.of(e)));
      return Optional.empty();
    }
  }

  private Optional<String> take(Fetched page) throws IOException {
    contents.put(hash(page.body()), page.location());
    var graph = RdfReader.read(page, page.location(), fetcher.notes());
    GraphUtil.addInto(all, graph);
    return HydraPage.next(graph, page.location());
  }

  private void readFiles() throws IOException {
    var files = fetcher.files(source.location());
    if (files.size() == 1 && !Files.isDirectory(Path.of(source.location()))) {
      readOnlyFile(files.getFirst());
      return;
    }
    for (var file : files) {
      if (RdfSyntax.isSuffixOfRdf(file.toString())) {
        readOneOfMany(file);
      }
    }
  }

  private void readOnlyFile(Path file) throws IOException {
    var next = read(file);
    next.ifPresent(
        address ->
            fetcher.notes().warning(Reason.of("next-of-file", "" + file.getFileName(), address)));
  }

  private void readOneOfMany(Path file) {
    try {
      read(file);
    } catch (IOException e) {
      fetcher.notes().unreadable(Reason.of(e));
      fetcher.notes().cutShort(Reason.of("file-unread", "" + file.getFileName()));
    }
  }

  private Optional<String> read(Path file) throws IOException {
    var base = baseOf(file);
    var graph = RdfReader.read(fetcher.fetch(file.toString()), base, fetcher.notes());
    GraphUtil.addInto(all, graph);
    return HydraPage.next(graph, base);
  }

  private String baseOf(Path file) throws IOException {
    var folder = Path.of(source.location()).toRealPath();
    var relative =
        Files.isDirectory(folder) ? folder.relativize(file.toRealPath()) : file.getFileName();
    return filesBase
        + "/"
        + StreamSupport.stream(relative.spliterator(), false)
            .map(name -> URLEncoder.encode(name.toString(), StandardCharsets.UTF_8))
            .map(name -> name.replace("+", "%20"))
            .collect(Collectors.joining("/"));
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java brings SHA-256", e);
    }
  }
}
