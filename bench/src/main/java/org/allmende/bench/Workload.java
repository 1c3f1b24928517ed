package org.allmende.bench;

/**
 * A kind of request in unlimited number. Any number of threads may ask one.
 *
 * @see LoadRunner
 */
interface Workload {

  /** What it is called in results. */
  String name();

  /** The bytes of the next request, head and all. */
  byte[] next();
}
