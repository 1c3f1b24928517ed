package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.catalog.accounts.Group;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Uuids;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;

/**
 * What CKAN calls a group: an organization, which is a publisher, or a group proper, which is a
 * theme.
 *
 * @param id its CKAN id
 * @param name its CKAN name
 * @param title what people read
 * @param isOrganization which of the two it is
 * @param created when the catalog first saw it; a theme has none
 * @param said what people say about it beside its title
 */
record CkanGroup(
    String id,
    String name,
    String title,
    boolean isOrganization,
    Optional<Instant> created,
    Said said) {

  /** What people say about it beside its title. */
  record Said(
      String description,
      String imageUrl,
      Map<String, String> extras,
      List<String> parents,
      boolean isDeleted) {

    static final Said NOTHING = new Said("", "", Map.of(), List.of(), false);
  }

  static CkanGroup of(Group group) {
    return new CkanGroup(
        group.id(),
        group.name().value(),
        group.displayName(),
        group.kind() == Group.Kind.ORGANIZATION,
        Optional.of(group.created()),
        new Said(
            group.description(),
            group.imageUrl(),
            group.extras(),
            group.parents(),
            !group.isActive()));
  }

  static CkanGroup of(Organization organization) {
    return new CkanGroup(
        organization.id(),
        organization.name().value(),
        organization.title(),
        true,
        Optional.of(organization.created()),
        new Said(
            organization.description(),
            organization.imageUrl(),
            Map.of(),
            List.of(),
            organization.isDeleted()));
  }

  /** The CKAN name of a theme: its code in lower case. */
  static String nameOf(Concept theme) {
    return theme.code().toLowerCase(Locale.ROOT);
  }

  /** The CKAN id of a theme. */
  static String idOf(Concept theme) {
    return Uuids.v5(Uuids.URL, theme.iri()).toString();
  }

  /** The theme with this CKAN name or id. */
  static Optional<Concept> findTheme(String nameOrId) {
    return CodeLists.themes().concepts().stream()
        .filter(theme -> nameOf(theme).equals(nameOrId) || idOf(theme).equals(nameOrId))
        .findFirst();
  }

  static CkanGroup of(Concept theme, String language) {
    return new CkanGroup(
        idOf(theme), nameOf(theme), theme.label(language), false, Optional.empty(), Said.NOTHING);
  }

  String type() {
    return isOrganization ? "organization" : "group";
  }

  /**
   * What is shown beside its own texts ({@code ckan-api.md} 4.4, 7.2).
   *
   * @param count how many datasets it has; absent when not asked for
   * @param withFollowers whether to say how many follow it
   * @param withExtras whether to show its extras
   * @param withParents whether to show what it stands below
   * @param memberCount how many members it has; absent when not asked for
   * @param users its members; absent when not asked for, or for nobody of this caller's kind
   * @param packages writes its datasets, one after the other; absent when not asked for
   */
  record Parts(
      Optional<Long> count,
      boolean withFollowers,
      boolean withExtras,
      boolean withParents,
      Optional<Integer> memberCount,
      Optional<List<ObjectNode>> users,
      Optional<CkanResult> packages) {

    /** Nothing but the count. */
    static Parts counting(Optional<Long> count) {
      return new Parts(
          count, true, false, false, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** It with these parts, as {@code …_show} and {@code …_list} give it. */
  CkanResult with(Parts parts) {
    return out -> {
      out.writeStartObject();
      writeListed(out, parts);
      writeParts(out, parts);
      CkanJson.emptyList(out, "tags");
      out.writeEndObject();
    };
  }

  /** The form in lists of what a user may do. */
  CkanResult withCapacity(Capacity capacity, Optional<Long> count) {
    return out -> {
      out.writeStartObject();
      writeListed(out, Parts.counting(count));
      out.writeStringField("capacity", capacity.word());
      out.writeEndObject();
    };
  }

  private void writeListed(JsonGenerator out, Parts parts) throws IOException {
    writeCommon(out);
    out.writeStringField("display_name", title.isEmpty() ? name : title);
    out.writeStringField("image_display_url", said.imageUrl());
    if (parts.withFollowers()) {
      out.writeNumberField("num_followers", 0);
    }
    if (parts.count().isPresent()) {
      out.writeNumberField("package_count", parts.count().get());
    }
    if (parts.memberCount().isPresent()) {
      out.writeNumberField("member_count", parts.memberCount().get());
    }
  }

  private void writeParts(JsonGenerator out, Parts parts) throws IOException {
    if (parts.withParents()) {
      out.writeArrayFieldStart("groups");
      for (var parent : said.parents()) {
        CkanJson.MAPPER.writeValue(out, Map.of("name", parent, "capacity", "public"));
      }
      out.writeEndArray();
    }
    if (parts.withExtras()) {
      out.writeArrayFieldStart("extras");
      for (var extra : said.extras().entrySet()) {
        CkanJson.MAPPER.writeValue(out, Map.of("key", extra.getKey(), "value", extra.getValue()));
      }
      out.writeEndArray();
    }
    if (parts.users().isPresent()) {
      out.writeFieldName("users");
      CkanJson.MAPPER.writeValue(out, parts.users().get());
    }
    if (parts.packages().isPresent()) {
      out.writeArrayFieldStart("packages");
      parts.packages().get().writeTo(out);
      out.writeEndArray();
    }
  }

  /** The short form inside a dataset. */
  void writeShort(JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeCommon(out);
    // udata refuses datasets whose organization lacks these two keys of older CKANs.
    out.writeStringField("revision_id", id);
    CkanJson.text(out, "revision_timestamp", created.map(CkanJson::time));
    out.writeEndObject();
  }

  /** The short form as a tree. */
  ObjectNode tree() {
    var buffer = new TokenBuffer(CkanJson.MAPPER, false);
    try {
      writeShort(buffer);
      return CkanJson.MAPPER.readTree(buffer.asParser());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeCommon(JsonGenerator out) throws IOException {
    out.writeStringField("id", id);
    out.writeStringField("name", name);
    out.writeStringField("title", title);
    out.writeStringField("type", type());
    out.writeStringField("description", said.description());
    out.writeStringField("image_url", said.imageUrl());
    CkanJson.text(out, "created", created.map(CkanJson::time));
    out.writeBooleanField("is_organization", isOrganization);
    out.writeStringField("approval_status", "approved");
    out.writeStringField("state", said.isDeleted() ? "deleted" : "active");
  }

  /** A theme or an own group inside a dataset's {@code groups}. */
  void writeMembership(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", id);
    out.writeStringField("name", name);
    out.writeStringField("title", title);
    out.writeStringField("display_name", title);
    out.writeStringField("description", said.description());
    out.writeStringField("image_display_url", said.imageUrl());
    out.writeEndObject();
  }
}
