package org.allmende.server.ckan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.accounts.Accounts;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.accounts.Token;
import org.allmende.catalog.accounts.User;

/** The actions about API tokens ({@code ckan-api.md} 7.4, 8.5): own ones, or any for sysadmins. */
final class TokenActions {

  /** A hundred years; whoever asks for more means for ever. */
  private static final long LONGEST_SECONDS = 3_155_760_000L;

  private final Accounts accounts;

  TokenActions(CkanSite site) {
    this.accounts = site.catalog().accounts();
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.reading(
            "api_token_list",
            "The tokens of a user, never their secrets. Parameter: user_id or user (id or name).",
            this::list),
        CkanAction.writing(
            "api_token_create",
            "Makes a token, which is shown this once. Parameters: user (id or name), name,"
                + " expires_in with unit (seconds).",
            this::create),
        CkanAction.writing(
            "api_token_revoke",
            "Revokes a token. Parameters: jti (its id) or token.",
            this::revoke));
  }

  private CkanResult list(CkanParams in) {
    if (in.caller().isAnonymous()) {
      throw CkanException.denied("User not authorized to list tokens");
    }
    var user = require(in.required("user_id", "user"), in.caller());
    return CkanResult.of(
        accounts.tokens(user).stream()
            .map(
                token ->
                    CkanJson.MAPPER
                        .createObjectNode()
                        .put("id", token.id())
                        .put("name", token.name())
                        .put("user_id", token.userId())
                        .put("created_at", CkanJson.time(token.created()))
                        .put(
                            "last_access",
                            token.lastAccess().map(day -> day + "T00:00:00").orElse(null))
                        .put("expires_at", token.expires().map(CkanJson::time).orElse(null)))
            .toList());
  }

  private User require(String idOrName, Caller caller) {
    var user = accounts.find(idOrName).filter(found -> !found.isDeleted());
    if (user.isEmpty()) {
      throw CkanException.notFound("User not found");
    }
    if (!caller.is(user.get().id())) {
      UserActions.requireSysadmin(caller, "use tokens of user " + user.get().id());
    }
    return user.get();
  }

  private CkanResult create(CkanParams in) {
    var name = in.text("name").filter(text -> !text.isBlank());
    if (name.isEmpty()) {
      in.problem("name", "Missing value");
    }
    if (in.text("user").filter(text -> !text.isBlank()).isEmpty()) {
      in.problem("user", "Missing value");
    }
    var count = in.natural("expires_in");
    var unit = in.natural("unit").orElse(1);
    in.throwIfProblems();
    var user = require(in.required("user"), in.caller());
    Optional<Instant> none = Optional.empty();
    var made =
        accounts.changing(
            change ->
                change.newToken(
                    user,
                    name.orElseThrow(),
                    count.isEmpty()
                        ? none
                        : Optional.of(change.now().plusSeconds(seconds(count.getAsInt(), unit)))));
    return CkanResult.of(
        CkanJson.MAPPER
            .createObjectNode()
            .put("token", made.secret())
            .put("id", made.token().id()));
  }

  private static long seconds(int count, int unit) {
    return Math.min((long) count * unit, LONGEST_SECONDS);
  }

  private CkanResult revoke(CkanParams in) {
    var token = in.text("token").filter(text -> !text.isBlank());
    Optional<Token> found =
        token.isPresent()
            ? accounts.findToken(token.get())
            : accounts.asking(asked -> asked.findTokenById(in.required("token", "jti")));
    if (found.isPresent() && !in.caller().is(found.get().userId())) {
      UserActions.requireSysadmin(in.caller(), "revoke this token");
    }
    if (found.isEmpty()) {
      throw CkanException.notFound("Token not found");
    }
    accounts.changing(
        change -> {
          change.accounts().remove(found.get());
          return true;
        });
    return out -> out.writeNull();
  }
}
