package org.allmende.server.http;

import io.javalin.config.JavalinState;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.InternalRouter;
import io.javalin.router.ParsedEndpoint;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Javalin's router with a short look before the long one. Javalin asks the regular expression of
 * each route in turn; with some hundred routes that took a third of the time of a finished page.
 * Here a route is asked only when the path begins as the route does, up to its first parameter. The
 * order of the routes, and what each of them matches, are Javalin's.
 */
final class PrefixRouter extends InternalRouter {

  private final Map<HandlerType, List<Candidate>> candidates = new ConcurrentHashMap<>();

  /** Has the routes that are added to it, none of those that the state has already. */
  PrefixRouter(JavalinState state) {
    super(state.wsRouter, state.eventManager, state.router, state.jetty);
  }

  private record Candidate(String prefix, ParsedEndpoint endpoint) {

    static Candidate of(ParsedEndpoint parsed) {
      var path = parsed.endpoint.path;
      var literal = 0;
      while (literal < path.length() && "{<*".indexOf(path.charAt(literal)) < 0) {
        literal++;
      }
      return new Candidate(path.substring(0, literal), parsed);
    }
  }

  @Override
  public InternalRouter addHttpEndpoint(Endpoint endpoint) {
    candidates.clear();
    return super.addHttpEndpoint(endpoint);
  }

  @Override
  public @Nullable ParsedEndpoint findFirstHttpHandlerEntry(HandlerType method, String path) {
    return matching(method, path).findFirst().orElse(null);
  }

  @Override
  public boolean hasHttpHandlerEntry(HandlerType method, String path) {
    return matching(method, path).findAny().isPresent();
  }

  @Override
  public List<ParsedEndpoint> findHttpHandlerEntries(HandlerType method, @Nullable String path) {
    return path == null
        ? super.findHttpHandlerEntries(method, null)
        : matching(method, path).toList();
  }

  private Stream<ParsedEndpoint> matching(HandlerType method, String path) {
    var begun = HttpServer.withSingleSlashes(path);
    return candidates.computeIfAbsent(method, this::candidates).stream()
        .filter(candidate -> begun.startsWith(candidate.prefix()))
        .map(Candidate::endpoint)
        .filter(endpoint -> endpoint.matches(path));
  }

  private List<Candidate> candidates(HandlerType method) {
    return super.findHttpHandlerEntries(method, null).stream().map(Candidate::of).toList();
  }
}
