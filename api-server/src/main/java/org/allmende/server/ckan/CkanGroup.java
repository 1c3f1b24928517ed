package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
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
 */
record CkanGroup(
    String id, String name, String title, boolean isOrganization, Optional<Instant> created) {

  static CkanGroup of(Organization organization) {
    return new CkanGroup(
        organization.id(),
        organization.name().value(),
        organization.title(),
        true,
        Optional.of(organization.created()));
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
        idOf(theme), nameOf(theme), theme.label(language), false, Optional.empty());
  }

  String type() {
    return isOrganization ? "organization" : "group";
  }

  /**
   * The full form of {@code ckan-api.md} 4.4.
   *
   * @param count how many datasets it has; absent when not asked for
   * @param withParts whether the lists of {@code …_show} stand there, which {@code …_list} leaves
   *     out
   * @param packages writes its datasets, one after the other; absent when not asked for
   */
  CkanResult full(Optional<Long> count, boolean withParts, Optional<CkanResult> packages) {
    return out -> {
      out.writeStartObject();
      writeCommon(out);
      out.writeStringField("display_name", title.isEmpty() ? name : title);
      out.writeStringField("image_display_url", "");
      out.writeNumberField("num_followers", 0);
      if (count.isPresent()) {
        out.writeNumberField("package_count", count.get());
      }
      if (withParts) {
        CkanJson.emptyList(out, "groups");
        CkanJson.emptyList(out, "extras");
        CkanJson.emptyList(out, "tags");
      }
      if (packages.isPresent()) {
        out.writeArrayFieldStart("packages");
        packages.get().writeTo(out);
        out.writeEndArray();
      }
      out.writeEndObject();
    };
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
    out.writeStringField("description", "");
    out.writeStringField("image_url", "");
    CkanJson.text(out, "created", created.map(CkanJson::time));
    out.writeBooleanField("is_organization", isOrganization);
    out.writeStringField("approval_status", "approved");
    out.writeStringField("state", "active");
  }

  /** A theme inside a dataset's {@code groups}. */
  void writeMembership(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", id);
    out.writeStringField("name", name);
    out.writeStringField("title", title);
    out.writeStringField("display_name", title);
    out.writeStringField("description", "");
    out.writeStringField("image_display_url", "");
    out.writeEndObject();
  }
}
