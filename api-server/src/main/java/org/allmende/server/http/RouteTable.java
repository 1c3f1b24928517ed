package org.allmende.server.http;

import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * All addresses of the server, in the order in which they are tried. The first that fits answers;
 * parameters are {@code {one-segment}} or {@code <rest/of/path>}, and a suffix may follow, as in
 * {@code /dataset/{id}.json}.
 */
public final class RouteTable {
  private record Shape(String prefix, ProblemWriter writer) {}

  private final List<Route> routes = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();
  private final List<String> open = new ArrayList<>();

  /** A table with the addresses of these features, in this order. */
  public static RouteTable of(List<Routes> features) {
    var table = new RouteTable();
    features.forEach(feature -> feature.addTo(table));
    return table;
  }

  /** Answers GET and HEAD. */
  public RouteTable get(String path, Handler handler) {
    return add("GET", path, handler);
  }

  /** Answers POST. */
  public RouteTable post(String path, Handler handler) {
    return add("POST", path, handler);
  }

  /** Answers a method. Where an earlier feature answers the same already, it goes on to. */
  public RouteTable add(String method, String path, Handler handler) {
    if (find(method, path).isEmpty()) {
      routes.add(new Route(method, path, handler));
    }
    return this;
  }

  /** The same table with another route in place of each, at the same method and path. */
  public RouteTable withRoutes(UnaryOperator<Route> change) {
    var changed = new RouteTable();
    routes.forEach(route -> changed.routes.add(change.apply(route)));
    changed.shapes.addAll(shapes);
    changed.open.addAll(open);
    return changed;
  }

  /**
   * Says how problems at addresses that begin with this text are answered; the longest wins.
   * Without any it is problem JSON.
   */
  public RouteTable problems(String prefix, ProblemWriter writer) {
    shapes.add(new Shape(prefix, writer));
    return this;
  }

  /**
   * Says that scripts of any site may read the answers at addresses that begin with this text: the
   * data is open.
   */
  public RouteTable open(String prefix) {
    open.add(prefix);
    return this;
  }

  /** Whether scripts of any site may read what is answered at a path below the root path. */
  boolean isOpen(String path) {
    return open.stream().anyMatch(path::startsWith);
  }

  /** The methods that a path of the table answers, HEAD beside GET, and OPTIONS. */
  Set<String> methods(String path) {
    var methods = new LinkedHashSet<String>();
    for (var route : routes) {
      if (route.path().equals(path)) {
        methods.add(route.method());
        if (route.method().equals("GET")) {
          methods.add("HEAD");
        }
      }
    }
    methods.add("OPTIONS");
    return methods;
  }

  /** All addresses in their order. */
  public List<Route> routes() {
    return List.copyOf(routes);
  }

  /** The handler of an address that must be in the table, for a feature that comes before it. */
  public Handler require(String method, String path) {
    return find(method, path)
        .orElseThrow(() -> new NoSuchElementException("no route answers " + method + " " + path))
        .handler();
  }

  private Optional<Route> find(String method, String path) {
    return routes.stream()
        .filter(route -> route.method().equals(method) && route.path().equals(path))
        .findFirst();
  }

  /** The shape of problems at a path below the root path. */
  ProblemWriter problemWriter(String path) {
    return shapes.stream()
        .filter(shape -> path.startsWith(shape.prefix()))
        .max(Comparator.comparingInt(shape -> shape.prefix().length()))
        .map(Shape::writer)
        .orElseGet(ProblemWriter::json);
  }
}
