package org.allmende.server.format.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which people ask with SPARQL ({@code web-ui.md} 7.6).
 *
 * @param frame what is around it
 * @param query what stands in the field
 * @param limits what a query may take, as a sentence
 * @param examples queries to begin with
 * @param problem why there is no answer; {@code ""} when there is one, or none was asked
 * @param answer the answer; null when there is none
 */
record SparqlPage(
    Frame frame,
    String query,
    String limits,
    List<Example> examples,
    String problem,
    @Nullable Answer answer) {

  SparqlPage {
    examples = List.copyOf(examples);
  }

  /** A query with a name, and the address that asks it. */
  record Example(String name, String address) {}

  /**
   * What came.
   *
   * @param columns the names of the variables; empty for an answer in triples, and for yes or no
   * @param rows the values, in the order of the columns
   * @param text triples as Turtle, or yes or no; {@code ""} for rows
   * @param isCut whether there may be more than is shown
   * @param forms the whole answer for programs
   */
  record Answer(
      List<String> columns,
      List<List<Cell>> rows,
      String text,
      boolean isCut,
      List<Frame.Form> forms) {
    Answer {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      forms = List.copyOf(forms);
    }

    boolean isTable() {
      return !columns.isEmpty();
    }
  }

  /**
   * A value.
   *
   * @param text what it says; {@code ""}: the query found none
   * @param address where it leads; {@code ""} for a text
   */
  record Cell(String text, String address) {}
}
