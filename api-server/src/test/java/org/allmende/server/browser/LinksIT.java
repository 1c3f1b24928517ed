package org.allmende.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.allmende.server.SampleTown;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every link on every page of the demo leads somewhere, anchors too; no browser needed. */
class LinksIT {
  /**
   * Further choices of a search: its answers are looked at, what they lead to is the same again.
   */
  private static final Pattern LEAF = Pattern.compile(".*\\?.*|.*/darstellung.*");

  @TempDir private Path directory;

  private final Map<String, Document> pages = new HashMap<>();
  private final ArrayDeque<String> open = new ArrayDeque<>();
  private final Set<String> known = new TreeSet<>();
  private final List<String> dead = new ArrayList<>();

  @Test
  void everyLinkOfTheDemoLeadsSomewhere() throws IOException, InterruptedException {
    try (var town = SampleTown.serve(directory)) {
      follow("/");
      follow("/en");
      while (!open.isEmpty()) {
        read(town, open.remove());
      }
    }
    assertEquals("", String.join("\n", dead));
    assertTrue(pages.size() > 60, "only " + pages.size() + " pages were found");
  }

  private void follow(String address) {
    if (known.add(address)) {
      open.add(address);
    }
  }

  private void read(SampleTown town, String address) {
    var answer = town.get(address, "Accept", "text/html,*/*;q=0.8");
    if (answer.statusCode() / 100 == 3) {
      follow(relative(town, answer.headers().firstValue("Location").orElseThrow()));
    } else if (answer.statusCode() != 200) {
      dead.add(answer.statusCode() + " " + address);
    } else if (isHtml(answer) && !LEAF.matcher(address).matches()) {
      var page = Jsoup.parse(answer.body(), town.url() + address);
      pages.put(address, page);
      links(town, address, page);
    }
  }

  private static boolean isHtml(java.net.http.HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
  }

  private void links(SampleTown town, String address, Document page) {
    for (var link : page.select("a[href], link[href], img[src], script[src]")) {
      var target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
      if (target.startsWith("#")) {
        requireAnchor(address, page, target.substring(1));
      } else if (target.startsWith("/") || target.startsWith(town.url() + "/")) {
        follow(relative(town, target).replaceAll("#.*", ""));
      } else if (!target.matches("(https?://[^/ ]+|mailto:[^@ ]+@[^@ ]+)[^ ]*")) {
        dead.add("unreadable on " + address + ": " + target);
      }
    }
  }

  private void requireAnchor(String address, Document page, String anchor) {
    if (page.getElementById(anchor) == null) {
      dead.add("no #" + anchor + " on " + address);
    }
  }

  private static String relative(SampleTown town, String address) {
    return address.startsWith(town.url()) ? address.substring(town.url().length()) : address;
  }
}
