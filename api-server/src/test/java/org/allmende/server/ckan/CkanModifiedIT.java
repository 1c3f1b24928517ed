package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.allmende.server.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who says when a dataset last changed ({@code ckan-api.md} 4.1, {@code metadata_modified}). */
class CkanModifiedIT extends EditedSite {

  private static final String LONG_AGO = "2020-02-03T04:05:06.123456";

  private ApiClient sysadmin;

  @BeforeEach
  void open() {
    sysadmin = new ApiClient(site, TestTokens.sysadmin(site.catalog(), "root"));
    sysadmin.result("package_create", dated("'name': 'ab', 'owner_org': 'stadt-anderswo'"));
  }

  private static String dated(String fields) {
    return "{%s, 'metadata_modified': '%s'}".formatted(fields, LONG_AGO);
  }

  private String modified() {
    return editor.show("ab").path("metadata_modified").asText();
  }

  @Test
  void aSysadminSaysItOfANewDatasetAndSearchesFindItBySuchTimes() {
    assertEquals(LONG_AGO, modified());
    var range = Map.of("fq", "metadata_modified:[2020-02-03T04:05:00Z TO 2020-02-03T04:06:00Z]");
    assertEquals(1, site.result("package_search", range).path("count").asInt());
  }

  @Test
  void aSysadminSaysItOfADatasetThatIsThere() {
    editor.result("package_patch", "{'id': 'ab', 'notes': 'Neu.'}");
    assertNotEquals(LONG_AGO, modified());
    sysadmin.result("package_patch", dated("'id': 'ab'"));
    assertEquals(LONG_AGO, modified());
    var whole = "{'id': 'ab', 'title': 'Neu', 'metadata_modified': '2021-02-03 04:05:06'}";
    sysadmin.result("package_update", whole);
    assertEquals("2021-02-03T04:05:06", modified());
  }

  @Test
  void aChangeCountsFromNowWhenTheTimeComesBackAsItWasShown() {
    sysadmin.result("package_patch", dated("'id': 'ab', 'notes': 'Neu.'"));
    assertNotEquals(LONG_AGO, modified());
    sysadmin.result("package_patch", dated("'id': 'ab'"));
    sysadmin.result("resource_create", "{'package_id': 'ab', 'url': 'https://x.example/a.csv'}");
    assertNotEquals(LONG_AGO, modified());
  }

  @Test
  void whatAnEditorSaysOfItIsPassedOver() {
    editor.result("package_patch", "{'id': 'ab', 'notes': 'Neu.', 'metadata_modified': 'x'}");
    assertTrue(modified().compareTo(LONG_AGO) > 0);
    var now = modified();
    editor.result("package_patch", dated("'id': 'ab'"));
    assertEquals(now, modified());
  }

  @Test
  void whatIsNoTimeIsRefused() {
    assertEquals(
        "409 {'metadata_modified':['Date format incorrect']}",
        sysadmin.error("package_patch", "{'id': 'ab', 'metadata_modified': 'gestern'}"));
  }
}
