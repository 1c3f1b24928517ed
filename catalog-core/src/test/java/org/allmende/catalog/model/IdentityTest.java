package org.allmende.catalog.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Golden values: a change of any of these moves every dataset of every town. */
class IdentityTest {

  private final Identity identity =
      new Identity("https://daten.musterstadt.example", "https://daten.musterstadt.example");

  @Test
  void makesTheUuidOfRfc9562() {
    // RFC 9562, appendix A.4: www.example.com in the namespace of DNS names.
    var dns = java.util.UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    assertEquals(
        "2ed6657d-e927-568b-95e1-2665a8aea6a2", Uuids.v5(dns, "www.example.com").toString());
  }

  @Test
  void namesItsNamespaceAfterTheBase() {
    assertEquals("8c7cc5b0-a6a6-5988-bdae-c42da7e98c9c", identity.namespace().toString());
  }

  @Test
  void namesTheDatasetOfASourceAndOfItsTables() {
    assertEquals(
        "8397bc3c-b09b-5b80-b974-ea46d17479af", identity.sourceDatasetId("ladesaeulen", ""));
    assertEquals(
        "e79bcc2e-abde-5551-a2de-7682715bdc64",
        identity.sourceDatasetId("ratsinformation", "papers"));
  }

  @Test
  void namesAnOrganizationWhateverItsCaseAndSpaces() {
    assertEquals(
        identity.organizationId("Stadt Musterstadt"),
        identity.organizationId("  STADT   musterstadt "));
    assertEquals(
        "https://daten.musterstadt.example/organization/"
            + identity.organizationId("Stadt Musterstadt"),
        identity.organizationIri("Stadt Musterstadt"));
  }

  @Test
  void keepsItsIdsWhenTheAddressMoves() {
    var moved = new Identity(identity.base(), "https://neu.example/daten");
    assertEquals(identity.sourceDatasetId("wlan", ""), moved.sourceDatasetId("wlan", ""));
    assertEquals(
        "https://neu.example/daten/dataset/1",
        moved.today("https://daten.musterstadt.example/dataset/1"));
    assertEquals("https://other.example/1", moved.today("https://other.example/1"));
  }

  @Test
  void letsAnIdThatIsNoUuidStandForTheUuidOfItsIri() {
    var byIri = Uuids.v5(Uuids.v5(Uuids.URL, "https://a.example/1"), "csv");
    assertEquals(byIri, Uuids.v5Below("old-id", "https://a.example/1", "csv"));
  }

  @Test
  void refusesAnAddressWithASlashAtItsEnd() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Identity("https://daten.example/", "https://daten.example"));
  }
}
