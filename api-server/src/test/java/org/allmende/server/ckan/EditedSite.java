package org.allmende.server.ckan;

import java.nio.file.Path;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.server.TestSite;
import org.allmende.server.TestTokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A site with one dataset, {@code altes}, and an editor of its organization, for each test. */
abstract class EditedSite {

  @TempDir Path folder;
  @AutoClose TestSite site;
  ApiClient editor;

  @BeforeEach
  void openSite() {
    site = TestSite.in(folder);
    site.publish("old", "Altes", "");
    editor =
        new ApiClient(
            site, TestTokens.member(site.catalog(), "erika", Capacity.EDITOR, "stadt-anderswo"));
  }
}
