package org.allmende.server.ckan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.catalog.model.Organization;
import org.allmende.vocab.codelist.CodeLists;

/** What people read instead of the values of a facet. Any number of threads may ask. */
final class FacetTitles {

  private static final int KEPT = 10_000;

  private final CkanSite site;
  private final Cache<String, String> licenses = Caffeine.newBuilder().maximumSize(KEPT).build();
  private final Cache<String, String> groups = Caffeine.newBuilder().maximumSize(KEPT).build();
  private volatile Organizations organizations = new Organizations(-1, Map.of());

  /** The titles by name, as they were at least at a position of the index. */
  private record Organizations(long position, Map<String, String> titles) {}

  FacetTitles(CkanSite site) {
    this.site = site;
  }

  /**
   * The text beside a value; a value without one stands for itself.
   *
   * @param field by CKAN's name
   * @param position of the index that counted the value
   */
  String of(String field, String value, long position) {
    return switch (field) {
      case "organization" -> organizations(position).getOrDefault(value, value);
      case "groups" -> groups.get(value, this::group);
      case "license_id" ->
          licenses.get(value, license -> CkanLicense.of(license).title(site.language()));
      default -> value;
    };
  }

  private String group(String code) {
    return CodeLists.themes().find(code).map(t -> t.label(site.language())).orElse(code);
  }

  /** An organization comes with a revision, so as long as there is none the titles hold. */
  private Map<String, String> organizations(long position) {
    var known = organizations;
    if (known.position() != position) {
      known = new Organizations(position, readOrganizations());
      organizations = known;
    }
    return known.titles();
  }

  private Map<String, String> readOrganizations() {
    return site.catalog().organizations().stream()
        .collect(Collectors.toMap(o -> o.name().value(), Organization::title, (a, b) -> a));
  }
}
