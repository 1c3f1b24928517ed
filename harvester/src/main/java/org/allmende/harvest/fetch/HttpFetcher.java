package org.allmende.harvest.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * Gets documents over HTTP with the manners of {@code sources.md} 2.1: conditional requests, few
 * redirects, no private addresses, limits of size and time, waiting where a server asks for it.
 *
 * <p>What the server said to know the document again is handed to the harvester by {@link
 * #validators}, and only when the whole run was this one document: a first page that is unchanged
 * says nothing about the others.
 */
public final class HttpFetcher implements Fetcher {

  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)");
  private static final HostManners MANNERS = new HostManners();

  private final URI origin;
  private final FetchPolicy policy;
  private final Validators known;
  private final Clock clock;
  private final Waiter waiter;
  private final AddressGuard guard;
  private final HttpClient client;
  private final RunNotes notes = new RunNotes();
  private final Instant begun;
  private Validators seen = Validators.none();
  private int documents;

  /**
   * A fetcher for one run of one source.
   *
   * @param location the source's address; its host is the one that links may lead to
   * @param known what the server said when the source was last read completely
   */
  public HttpFetcher(
      String location, FetchPolicy policy, Validators known, Clock clock, Waiter waiter)
      throws IOException {
    this.origin = Addresses.parse(location);
    this.policy = policy;
    this.known = known;
    this.clock = clock;
    this.waiter = waiter;
    this.begun = clock.instant();
    this.guard = new AddressGuard(policy);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(policy.connectTimeout())
            .build();
  }

  @Override
  public Fetched fetch(String location, String accept) throws IOException {
    var uri = Addresses.upgraded(Addresses.parse(policy.rewritten(location)), origin);
    requireAllowed(uri);
    documents++;
    if (documents > policy.maxPages()) {
      throw SourceException.of("too-many-documents", Addresses.shown(uri), policy.maxPages());
    }
    return followed(uri, accept);
  }

  /** No wait and no request begins after the run's time is up. */
  private void requireTime(URI uri) throws IOException {
    if (Duration.between(begun, clock.instant()).compareTo(policy.maxTime()) > 0) {
      throw SourceException.of("too-long", Addresses.shown(uri), policy.maxTime().toMinutes());
    }
  }

  /**
   * Links inside data lead to the source's own host, or to one that its settings name, be it as the
   * host of rewritten addresses.
   */
  private void requireAllowed(URI uri) throws IOException {
    var host = AddressGuard.host(uri);
    var isAllowed =
        host.equals(AddressGuard.host(origin))
            || policy.hosts().stream().anyMatch(host::equalsIgnoreCase)
            || policy.rewrites().stream().anyMatch(rewrite -> isAt(rewrite.to(), host));
    if (!isAllowed) {
      throw SourceException.of("other-host", Addresses.shown(uri), origin.getHost(), host);
    }
  }

  private static boolean isAt(String address, String host) {
    return host.equalsIgnoreCase(URI.create(address).getHost());
  }

  private Fetched followed(URI asked, String accept) throws IOException {
    var uri = asked;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      guard.check(uri);
      var response = patiently(uri, request(uri, redirects == 0 ? asked : null, accept));
      if (!REDIRECTS.contains(response.statusCode())) {
        return fetched(asked, uri, response);
      }
      uri = target(uri, response);
    }
    throw SourceException.of("redirects", Addresses.shown(asked), MOST_REDIRECTS);
  }

  private static URI target(URI from, HttpResponse<byte[]> response) throws IOException {
    var location = response.headers().firstValue("Location");
    if (location.isEmpty()) {
      throw SourceException.of(
          "redirect-nowhere", Addresses.shown(from), Integer.toString(response.statusCode()));
    }
    var target = Addresses.parse(Fetcher.resolve(Addresses.bare(from).toString(), location.get()));
    if (Addresses.isSecure(from) && !Addresses.isSecure(target)) {
      throw SourceException.of("redirect-unsafe", Addresses.shown(from), Addresses.shown(target));
    }
    return target;
  }

  /** Asks, and asks again where the answer may be another one soon. */
  private HttpResponse<byte[]> patiently(URI uri, HttpRequest request) throws IOException {
    for (int attempt = 0; ; attempt++) {
      var isLast = attempt == policy.retries();
      requireTime(uri);
      try {
        var response = once(uri, request);
        if (isLast || !PASSING.contains(response.statusCode())) {
          return response;
        }
        pause(retryAfter(response).orElse(growing(attempt)));
      } catch (IOException e) {
        if (isLast || !mayPass(e)) {
          throw e;
        }
        pause(growing(attempt));
      }
    }
  }

  private static boolean mayPass(IOException e) {
    return switch (e.getCause()) {
      case ConnectException refused -> false;
      case HttpTimeoutException slow -> false;
      case TimeoutException slow -> false;
      case SSLException unsafe -> false;
      case LimitedBody.TooLargeException large -> false;
      case InterruptedException ended -> false;
      case null, default -> true;
    };
  }

  private static Duration growing(int attempt) {
    return FIRST_WAIT.multipliedBy(1L << Math.min(attempt, 16));
  }

  /** What the server asks for: seconds, or a date. */
  private Optional<Duration> retryAfter(HttpResponse<byte[]> response) {
    return response.headers().firstValue("Retry-After").map(String::strip).flatMap(this::wait);
  }

  private Optional<Duration> wait(String text) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      var until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
      return Optional.of(Duration.between(clock.instant(), until));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void pause(Duration length) throws IOException {
    var capped = length.compareTo(policy.longestWait()) > 0 ? policy.longestWait() : length;
    try {
      waiter.pause(capped.isNegative() ? Duration.ZERO : capped);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return SourceException.causedBy(e, "interrupted");
  }

  private HttpResponse<byte[]> once(URI uri, HttpRequest request) throws IOException {
    var host = AddressGuard.host(uri);
    try {
      MANNERS.enter(host, policy.pause(), clock, waiter);
      try {
        return answer(uri, request);
      } finally {
        MANNERS.leave(host, clock);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private HttpRequest request(URI uri, @Nullable URI asked, String accept) {
    var request =
        HttpRequest.newBuilder(Addresses.bare(uri))
            .header("User-Agent", policy.userAgent())
            .header("Accept", accept)
            .header("Accept-Encoding", "gzip");
    if (Addresses.isSameOrigin(origin, uri)) {
      Addresses.authorization(origin).ifPresent(value -> request.header("Authorization", value));
    }
    if (asked != null && known.location().equals(Addresses.shown(asked))) {
      known.etag().ifPresent(etag -> request.header("If-None-Match", etag));
      known.lastModified().ifPresent(date -> request.header("If-Modified-Since", date));
    }
    return request.GET().build();
  }

  private HttpResponse<byte[]> answer(URI uri, HttpRequest request)
      throws IOException, InterruptedException {
    var pending = client.sendAsync(request, info -> new LimitedBody(policy.maxBytes()));
    try {
      return pending.get(policy.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw SourceException.causedBy(
          e, "slow", Addresses.shown(uri), policy.answerTimeout().toSeconds());
    } catch (ExecutionException e) {
      throw said(uri, e.getCause() == null ? e : e.getCause());
    }
  }

  /** The failure of a connection, with the address in its message. */
  private static IOException said(URI uri, Throwable cause) {
    var address = Addresses.shown(uri);
    var reason =
        switch (cause) {
          case LimitedBody.TooLargeException large ->
              Reason.of("too-large", address, Long.toString(large.limit()));
          case ConnectException refused -> Reason.of("unreachable", address);
          case HttpTimeoutException slow -> Reason.of("no-answer", address);
          case SSLException unsafe -> Reason.of("unsafe", address, "" + unsafe.getMessage());
          default -> Reason.of("connection-broke", address, "" + cause.getMessage());
        };
    return new SourceException(reason, cause);
  }

  private Fetched fetched(URI asked, URI uri, HttpResponse<byte[]> response) throws IOException {
    var status = response.statusCode();
    if (status == 304) {
      throw new NotModifiedException(Addresses.shown(asked));
    }
    if (status != 200) {
      throw new StatusException(Addresses.shown(uri), status, bodyOfError(uri, response));
    }
    var body = unpacked(uri, response);
    // Many servers know no document again; one that is the same byte by byte says nothing new.
    if (documents == 1 && known.isSame(Addresses.shown(asked), body)) {
      throw new NotModifiedException(Addresses.shown(asked));
    }
    seen =
        new Validators(
            Addresses.shown(asked),
            response.headers().firstValue("ETag"),
            response.headers().firstValue("Last-Modified"),
            Optional.of(Validators.hash(body)));
    var type = response.headers().firstValue("Content-Type").orElse("");
    var charset = CHARSET.matcher(type);
    return new Fetched(
        Addresses.shown(uri),
        type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT),
        charset.find() ? charset.group(1) : "",
        body,
        response.headers().allValues("Link"));
  }

  /** What a server says beside a failure; nothing where even that cannot be read. */
  private byte[] bodyOfError(URI uri, HttpResponse<byte[]> response) {
    try {
      return unpacked(uri, response);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private byte[] unpacked(URI uri, HttpResponse<byte[]> response) throws IOException {
    var encoding = response.headers().firstValue("Content-Encoding").orElse("identity").strip();
    if (encoding.isEmpty() || encoding.equalsIgnoreCase("identity")) {
      return response.body();
    }
    if (!encoding.toLowerCase(Locale.ROOT).matches("(x-)?gzip")) {
      throw SourceException.of("not-gzip", Addresses.shown(uri), encoding);
    }
    try {
      return LimitedBody.unzip(response.body(), policy.maxBytes());
    } catch (LimitedBody.TooLargeException e) {
      throw said(uri, e);
    } catch (ZipException | java.io.EOFException e) {
      throw SourceException.causedBy(e, "broken-gzip", Addresses.shown(uri));
    }
  }

  @Override
  public Validators validators() {
    return documents == 1 ? seen : Validators.none();
  }

  @Override
  public List<Path> files(String folder) throws IOException {
    throw SourceException.of("no-folder", folder);
  }

  @Override
  public RunNotes notes() {
    return notes;
  }
}
