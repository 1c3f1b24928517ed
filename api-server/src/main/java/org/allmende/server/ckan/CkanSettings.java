package org.allmende.server.ckan;

/**
 * What the operator says about CKAN's API.
 *
 * @param tokenHeader the header that carries a token, beside {@code X-CKAN-API-Key}
 * @param publicUsers whether anybody may see users and who is what in an organization
 * @param uploadBytes how large an uploaded file may be
 */
public record CkanSettings(String tokenHeader, boolean publicUsers, long uploadBytes) {

  /** {@code Authorization}, and users are seen by users alone. */
  public static CkanSettings standard() {
    return new CkanSettings("Authorization", false, 1L << 30);
  }
}
