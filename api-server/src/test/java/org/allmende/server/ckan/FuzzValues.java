package org.allmende.server.ckan;

import java.util.List;
import java.util.random.RandomGenerator;

/** Makes parameters wrong in every way, and right ones among them, from one source of chance. */
final class FuzzValues {

  /** Names that actions know, and some that none does. */
  private static final List<String> NAMES =
      List.of(
          "q",
          "fq",
          "fq_list",
          "rows",
          "start",
          "sort",
          "facet",
          "facet.field",
          "facet.limit",
          "facet.mincount",
          "fl",
          "include_private",
          "include_drafts",
          "include_deleted",
          "use_default_schema",
          "ext_bbox",
          "extras",
          "qf",
          "mm",
          "defType",
          "id",
          "name_or_id",
          "name",
          "limit",
          "offset",
          "page",
          "query",
          "order_by",
          "all_fields",
          "type",
          "title",
          "groups",
          "organizations",
          "include_extras",
          "include_dataset_count",
          "vocabulary_id",
          "include_datasets",
          "resource_id",
          "package_id",
          "owner_org",
          "tags",
          "resources",
          "users",
          "url",
          "upload",
          "order",
          "match",
          "update",
          "filter",
          "include",
          "email",
          "password",
          "user",
          "username",
          "role",
          "capacity",
          "object",
          "object_type",
          "state",
          "private",
          "datasets",
          "org_id",
          "organization_id",
          "since",
          "after",
          "before",
          "callback",
          "no_such_parameter",
          "",
          "\u0000",
          "__proto__");

  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "eins",
          "Eins",
          "*",
          "*:*",
          "true",
          "False",
          "null",
          "0",
          "1",
          "-1",
          "10",
          "1000",
          "1001",
          "2147483647",
          "2147483648",
          "-9223372036854775809",
          "1e9",
          "1.5",
          "NaN",
          "0x10",
          "99999999999999999999999999",
          "a,b,c",
          "[]",
          "{}",
          "[\"tags\"]",
          "[1,{\"a\":[null]}]",
          "[\"tags\"",
          "{\"a\":",
          "name asc",
          "score desc, name asc",
          "name",
          "id asc,",
          "rank",
          "title_string desc",
          "1,2,3,4",
          "-180,-90,180,90",
          "9,48,10",
          "a\u0000b",
          "\u0001\u001f",
          "\u202eright\u202c",
          "😀",
          "\ufeff",
          "Straße",
          "%",
          "%zz",
          "..",
          "../../etc/passwd",
          "<b>x</b>",
          "'; DROP TABLE datasets; --",
          "\" OR 1=1",
          "${jndi:ldap://x}",
          "{!join from=id}",
          "{!lucene}x",
          "title:(a OR b)^2",
          "tags:\"open data\"~2",
          "metadata_modified:[NOW-7DAYS TO *]",
          "metadata_modified:{* TO NOW/DAY}",
          "num_tags:[3 TO 1]",
          "num_tags:x",
          "-organization:a",
          "NOT NOT a",
          "AND",
          "a OR",
          "(",
          ")",
          "((a)",
          "\"",
          "a\"b",
          "a~2^3",
          "te?t*",
          "*a*b*c*",
          "a\\",
          "\\*",
          "name:*",
          "nosuch:*",
          "_query_:\"{!x}\"",
          "/a(b+)+c/",
          "a:b:c:d",
          "a^b",
          "[a TO",
          "x:[* TO *]",
          "+state:draft",
          "+dataset_type:harvest",
          "id:(a b c)",
          "res_url:http://x/y?z=1&w=2",
          "2<-1 5<80%",
          "title^4 text",
          "edismax",
          "NOW/DAY",
          "2024-01-31T00:00:00Z",
          "stadt-anderswo",
          "test",
          "tran",
          "Grün");

  private static final List<String> JOINTS =
      List.of(
          " ", " AND ", " OR ", " NOT ", " -", " +", ":", "(", ")", "\"", " && ", "||", "~", "^",
          ",", "*");

  private final RandomGenerator chance;

  FuzzValues(RandomGenerator chance) {
    this.chance = chance;
  }

  <T> T any(List<T> values) {
    return values.get(chance.nextInt(values.size()));
  }

  boolean oneIn(int many) {
    return chance.nextInt(many) == 0;
  }

  String name() {
    return oneIn(30) ? text() : any(NAMES);
  }

  /** A text: mostly one that means something to somebody. */
  String text() {
    return switch (chance.nextInt(12)) {
      case 0 -> noise(chance.nextInt(40));
      case 1 -> any(WORDS).repeat(1 + chance.nextInt(60));
      case 2, 3, 4 -> joined(1 + chance.nextInt(8));
      default -> any(WORDS);
    };
  }

  private String joined(int words) {
    var text = new StringBuilder(any(WORDS));
    for (var i = 1; i < words; i++) {
      text.append(any(JOINTS)).append(any(WORDS));
    }
    return text.toString();
  }

  /** Characters of every kind, half surrogates too. */
  private String noise(int length) {
    var text = new StringBuilder();
    for (var i = 0; i < length; i++) {
      text.append((char) (oneIn(3) ? chance.nextInt(0x10000) : chance.nextInt(0x80)));
    }
    return text.toString();
  }

  /** A value of JSON as text: of any type, now and then deep. */
  String json(int depth) {
    return switch (chance.nextInt(depth > 4 ? 6 : 9)) {
      case 0 ->
          any(List.of("null", "true", "false", "0", "-1", "1e400", "1.5", "12345678901234567890"));
      case 1, 2, 3, 4, 5 -> CkanJson.MAPPER.getNodeFactory().textNode(text()).toString();
      case 6 -> "[" + list(depth) + "]";
      case 7 -> object(depth + 1);
      default -> "[".repeat(chance.nextInt(1_500)) + "]".repeat(chance.nextInt(1_500));
    };
  }

  private String list(int depth) {
    var items = new StringBuilder();
    for (var i = chance.nextInt(5); i > 0; i--) {
      items.append(items.isEmpty() ? "" : ",").append(json(depth + 1));
    }
    return items.toString();
  }

  String object(int depth) {
    var object = new StringBuilder("{");
    for (var i = chance.nextInt(6); i > 0; i--) {
      object
          .append(object.length() == 1 ? "" : ",")
          .append(CkanJson.MAPPER.getNodeFactory().textNode(name()))
          .append(":")
          .append(json(depth));
    }
    return object.append("}").toString();
  }
}
