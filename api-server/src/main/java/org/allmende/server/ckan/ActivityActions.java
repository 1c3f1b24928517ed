package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.accounts.Group;
import org.allmende.catalog.ledger.RevisionQuery;
import org.allmende.catalog.model.Revision;
import org.allmende.catalog.model.Times;
import org.allmende.catalog.search.IndexField;

/**
 * What happened to datasets, read from their revisions ({@code ckan-api.md} 7.4): each revision is
 * an activity, whose id leads to the dataset as it was then, and back to it.
 */
final class ActivityActions {

  private static final int USUAL = 31;
  private static final int MOST = 100;

  /** Version 8 of RFC 9562: made in a way of one's own. */
  private static final long VERSION_8 = 0x8000L;

  private static final long VERSION_BITS = 0xF000L;
  private static final long VARIANT = 1L << 63;

  private final CkanSite site;
  private final PackageEditor editor;

  ActivityActions(CkanSite site, PackageEditor editor) {
    this.site = site;
    this.editor = editor;
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.reading(
            "recently_changed_packages_activity_list",
            "What happened to public datasets, newest first. Parameters: offset, limit.",
            in -> list(query(in, Optional.empty(), Optional.empty(), true))),
        CkanAction.reading(
            "dashboard_activity_list",
            "The same. Parameters: offset, limit.",
            in -> list(query(in, Optional.empty(), Optional.empty(), true))),
        CkanAction.reading(
            "package_activity_list",
            "What happened to a dataset, newest first. Parameters: id, offset, limit, after,"
                + " before (seconds since 1970, or a time).",
            this::ofPackage),
        CkanAction.reading(
            "organization_activity_list",
            "What happened to the datasets of an organization. Parameters: id, offset, limit.",
            this::ofOrganization),
        CkanAction.reading(
            "group_activity_list",
            "What happened to the datasets of a theme or group, the newest of each. Parameters: id,"
                + " offset, limit.",
            this::ofGroup),
        CkanAction.reading(
            "user_activity_list",
            "What a user did to public datasets. Parameters: id, offset, limit.",
            this::ofUser),
        CkanAction.reading(
            "activity_show",
            "One activity with the dataset as it was then. Parameter: id.",
            this::show),
        CkanAction.writing(
            "package_restore",
            "Brings a dataset back to what it was after an activity; an action of ours."
                + " Parameters: id, activity_id.",
            this::restore));
  }

  // Lists.

  private CkanResult ofPackage(CkanParams in) {
    var entry = site.visible(in.required("id"), in.caller());
    var mayAll = in.caller().mayEdit(entry);
    return list(query(in, Optional.of(entry.addresses().ordinal()), Optional.empty(), !mayAll));
  }

  private CkanResult ofOrganization(CkanParams in) {
    var organization =
        site.catalog().findOrganization(in.required("id")).orElseThrow(CkanException::notFound);
    return list(query(in, Optional.empty(), Optional.of(organization.id()), true));
  }

  private CkanResult ofUser(CkanParams in) {
    var user =
        site.catalog().accounts().find(in.required("id")).orElseThrow(CkanException::notFound);
    var all = query(in, Optional.empty(), Optional.empty(), true);
    return list(
        new RevisionQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.of(user.id()),
            true,
            all.after(),
            all.before(),
            all.offset(),
            all.limit()));
  }

  private CkanResult ofGroup(CkanParams in) {
    var query = query(in, Optional.empty(), Optional.empty(), true);
    var most = query.offset() + query.limit();
    var id = in.required("id");
    var found =
        CkanGroup.findTheme(id)
            .map(theme -> site.datasetsWith(IndexField.THEME, CkanGroup.nameOf(theme), most))
            .or(
                () ->
                    ownGroup(id)
                        .map(group -> group.name().value())
                        .map(name -> site.datasetsWith(CkanFields.GROUPS, name, most)))
            .orElseThrow(CkanException::notFound);
    var ordinals = found.hits().stream().map(hit -> hit.ordinal()).skip(query.offset()).toList();
    return CkanResult.ofAll(
        site.catalog().entries(ordinals).stream()
            .filter(CatalogEntry::isPublic)
            .map(this::activity)
            .toList());
  }

  private Optional<Group> ownGroup(String id) {
    return site.catalog().accounts().findGroup(Group.Kind.GROUP, id).filter(Group::isActive);
  }

  private RevisionQuery query(
      CkanParams in, Optional<Long> ordinal, Optional<String> publisher, boolean publicOnly) {
    var offset = in.natural("offset").orElse(0);
    var limit = Math.min(in.natural("limit").orElse(USUAL), MOST);
    var after = time(in, "after");
    var before = time(in, "before");
    in.throwIfProblems();
    return new RevisionQuery(
        ordinal, publisher, Optional.empty(), publicOnly, after, before, offset, limit);
  }

  private static Optional<Instant> time(CkanParams in, String name) {
    var text = in.text(name).map(String::strip).filter(value -> !value.isEmpty());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var time = parse(text.get());
    if (time.isEmpty()) {
      in.problem(name, "Expected seconds since 1970, or a time such as 2024-05-01T09:30:00");
    }
    return time;
  }

  private static Optional<Instant> parse(String text) {
    if (text.matches("\\d{1,11}(\\.\\d{1,9})?")) {
      return Optional.of(Instant.ofEpochMilli((long) (Double.parseDouble(text) * 1_000)));
    }
    return Times.parse(text.matches(".*T\\d\\d:\\d\\d(:[\\d.]+)?") ? text + "Z" : text);
  }

  private CkanResult list(RevisionQuery query) {
    var found = site.catalog().ledger().read(snapshot -> snapshot.revisions(query));
    return CkanResult.ofAll(found.stream().map(this::activity).toList());
  }

  // One.

  private CkanResult show(CkanParams in) {
    return activity(revision(in.required("id"), in.caller()));
  }

  /**
   * The dataset as the caller may see it after an activity, or at a time; empty when neither is
   * asked for.
   */
  Optional<CatalogEntry> then(CkanParams in) {
    var id = in.text("activity_id").filter(text -> !text.isBlank());
    if (id.isPresent()) {
      return Optional.of(revision(id.get(), in.caller()));
    }
    var time = time(in, "as_of");
    in.throwIfProblems();
    return time.map(
        asked ->
            site.catalog()
                .findAsOf(site.visible(in.required("id", "name_or_id"), in.caller()).uri(), asked)
                .filter(entry -> maySee(entry, in.caller()))
                .orElseThrow(CkanException::notFound));
  }

  private CatalogEntry revision(String activityId, Caller caller) {
    var sequence = sequence(activityId);
    if (sequence.isEmpty()) {
      throw CkanException.notFound();
    }
    var entry =
        site.catalog()
            .ledger()
            .read(snapshot -> snapshot.findRevision(sequence.getAsLong()))
            .orElseThrow(CkanException::notFound);
    // Whoever may not see the dataset now does not see what it was; nor what was not public then.
    var current = site.visible(entry.addresses().id(), caller);
    if (!maySee(entry, caller) || !caller.mayRead(current)) {
      throw CkanException.denied("User not authorized to read this activity");
    }
    return entry;
  }

  private static boolean maySee(CatalogEntry revision, Caller caller) {
    return caller.mayRead(revision) && revision.revision().change() != Revision.Change.PURGED;
  }

  private CkanResult restore(CkanParams in) {
    var current = site.known(in.required("id"));
    PackageEditor.requireMayEdit(current, in.caller());
    var then = revision(in.required("activity_id"), in.caller());
    if (!then.uri().equals(current.uri())) {
      throw CkanException.invalid("activity_id", "This activity is of another dataset");
    }
    var written =
        editor.replace(
            current,
            in.caller(),
            basis -> new WriteThrough.State(then.description(), then.record()));
    return CkanResult.changing(written.entry(), site.packages().result(written.entry()));
  }

  private CkanResult activity(CatalogEntry entry) {
    return out -> write(entry, out);
  }

  private void write(CatalogEntry entry, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", id(entry.revision().sequence()));
    out.writeStringField("timestamp", CkanJson.time(entry.revision().at()));
    CkanJson.text(out, "user_id", entry.record().editor());
    out.writeStringField("object_id", entry.addresses().id());
    out.writeStringField("activity_type", type(entry) + " package");
    out.writeObjectFieldStart("data");
    out.writeFieldName("package");
    CkanJson.MAPPER.writeTree(out, site.packages().read(entry).tree());
    out.writeEndObject();
    out.writeEndObject();
  }

  private String type(CatalogEntry entry) {
    return switch (entry.revision().change()) {
      case WITHDRAWN, PURGED -> "deleted";
      case PUBLISHED, DEPRECATED, WITHDRAWING -> isFirst(entry) ? "new" : "changed";
    };
  }

  private boolean isFirst(CatalogEntry entry) {
    return site.catalog()
            .ledger()
            .read(snapshot -> snapshot.firstSequence(entry.addresses().ordinal()))
        == entry.revision().sequence();
  }

  // Ids.

  /** The id of an activity holds the sequence number of its revision. */
  private String id(long sequence) {
    var ours = site.catalog().identity().namespace().getMostSignificantBits();
    return new UUID((ours & ~VERSION_BITS) | VERSION_8, VARIANT | sequence).toString();
  }

  private OptionalLong sequence(String id) {
    if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      return OptionalLong.empty();
    }
    var sequence = UUID.fromString(id).getLeastSignificantBits() & ~VARIANT;
    return id(sequence).equals(id) ? OptionalLong.of(sequence) : OptionalLong.empty();
  }
}
