package org.allmende.server.format.html;

import java.util.List;

/**
 * The reference of all calls ({@code web-ui.md} 7.6).
 *
 * @param frame what is around it
 * @param groups calls that belong together
 * @param openApi where the same is for programs
 */
record ApiPage(Frame frame, List<Group> groups, String openApi) {

  ApiPage {
    groups = List.copyOf(groups);
  }

  /** Calls that belong together. */
  record Group(String key, String heading, String intro, List<Entry> calls) {
    Group {
      calls = List.copyOf(calls);
    }
  }

  /**
   * A call.
   *
   * @param id its anchor
   * @param name as it is called, method and path
   * @param form where the form leads to; {@code ""} for a call that no form can make
   * @param example an address with scheme and host that answers; {@code ""} when nothing here fits
   * @param command how a terminal asks for the example
   */
  record Entry(
      String id,
      String name,
      Localized summary,
      List<Input> inputs,
      String form,
      String example,
      String command) {
    Entry {
      inputs = List.copyOf(inputs);
    }
  }

  /**
   * A parameter.
   *
   * @param hint what it takes; may be empty
   * @param value what the example has
   */
  record Input(String name, Localized hint, String value) {}
}
