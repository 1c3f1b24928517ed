package org.allmende.server.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.allmende.harvest.source.dcat.IriRepair;

/**
 * Gets a page as GovData does (dcat-ap-de.md 2.1): HEAD without redirects, then GET with them,
 * whatever status that has. No guard against private addresses, since the operator named where to
 * ask.
 */
final class PageFetcher {

  /** A larger page, announced or received, ends the run. */
  static final long MAX_BYTES = 50L * 1024 * 1024;

  /** Statuses of HEAD after which GET is tried all the same. */
  private static final Set<Integer> NO_HEAD = Set.of(400, 405);

  private static final Duration CONNECT = Duration.ofSeconds(30);

  /** GovData itself would wait for ever. */
  private static final Duration ANSWER = Duration.ofMinutes(5);

  private final String userAgent;
  private final HttpClient plain = client(HttpClient.Redirect.NEVER);
  private final HttpClient following = client(HttpClient.Redirect.ALWAYS);

  PageFetcher(String userAgent) {
    this.userAgent = userAgent;
  }

  /**
   * A page.
   *
   * @param address what was asked for
   * @param location where it came from after redirects
   * @param status of GET; GovData does not look at it when HEAD was good
   * @param mediaType of the header, without parameters; empty: there is no header
   * @param body decompressed
   */
  record Fetched(
      String address, URI location, int status, Optional<String> mediaType, byte[] body) {

    boolean isError() {
      return status >= 400;
    }
  }

  private static HttpClient client(HttpClient.Redirect redirect) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(redirect)
        .connectTimeout(CONNECT)
        .build();
  }

  /** Gets a page, or ends the run. */
  Fetched fetch(String address) throws RunEndedException {
    try {
      var uri = URI.create(URI.create(IriRepair.repaired(address)).toASCIIString());
      var hasHead = isHeadAnswered(address, uri);
      return get(address, uri, hasHead);
    } catch (IOException | IllegalArgumentException e) {
      throw new RunEndedException(Check.UNREACHABLE, address, reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunEndedException(Check.UNREACHABLE, address, Detail.of("interrupted"), e);
    }
  }

  private static Detail reason(Exception e) {
    if (e instanceof ConnectException) {
      return new Detail("dort antwortet kein Server", "no server answers there");
    }
    return Detail.of(e.getMessage() == null ? e.toString() : e.getMessage());
  }

  /** False when HEAD is not known there, and GET must tell how things stand. */
  private boolean isHeadAnswered(String address, URI uri)
      throws RunEndedException, IOException, InterruptedException {
    var head = plain.send(request(uri, "HEAD"), BodyHandlers.discarding());
    if (NO_HEAD.contains(head.statusCode())) {
      return false;
    }
    requireGood(address, "HEAD", head);
    requireSmall(address, head);
    return true;
  }

  private Fetched get(String address, URI uri, boolean hasHead)
      throws RunEndedException, IOException, InterruptedException {
    var response = following.send(request(uri, "GET"), BodyHandlers.ofInputStream());
    try (var in = response.body()) {
      if (!hasHead) {
        requireGood(address, "GET", response);
        requireSmall(address, response);
      }
      var body = unpacked(in, response).readNBytes((int) MAX_BYTES + 1);
      if (body.length > MAX_BYTES) {
        throw new RunEndedException(Check.TOO_LARGE, address, "");
      }
      return new Fetched(address, response.uri(), response.statusCode(), mediaType(response), body);
    }
  }

  private HttpRequest request(URI uri, String method) {
    return HttpRequest.newBuilder(uri)
        .timeout(ANSWER)
        .header("User-Agent", userAgent)
        .header("Accept", "*/*")
        .header("Accept-Encoding", "gzip")
        .method(method, HttpRequest.BodyPublishers.noBody())
        .build();
  }

  private static void requireGood(String address, String method, HttpResponse<?> response)
      throws RunEndedException {
    if (response.statusCode() >= 400) {
      throw new RunEndedException(Check.HEAD_STATUS, address, method + " " + response.statusCode());
    }
  }

  private static void requireSmall(String address, HttpResponse<?> response)
      throws RunEndedException {
    var announced = response.headers().firstValueAsLong("Content-Length");
    if (announced.isPresent() && announced.getAsLong() > MAX_BYTES) {
      throw new RunEndedException(
          Check.TOO_LARGE, address, "Content-Length: " + announced.getAsLong());
    }
  }

  private static InputStream unpacked(InputStream in, HttpResponse<?> response) throws IOException {
    var encoding = response.headers().firstValue("Content-Encoding").orElse("").strip();
    return encoding.equalsIgnoreCase("gzip") ? new GZIPInputStream(in) : in;
  }

  private static Optional<String> mediaType(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Content-Type")
        .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
        .filter(type -> !type.isEmpty());
  }
}
