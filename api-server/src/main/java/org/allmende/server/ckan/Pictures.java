package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.allmende.catalog.model.Identity;
import org.allmende.server.http.MediaTypes;

/**
 * Pictures of organizations, groups and users that come as files ({@code ckan-api.md} 9). They lie
 * in the file store, at the address of their content.
 */
final class Pictures {

  /** The field that carries one. */
  static final String UPLOAD = "image_upload";

  /** What a browser shows and no script can hide in. */
  private static final Set<String> SHOWN =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  private Pictures() {}

  /** What was sent, with the address of the file that came with it, or without the one it had. */
  static CkanParams described(CkanParams in, Identity identity) {
    var json = in.json();
    var upload = in.uploads().get(UPLOAD);
    if (upload != null) {
      json.put("image_url", address(upload, identity));
    } else if (in.flag("clear_upload", false) && in.text("image_url").isEmpty()) {
      json.put("image_url", "");
    }
    var values = new LinkedHashMap<String, JsonNode>();
    json.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
    return new CkanParams(values, in.caller(), Map.of());
  }

  private static String address(CkanUpload upload, Identity identity) {
    var name = upload.mungedName();
    if (!SHOWN.contains(MediaTypes.ofFileName(name))) {
      throw CkanException.invalid(
          UPLOAD, "Unsupported upload type: " + name + ". Known: png, jpeg, gif, webp");
    }
    return identity.url() + "/files/" + upload.file().sha256() + "/" + name;
  }
}
