package org.allmende.server.http;

/** The addresses of one feature. */
public interface Routes {
  /** Names them all, the more special before the more general. */
  void addTo(RouteTable table);
}
