package org.allmende.server.format.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where machines find what belongs to a dataset, without reading its page (FAIR Signposting): in
 * the {@code Link} header of the page (level 1), and as a link set (RFC 9264, level 2).
 *
 * @param anchor the page, with scheme and host
 * @param posts in the order of the profile
 */
record Signposts(String anchor, List<Post> posts) {

  /** A header is no place for hundreds of files; the link set has them all. */
  private static final int FILES_IN_HEADER = 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What may stand between the brackets of a header. */
  private static final Pattern TARGET = Pattern.compile("[!-~&&[^<>\"]]+");

  /** A media type as a header may name it. */
  private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+");

  Signposts {
    posts = List.copyOf(posts);
  }

  /**
   * One link.
   *
   * @param type media type of what is there; {@code ""} when unknown
   */
  record Post(String relation, String target, String type) {}

  static Signposts of(DatasetPage page) {
    var frame = page.frame();
    var posts = new ArrayList<Post>();
    posts.add(new Post("cite-as", page.iri(), ""));
    posts.add(new Post("type", "https://schema.org/AboutPage", ""));
    posts.add(new Post("type", "https://schema.org/Dataset", ""));
    posts.add(new Post("author", page.publisherIri(), ""));
    posts.add(new Post("license", page.licenseAddress(), ""));
    for (var form : frame.forms()) {
      posts.add(new Post("describedby", frame.absolute(form.address()), form.mediaType()));
    }
    page.files().stream()
        .filter(FileView::isDownload)
        .forEach(file -> posts.add(new Post("item", file.address(), file.mediaType())));
    posts.removeIf(post -> !TARGET.matcher(post.target()).matches());
    return new Signposts(frame.canonical(), posts);
  }

  /**
   * The value of the {@code Link} header.
   *
   * @param linkSet where all links are, with scheme and host
   */
  String header(String linkSet) {
    var items = new int[1];
    var links =
        posts.stream()
            .filter(post -> !post.relation().equals("item") || items[0]++ < FILES_IN_HEADER)
            .map(Signposts::link)
            .collect(Collectors.joining(", "));
    return links + ", " + link(new Post("linkset", linkSet, "application/linkset+json"));
  }

  private static String link(Post post) {
    var type = MEDIA_TYPE.matcher(post.type()).matches() ? "; type=\"" + post.type() + "\"" : "";
    return "<" + post.target() + ">; rel=\"" + post.relation() + "\"" + type;
  }

  /** All links as a link set in JSON. */
  byte[] linkSet() {
    var root = JSON.createObjectNode();
    var context = root.putArray("linkset").addObject().put("anchor", anchor);
    for (var post : posts) {
      var link = context.withArray(post.relation()).addObject().put("href", post.target());
      if (MEDIA_TYPE.matcher(post.type()).matches()) {
        link.put("type", post.type());
      }
    }
    try {
      return JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts can be written", e);
    }
  }
}
