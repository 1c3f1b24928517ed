package org.allmende.server.format.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.catalog.search.LicenseUse;
import org.allmende.server.http.ParamReader;

/** CKAN's search page had other keys for the same choices ({@code ckan-api.md} 14). */
final class CkanSearchAddress {

  private CkanSearchAddress() {}

  /** The part after the path of our search page, for what a CKAN's address asked. */
  static String ours(ParamReader in) {
    var query = new ArrayList<String>();
    var words = Stream.concat(in.each("q").stream().limit(1), in.each("tags").stream());
    var text = String.join(" ", words.filter(word -> !word.isBlank()).toList());
    add(query, "q", text.isEmpty() ? List.of() : List.of(text));
    add(query, "thema", in.each("groups"));
    add(query, "format", in.each("res_format"));
    add(query, "herausgeber", in.each("organization"));
    add(
        query,
        "lizenz",
        in.each("license_id").stream().map(id -> LicenseUse.of(id).key()).distinct().toList());
    add(query, "sort", in.find("sort").flatMap(CkanSearchAddress::order).stream().toList());
    add(query, "seite", in.each("page").stream().filter(p -> p.matches("[1-9]\\d{0,4}")).toList());
    return query.isEmpty() ? "" : "?" + String.join("&", query);
  }

  private static Optional<String> order(String sort) {
    var field = sort.strip().toLowerCase(Locale.ROOT).split("[\\s,]+")[0];
    return switch (field) {
      case "title", "title_string", "name" -> Optional.of("titel");
      case "metadata_modified", "metadata_created" -> Optional.of("neueste");
      default -> Optional.empty();
    };
  }

  private static void add(List<String> query, String key, List<String> values) {
    for (var value : values) {
      query.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
