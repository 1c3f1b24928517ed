package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.accounts.User;

/** A user as CKAN shows it ({@code ckan-api.md} 4.5): the e-mail address to few. */
final class CkanUser {

  private CkanUser() {}

  /**
   * The object of {@code user_show}.
   *
   * @param caller who asks
   * @param datasets how many datasets the user made
   */
  static ObjectNode of(User user, Caller caller, long datasets) {
    var seesAll = caller.isSysadmin() || caller.is(user.id());
    var json = CkanJson.MAPPER.createObjectNode();
    json.put("id", user.id());
    json.put("name", user.name());
    json.put("fullname", user.fullName().orElse(""));
    json.put("display_name", user.displayName());
    json.put("about", user.about().orElse(""));
    json.put("created", CkanJson.time(user.created()));
    json.put("state", user.isDeleted() ? "deleted" : "active");
    json.put("sysadmin", user.isSysadmin());
    json.put("image_url", user.imageUrl().orElse(""));
    json.put("image_display_url", user.imageUrl().orElse(""));
    // A hash of an address is as good as the address for whoever guesses it.
    json.put("email_hash", seesAll ? user.email().map(CkanUser::hash).orElse("") : "");
    json.put("number_created_packages", datasets);
    json.put("activity_streams_email_notifications", false);
    json.putNull("last_active");
    if (seesAll) {
      json.put("email", user.email().orElse(""));
      json.putNull("apikey");
    }
    return json;
  }

  /** MD5 of the address, as clients make pictures from it. */
  private static String hash(String email) {
    try {
      var digest = MessageDigest.getInstance("MD5");
      var text = email.strip().toLowerCase(Locale.ROOT);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java brings MD5", e);
    }
  }
}
