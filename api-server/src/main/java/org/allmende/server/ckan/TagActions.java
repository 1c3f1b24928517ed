package org.allmende.server.ckan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;

/**
 * The actions about tags ({@code ckan-api.md} 7.3). All tags are free: there are no vocabularies of
 * tags here, so a question for one finds nothing.
 */
final class TagActions {

  private final CkanSite site;
  private final TagList tags;

  TagActions(CkanSite site, TagList tags) {
    this.site = site;
    this.tags = tags;
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.reading(
            "tag_list",
            "The names of all tags in use. Parameters: query, all_fields, vocabulary_id.",
            this::list),
        CkanAction.reading(
            "tag_show",
            "One tag. Parameters: id (name or id), include_datasets, vocabulary_id.",
            this::show),
        CkanAction.reading(
            "tag_search",
            "Tags whose names contain all of the texts. Parameters: query (one text or several),"
                + " limit, offset, vocabulary_id.",
            this::search),
        CkanAction.reading(
            "tag_autocomplete",
            "Names of tags that contain a text. Parameters: query, limit, offset, vocabulary_id.",
            this::complete),
        CkanAction.reading(
            "vocabulary_list",
            "The vocabularies of tags: none here, all tags are free.",
            in -> CkanResult.of(List.of())),
        CkanAction.reading(
            "vocabulary_show", "One vocabulary of tags. Parameter: id.", this::showVocabulary));
  }

  private CkanResult list(CkanParams in) {
    requireNoVocabulary(in);
    var found = tags.containing(in.text("query").or(() -> in.text("q")).orElse(""));
    return in.flag("all_fields", false)
        ? all(found)
        : CkanResult.ofTexts(found.stream().map(CkanTag::name).toList());
  }

  private static CkanResult all(List<CkanTag> found) {
    return CkanResult.ofAll(found.stream().map(tag -> (CkanResult) tag::writeTo).toList());
  }

  private CkanResult show(CkanParams in) {
    var id = in.required("id");
    requireNoVocabulary(in);
    var used = tags.find(id).orElseThrow(CkanException::notFound);
    if (!in.flag("include_datasets", false)) {
      return used.tag()::writeTo;
    }
    var datasets =
        site.search()
            .apply(
                SearchQuery.all().filteredBy(used.filter()).withPage(new Page(0, Page.MAX_LIMIT)));
    return out -> used.tag().writeWith(datasets, site.packages(), out);
  }

  private CkanResult search(CkanParams in) {
    var limit = in.natural("limit");
    var offset = in.natural("offset").orElse(0);
    in.throwIfProblems();
    requireNoVocabulary(in);
    var found = containingAll(texts(in));
    var window = PackageActions.window(found, offset, limit);
    return out -> {
      out.writeStartObject();
      out.writeNumberField("count", found.size());
      out.writeFieldName("results");
      all(window).writeTo(out);
      out.writeEndObject();
    };
  }

  /** Names that contain all of the texts. */
  private CkanResult complete(CkanParams in) {
    var limit = in.natural("limit");
    var offset = in.natural("offset").orElse(0);
    in.throwIfProblems();
    requireNoVocabulary(in);
    var names = containingAll(texts(in)).stream().map(CkanTag::name).toList();
    return CkanResult.ofTexts(PackageActions.window(names, offset, limit));
  }

  private static List<String> texts(CkanParams in) {
    var texts = in.list("query").isEmpty() ? in.list("q") : in.list("query");
    return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  /** Nothing asked, nothing found. */
  private List<CkanTag> containingAll(List<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    var others =
        texts.stream()
            .skip(1)
            .map(text -> tags.containing(text).stream().collect(Collectors.toSet()))
            .toList();
    return tags.containing(texts.getFirst()).stream()
        .filter(tag -> others.stream().allMatch(found -> found.contains(tag)))
        .sorted(Comparator.comparing(CkanTag::name))
        .toList();
  }

  private static void requireNoVocabulary(CkanParams in) {
    in.text("vocabulary_id")
        .filter(text -> !text.isBlank())
        .ifPresent(
            id -> {
              throw CkanException.notFound("Could not find vocabulary \"" + id + "\"");
            });
  }

  private CkanResult showVocabulary(CkanParams in) {
    if (in.text("id").filter(text -> !text.isBlank()).isEmpty()) {
      throw CkanException.invalid("id", "id not in data");
    }
    throw CkanException.notFound();
  }
}
