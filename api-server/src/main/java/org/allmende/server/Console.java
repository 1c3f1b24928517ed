package org.allmende.server;

import java.io.PrintWriter;
import java.util.Map;

/**
 * Where a command speaks, and what it finds around it.
 *
 * @param out the answer
 * @param err everything else: progress, errors
 * @param environment environment variables
 * @param isTerminal true when a person watches {@code err}
 */
record Console(
    PrintWriter out, PrintWriter err, Map<String, String> environment, boolean isTerminal) {

  Console {
    environment = Map.copyOf(environment);
  }
}
