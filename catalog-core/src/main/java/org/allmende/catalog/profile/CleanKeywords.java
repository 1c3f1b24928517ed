package org.allmende.catalog.profile;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.allmende.catalog.model.DatasetUri;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Keywords as the portal takes them; what is shorter than 2 characters is left out. */
final class CleanKeywords implements ViewRule {

  private static final int LONGEST = 100;
  private static final Pattern CLEAN =
      Pattern.compile("[\\p{L}\\p{Nd}]([\\p{L}\\p{Nd}_.-]| (?! ))*");
  private static final Pattern BETWEEN = Pattern.compile("[,;|\\n]");
  private static final Pattern FORBIDDEN = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd} _.-]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  @Override
  public Reason reason() {
    return new Reason(
        "clean-keywords",
        "2.7",
        "Das Portal trennt Schlagworte am Komma und nimmt nur Buchstaben, Ziffern, Leerzeichen und"
            + " - _ . an.",
        "The portal splits keywords at commas and takes letters, digits, spaces and - _ . alone.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var triple : Edit.triples(graph, Terms.KEYWORD)) {
      var keyword = triple.getObject();
      if (keyword.isLiteral() && !isClean(keyword.getLiteralLexicalForm())) {
        Edit.replace(
            graph,
            triple,
            clean(keyword.getLiteralLexicalForm()).stream()
                .map(text -> sameLanguage(text, keyword))
                .toList());
      }
    }
  }

  private static boolean isClean(String keyword) {
    return keyword.length() >= 2
        && keyword.length() <= LONGEST
        && !keyword.endsWith(" ")
        && CLEAN.matcher(keyword).matches();
  }

  private static List<String> clean(String keyword) {
    return Arrays.stream(BETWEEN.split(keyword))
        .map(text -> SPACES.matcher(FORBIDDEN.matcher(text).replaceAll(" ")).replaceAll(" "))
        .map(String::strip)
        .filter(text -> text.length() >= 2)
        .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST).strip() : text)
        .toList();
  }

  private static Node sameLanguage(String text, Node keyword) {
    return NodeFactory.createLiteralLang(text, keyword.getLiteralLanguage());
  }
}
