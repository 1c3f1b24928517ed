package org.allmende.server.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server: every route with HEAD beside GET, every error in the shape its address promises,
 * security headers, lenient with what clients in the field write into addresses. Each request runs
 * on its own virtual thread. No client address is ever logged.
 */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  /** Clients send addresses of up to 16 KB; cookies and other headers come on top. */
  private static final int MAX_HEADER_BYTES = 48 * 1024;

  /** How long requests under way may take to end when the server stops. */
  private static final int STOP_MILLIS = 5_000;

  private static final int IDLE_AT_STOP_MILLIS = 50;

  private static final String STARTED = "allmende.started";

  /**
   * Where and how to listen.
   *
   * @param host name or address of the interface
   * @param port 1 to 65535, or 0 for any free one
   * @param rootPath below which everything answers: {@code ""} or such as {@code /ckan}
   * @param maxRequestBytes largest body of a request that is read into memory
   */
  public record Settings(String host, int port, String rootPath, long maxRequestBytes) {}

  private final Settings settings;
  private final RouteTable table;
  private final RequestObserver observer;
  private final Javalin javalin;

  private HttpServer(Settings settings, RouteTable table, RequestObserver observer) {
    this.settings = settings;
    this.table = table;
    this.observer = observer;
    this.javalin = Javalin.create(this::configure);
  }

  /** Starts to listen; when this returns, requests are answered. */
  public static HttpServer start(Settings settings, RouteTable table, RequestObserver observer) {
    var server = new HttpServer(settings, table, observer);
    server.javalin.start();
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Stops listening; requests under way have a moment to end. */
  @Override
  public void close() {
    javalin.stop();
  }

  private void configure(JavalinConfig config) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = settings.maxRequestBytes();
    config.http.prefer405over404 = true;
    config.http.defaultContentType = MediaTypes.utf8(MediaTypes.TEXT);
    config.router.contextPath = settings.rootPath().isEmpty() ? "/" : settings.rootPath();
    config.router.treatMultipleSlashesAsSingleSlash = true;
    config.jetty.modifyHttpConfiguration(HttpServer::beLenient);
    config.jetty.addConnector(this::connector);
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(STOP_MILLIS);
          server.setErrorHandler(new UnreadableRequests());
        });
    config.unsafe.internalRouter = new PrefixRouter(config.unsafe);
    addRoutes(config);
  }

  private ServerConnector connector(Server server, HttpConfiguration http) {
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    // Open connections that wait for a next request are no reason to stay.
    connector.setShutdownIdleTimeout(IDLE_AT_STOP_MILLIS);
    return connector;
  }

  private static void beLenient(HttpConfiguration http) {
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setUriCompliance(UriCompliance.UNSAFE);
  }

  private void addRoutes(JavalinConfig config) {
    config.routes.before(this::begin);
    for (var route : table.routes()) {
      var method = HandlerType.findOrCreate(route.method());
      config.routes.addHttpHandler(method, route.path(), route.handler());
      if (route.method().equals("GET")) {
        config.routes.addHttpHandler(HandlerType.HEAD, route.path(), route.handler());
        addPreflight(config, route.path());
      }
    }
    config.routes.exception(ProblemException.class, this::answerProblem);
    config.routes.exception(
        HttpResponseException.class, (e, ctx) -> answer(problemOf(e, ctx), ctx));
    config.routes.exception(Exception.class, this::answerUnexpected);
    config.requestLogger.http((ctx, millis) -> observe(ctx));
  }

  private void addPreflight(JavalinConfig config, String path) {
    if (table.isOpen(path)) {
      var methods = table.methods(path);
      config.routes.addHttpHandler(
          HandlerType.OPTIONS, path, ctx -> CrossOrigin.preflight(ctx, methods));
    }
  }

  private void begin(Context ctx) {
    ctx.attribute(STARTED, System.nanoTime());
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "same-origin");
    // A route whose page may stand in a frame, or loads more, replaces this one.
    ctx.header("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
    if (table.isOpen(pathBelowRoot(ctx))) {
      CrossOrigin.allow(ctx);
    }
  }

  private void answerProblem(ProblemException e, Context ctx) {
    if (e.problem().status() >= 500 && e.getCause() != null) {
      LOG.error("{} {} failed", ctx.req().getMethod(), pathBelowRoot(ctx), e.getCause());
    }
    answer(e.problem(), ctx);
  }

  private void answer(Problem problem, Context ctx) {
    ctx.status(problem.status());
    problem.retryAfter().ifPresent(wait -> ctx.header("Retry-After", seconds(wait)));
    ctx.header("Cache-Control", "no-store");
    table.problemWriter(pathBelowRoot(ctx)).write(problem, ctx);
  }

  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.toSeconds()));
  }

  private static Problem problemOf(HttpResponseException e, Context ctx) {
    var path = ctx.path();
    return switch (e.getStatus()) {
      case 404 -> Problem.notFound("There is nothing at " + path + ".");
      case 405 ->
          Problem.of(
              405,
              ctx.req().getMethod() + " is not answered at " + path + ". Allowed: " + allowed(e));
      case 413 -> Problem.of(413, "The body of the request is larger than this server reads.");
      default -> Problem.of(Math.max(400, e.getStatus()), String.valueOf(e.getMessage()));
    };
  }

  private static String allowed(HttpResponseException e) {
    var methods = e.getDetails().getOrDefault("availableMethods", "");
    return methods.isEmpty() ? "other methods." : methods.toUpperCase(Locale.ROOT) + ".";
  }

  private void answerUnexpected(Exception e, Context ctx) {
    if (isClientGone(e)) {
      // Nobody is there to read an answer, and nothing failed here.
      LOG.debug("client left during {}", ctx.req().getMethod(), e);
      return;
    }
    var refusal = refusal(e);
    if (refusal.isPresent() && !ctx.res().isCommitted()) {
      answer(refusal.get(), ctx);
      return;
    }
    var reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error(
        "reference {}: {} {} failed", reference, ctx.req().getMethod(), pathBelowRoot(ctx), e);
    if (!ctx.res().isCommitted()) {
      ctx.res().resetBuffer();
      answer(Problem.failed(reference), ctx);
    }
  }

  /** What the container says about a request that it cannot read. */
  private static Optional<Problem> refusal(Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException unreadable && unreadable.getCode() < 500) {
        return Optional.of(Problem.of(unreadable.getCode(), "The request cannot be read."));
      }
    }
    return Optional.empty();
  }

  private static boolean isClientGone(Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof org.eclipse.jetty.io.EofException
          || cause instanceof java.nio.channels.ClosedChannelException) {
        return true;
      }
    }
    return false;
  }

  /** The path without the root path, slashes collapsed; begins with a slash. */
  public static String pathBelowRoot(Context ctx) {
    var path = withSingleSlashes(ctx.path());
    var root = ctx.contextPath();
    var below = root.length() > 1 && path.startsWith(root) ? path.substring(root.length()) : path;
    return below.isEmpty() ? "/" : below;
  }

  /** A path in which no slash follows another. */
  public static String withSingleSlashes(String path) {
    return path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
  }

  private static final Set<String> ROUTED = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private void observe(Context ctx) {
    Long started = ctx.attribute(STARTED);
    if (started != null) {
      var method = ctx.req().getMethod();
      var matched = ctx.endpoints().matchedHttpEndpoint();
      observer.answered(
          ROUTED.contains(method) ? method : "other",
          matched == null ? "none" : matched.path,
          ctx.statusCode(),
          Duration.ofNanos(System.nanoTime() - started));
    }
  }
}
