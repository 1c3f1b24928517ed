package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.server.TestSite;
import org.allmende.server.TestTokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may see what is not public, shown by the ways in which clients show their tokens. */
class CkanTokenIT {

  @TempDir Path folder;
  @AutoClose private TestSite site;
  private String member;

  @BeforeEach
  void open() {
    site = TestSite.in(folder);
    site.publish("a", "Entwurf", "", TestSite.draft("a"));
    member = TestTokens.member(site.catalog(), "erika", Capacity.MEMBER, "stadt-anderswo");
  }

  @Test
  void aMemberSeesADraftOfTheOrganization() {
    assertEquals(200, show("Authorization", member));
  }

  @Test
  void theWordBearerMayStandBeforeTheToken() {
    assertEquals(200, show("Authorization", "Bearer " + member));
    assertEquals(200, show("Authorization", "bearer  " + member));
  }

  @Test
  void theOldHeaderCountsToo() {
    assertEquals(200, show("X-CKAN-API-Key", member));
  }

  @Test
  void aStaleTokenInOneHeaderDoesNotHideTheOther() {
    assertEquals(200, show("Authorization", "stale", "X-CKAN-API-Key", member));
  }

  @Test
  void anybodyElseIsDenied() {
    assertEquals(403, show("Authorization", "0b3c1c3e-0000-4000-8000-000000000000"));
    assertEquals(403, show("Authorization", TestTokens.user(site.catalog(), "otto")));
    assertEquals(403, show("Accept", "application/json"));
  }

  @Test
  void aSysadminSeesEverything() {
    assertEquals(200, show("Authorization", TestTokens.sysadmin(site.catalog(), "root")));
  }

  @Test
  void aResourceIsSeenByWhomItsDatasetIs() {
    var id = site.catalog().find("entwurf").orElseThrow().addresses().distributions().get(0).id();
    var path = "/api/3/action/resource_show?id=" + id;
    assertEquals(403, site.get(path).statusCode());
    assertEquals(200, site.get(path, "Authorization", member).statusCode());
  }

  @Test
  void aScriptOfAnotherPageIsAnonymous() {
    var path = "/api/3/action/package_show?id=entwurf&callback=f";
    assertEquals(403, site.get(path, "Authorization", member).statusCode());
  }

  @Test
  void aStaleTokenStillReadsWhatIsPublic() {
    site.publish("b", "Parks", "");
    var path = "/api/3/action/package_show?id=parks";
    assertEquals(200, site.get(path, "Authorization", "stale").statusCode());
  }

  @Test
  void publicListsDoNotLeak() {
    assertEquals(
        Optional.empty(),
        Optional.of(site.get("/api/3/action/package_list", "Authorization", member).body())
            .filter(body -> body.contains("entwurf")));
    assertEquals(
        false,
        site.get("/api/3/action/package_search", "Authorization", member)
            .body()
            .contains("entwurf"));
  }

  private int show(String... headers) {
    return site.get("/api/3/action/package_show?id=entwurf", headers).statusCode();
  }
}
