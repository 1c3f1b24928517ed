package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The parameters of an action, read from the sentence that {@code help_show} says: {@code
 * Parameters: id (id or name), limit (10), offset.} What is no name, such as "any fields", is left
 * to the sentence itself.
 */
final class ActionParameters {
  private static final Pattern LIST = Pattern.compile("Parameters?: (.*)\\.$", Pattern.DOTALL);
  private static final Pattern OUTSIDE_BRACKETS = Pattern.compile(",(?![^(]*\\))");
  private static final Pattern ONE =
      Pattern.compile("(?:and )?([a-z_]+[a-z0-9_.]*)(?: or ([a-z_]+))?(?: \\((.*)\\))?");

  private ActionParameters() {}

  static List<ApiCall.Parameter> of(String help) {
    var parameters = new ArrayList<ApiCall.Parameter>();
    var list = LIST.matcher(help);
    if (list.find()) {
      for (var part : OUTSIDE_BRACKETS.split(list.group(1))) {
        var one = ONE.matcher(part.strip());
        if (one.matches()) {
          var hint = one.group(3) == null ? "" : one.group(3);
          parameters.add(new ApiCall.Parameter(one.group(1), hint));
          if (one.group(2) != null) {
            parameters.add(new ApiCall.Parameter(one.group(2), hint));
          }
        }
      }
    }
    return parameters;
  }

  /** What the sentence says before its parameters. */
  static String summary(String help) {
    return LIST.matcher(help).replaceFirst("").strip();
  }
}
