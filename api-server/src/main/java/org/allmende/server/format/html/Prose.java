package org.allmende.server.format.html;

import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A publisher's text: paragraphs, lists, headings, quotes, emphasis and links of Markdown ({@code
 * web-ui.md} 7.3). All else stays what it is, text: markup of HTML above all, and lines that begin
 * with spaces. Pictures of others become links, for a page loads nothing from elsewhere.
 */
final class Prose {

  /** A heading of a text stands below the heading of its section. */
  private static final int FIRST_LEVEL = 3;

  private static final int LAST_LEVEL = 6;

  /** A text that is longer is read no further: a description, not a book. */
  private static final int LONGEST = 100_000;

  private static final Parser MARKDOWN =
      Parser.builder()
          .enabledBlockTypes(
              Set.of(Heading.class, ListBlock.class, BlockQuote.class, FencedCodeBlock.class))
          .includeSourceSpans(IncludeSourceSpans.NONE)
          .build();

  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .softbreak("<br>\n")
          .attributeProviderFactory(
              context ->
                  (node, tag, attributes) -> {
                    if (tag.equals("a")) {
                      attributes.put("rel", "nofollow noopener");
                    }
                  })
          .build();

  private static final TextContentRenderer PLAIN =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.COMPACT).build();

  private Prose() {}

  /** The text as HTML in which every character that the publisher wrote is escaped. */
  static String html(String text) {
    var document = parse(text);
    document.accept(new PicturesToTexts());
    document.accept(new Deeper());
    return HTML.render(document);
  }

  /** The text without any markup. */
  static String plain(String text) {
    return PLAIN.render(parse(text)).strip();
  }

  /**
   * The first sentence of a text, without markup; cut at a word when it is longer than {@code
   * most}.
   */
  static String firstSentence(String text, int most) {
    var paragraph = plain(text).split("\\R", 2)[0];
    var end = endOfSentence(paragraph);
    return Paragraphs.beginning(paragraph.substring(0, end), most);
  }

  /**
   * After a stop that a space and a capital follow, unless a short word ("z. B.") stands before.
   */
  private static int endOfSentence(String text) {
    for (var i = 20; i < text.length() - 2; i++) {
      var isStop = ".!?".indexOf(text.charAt(i)) >= 0 && text.charAt(i + 1) == ' ';
      if (isStop && Character.isUpperCase(text.charAt(i + 2)) && isAfterWord(text, i)) {
        return i + 1;
      }
    }
    return text.length();
  }

  private static boolean isAfterWord(String text, int stop) {
    var begin = text.lastIndexOf(' ', stop) + 1;
    var word = text.substring(begin, stop);
    return word.length() > 3 && word.chars().noneMatch(letter -> letter == '.');
  }

  private static Node parse(String text) {
    return MARKDOWN.parse(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
  }

  /** A picture becomes the text that stands for it. */
  private static final class PicturesToTexts extends AbstractVisitor {
    @Override
    public void visit(Image image) {
      for (var child : List.copyOf(children(image))) {
        image.insertBefore(child);
      }
      image.unlink();
    }

    private static List<Node> children(Node node) {
      var all = new java.util.ArrayList<Node>();
      for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
        all.add(child);
      }
      return all;
    }
  }

  /** Headings begin below that of the section, and none skips a level. */
  private static final class Deeper extends AbstractVisitor {
    private int last = FIRST_LEVEL - 1;
    private int highest = LAST_LEVEL;

    @Override
    public void visit(Heading heading) {
      highest = Math.min(highest, heading.getLevel());
      var wanted = FIRST_LEVEL + heading.getLevel() - highest;
      last = Math.min(Math.min(wanted, last + 1), LAST_LEVEL);
      heading.setLevel(last);
      visitChildren(heading);
    }
  }
}
