package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * The small addresses below {@code /api} that pages of CKAN complete words with ({@code
 * ckan-api.md} 14). Every number of the API means the same.
 */
final class UtilRoutes implements Routes {

  private static final int LONGEST = 1_000;
  private static final int USUAL = 10;

  private final Completions completions;
  private final GroupKind organizations;
  private final GroupKind groups;

  UtilRoutes(CkanSite site, Completions completions) {
    this.completions = completions;
    this.organizations = GroupKind.organizations(site);
    this.groups = GroupKind.groups(site);
  }

  @Override
  public void addTo(RouteTable table) {
    for (var prefix : List.of("/api/util", "/api/1/util", "/api/2/util", "/api/3/util")) {
      table
          .get(prefix + "/dataset/autocomplete", this::datasets)
          .get(prefix + "/tag/autocomplete", this::tags)
          .get(prefix + "/resource/format_autocomplete", this::formats)
          .get(prefix + "/group/autocomplete", ctx -> groups(ctx, groups))
          .get(prefix + "/organization/autocomplete", ctx -> groups(ctx, organizations))
          .open(prefix);
    }
  }

  private void datasets(Context ctx) {
    var in = ParamReader.ofQuery(ctx.queryString());
    send(ctx, resultSet(completions.packages(in.text("incomplete"), limit(in))));
  }

  private void tags(Context ctx) {
    var in = ParamReader.ofQuery(ctx.queryString());
    var names = completions.tags(in.text("incomplete"), limit(in));
    send(ctx, resultSet(names.stream().map(name -> Map.of("Name", name)).toList()));
  }

  private void formats(Context ctx) {
    var in = ParamReader.ofQuery(ctx.queryString());
    var names = completions.formats(in.text("incomplete"), limit(in));
    send(ctx, resultSet(names.stream().map(name -> Map.of("Format", name)).toList()));
  }

  private void groups(Context ctx, GroupKind kind) {
    var in = ParamReader.ofQuery(ctx.queryString());
    send(ctx, completions.groups(kind, in.text("q"), limit(in)));
  }

  private static int limit(ParamReader in) {
    var limit = in.number("limit", USUAL, 0, LONGEST);
    in.throwIfProblems(400);
    return limit;
  }

  private static Object resultSet(Object result) {
    return Map.of("ResultSet", Map.of("Result", result));
  }

  private static void send(Context ctx, Object value) {
    try {
      Answers.json(ctx, CkanJson.MAPPER.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written as JSON", e);
    }
  }
}
