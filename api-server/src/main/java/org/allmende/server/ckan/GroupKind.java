package org.allmende.server.ckan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.allmende.catalog.accounts.Group;
import org.allmende.catalog.search.IndexField;
import org.allmende.vocab.codelist.CodeLists;

/**
 * What distinguishes CKAN's two kinds of groups: organizations, which are our publishers, and
 * groups proper, which are the EU data themes and our own.
 *
 * @param word as in {@code organization_list}
 * @param all all there are
 * @param find by id or name
 * @param field the index field with their names
 */
record GroupKind(
    String word,
    Supplier<List<CkanGroup>> all,
    Function<String, Optional<CkanGroup>> find,
    IndexField field) {

  static GroupKind organizations(CkanSite site) {
    return new GroupKind(
        "organization",
        () -> site.catalog().organizations().stream().map(CkanGroup::of).toList(),
        idOrName -> site.catalog().findOrganization(idOrName).map(CkanGroup::of),
        IndexField.PUBLISHER);
  }

  static GroupKind groups(CkanSite site) {
    return new GroupKind(
        "group",
        () -> Stream.concat(themes(site).stream(), own(site)).toList(),
        idOrName -> theme(site, idOrName).or(() -> own(site, idOrName)),
        CkanFields.GROUPS);
  }

  private static Stream<CkanGroup> own(CkanSite site) {
    return site.catalog().accounts().groups(Group.Kind.GROUP).stream().map(CkanGroup::of);
  }

  private static Optional<CkanGroup> own(CkanSite site, String idOrName) {
    return site.catalog()
        .accounts()
        .findGroup(Group.Kind.GROUP, idOrName)
        .filter(Group::isActive)
        .map(CkanGroup::of);
  }

  private static List<CkanGroup> themes(CkanSite site) {
    return CodeLists.themes().concepts().stream()
        .map(theme -> CkanGroup.of(theme, site.language()))
        .toList();
  }

  private static Optional<CkanGroup> theme(CkanSite site, String idOrName) {
    return themes(site).stream()
        .filter(theme -> theme.id().equals(idOrName) || theme.name().equals(idOrName))
        .findFirst();
  }

  /** The one with this id or name; 404 when there is none. */
  CkanGroup require(String idOrName) {
    return find.apply(idOrName).orElseThrow(CkanException::notFound);
  }

  /** Those whose name or title contains this text, in whatever case. */
  List<CkanGroup> containing(String text) {
    var part = text.strip().toLowerCase(Locale.ROOT);
    return all.get().stream()
        .filter(g -> g.name().contains(part) || g.title().toLowerCase(Locale.ROOT).contains(part))
        .toList();
  }
}
