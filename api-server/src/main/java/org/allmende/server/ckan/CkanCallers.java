package org.allmende.server.ckan;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.catalog.accounts.Accounts;
import org.allmende.catalog.accounts.Caller;

/**
 * Who makes a request ({@code ckan-api.md} 2.1): the user whose token stands in one of the headers.
 * A token that opens nothing is no error; whoever shows it is anonymous.
 */
public final class CkanCallers {

  private static final String SCHEME = "Bearer ";

  private final Accounts accounts;
  private final List<String> headers;

  public CkanCallers(Accounts accounts, CkanSettings settings) {
    this.accounts = accounts;
    this.headers = Stream.of(settings.tokenHeader(), "X-CKAN-API-Key").distinct().toList();
  }

  /** The caller; an anonymous one in JSONP, which any page may ask for with its reader's rights. */
  public Caller of(Context ctx) {
    if (isJsonp(ctx)) {
      return Caller.anonymous();
    }
    return headers.stream()
        .flatMap(name -> Optional.ofNullable(ctx.header(name)).stream())
        .map(value -> accounts.caller(token(value)))
        .filter(caller -> !caller.isAnonymous())
        .findFirst()
        .orElse(Caller.anonymous());
  }

  private static boolean isJsonp(Context ctx) {
    var query = ctx.queryString();
    return query != null
        && query.contains("callback")
        && !ctx.req().getMethod().equals("POST")
        && ctx.queryParam("callback") != null;
  }

  private static String token(String header) {
    var value = header.strip();
    return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? value.substring(SCHEME.length()).strip()
        : value;
  }
}
