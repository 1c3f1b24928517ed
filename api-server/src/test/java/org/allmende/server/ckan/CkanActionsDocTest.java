package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table in {@code docs/ckan-actions.md} says which actions there are and what they do. With
 * {@code -Dallmende.docs=write} this test writes the file instead.
 */
class CkanActionsDocTest {

  private static final Path FILE = Path.of("..", "docs", "ckan-actions.md");

  private static final String HEAD =
      """
      # CKAN's actions

      Every action that `/api/3/action/{name}` answers here. G: `GET` and `POST`; P: `POST` alone, with a token in `Authorization`. The last column
      says how much depends on it: MUST, a client in real use breaks without it; SHOULD, scripts and portals use it; RARE, seldom seen; ours, no
      CKAN has it. `help_show?name=` tells the same sentence. Unknown parameters are ignored, but by `package_search`.
      This file is made by a test: `mvn -pl api-server -am test -Dtest=CkanActionsDocTest -Dallmende.docs=write`
      (with `-Dsurefire.failIfNoSpecifiedTests=false`).
      """;

  private static final String MUST =
      """
      package_list current_package_list_with_resources package_show resource_show resource_view_list
      organization_list group_list organization_show group_show group_package_show
      organization_list_for_user tag_list license_list status_show package_search
      recently_changed_packages_activity_list package_create package_update package_patch
      package_delete dataset_purge resource_create resource_update resource_patch resource_delete
      organization_create group_create organization_update group_update organization_delete
      group_delete datastore_search
      """;

  private static final String SHOULD =
      """
      resource_search package_autocomplete format_autocomplete organization_autocomplete
      group_autocomplete member_list tag_show tag_autocomplete site_read help_show user_list
      user_show package_activity_list api_token_list package_revise package_resource_reorder
      package_owner_org_update bulk_update_private bulk_update_public bulk_update_delete
      organization_patch group_patch organization_purge group_purge member_create member_delete
      organization_member_create organization_member_delete group_member_create
      group_member_delete user_create user_update user_patch user_delete user_invite
      api_token_create api_token_revoke datastore_info datastore_create datastore_upsert
      datastore_delete datastore_records_delete datastore_search_sql harvest_source_create
      harvest_source_update harvest_source_patch harvest_source_delete harvest_source_clear
      harvest_source_show harvest_source_list harvest_source_show_status harvesters_info_show
      harvest_job_create harvest_job_create_all harvest_jobs_run harvest_send_job_to_gather_queue
      harvest_job_show harvest_job_list harvest_job_report harvest_job_abort harvest_object_show
      harvest_object_list harvest_log_list
      """;

  private static final String RARE =
      """
      package_relationships_list resource_view_show group_list_authz member_roles_list tag_search
      vocabulary_list vocabulary_show user_autocomplete organization_activity_list
      group_activity_list user_activity_list dashboard_activity_list dataset_follower_count
      group_follower_count organization_follower_count user_follower_count dataset_followee_count
      group_followee_count organization_followee_count user_followee_count followee_count
      am_following_dataset am_following_group am_following_organization am_following_user
      dataset_follower_list group_follower_list organization_follower_list user_follower_list
      dataset_followee_list group_followee_list organization_followee_list user_followee_list
      followee_list config_option_show config_option_list job_list job_show task_status_show
      term_translation_show package_collaborator_list package_collaborator_list_for_user
      package_relationship_create package_relationship_update package_relationship_delete
      package_collaborator_create package_collaborator_delete follow_dataset follow_group
      follow_user unfollow_dataset unfollow_group unfollow_user resource_view_create
      resource_view_update resource_view_delete resource_view_reorder resource_view_clear
      resource_create_default_resource_views package_create_default_resource_views
      vocabulary_create vocabulary_update vocabulary_delete tag_create tag_delete activity_create
      activity_show term_translation_update term_translation_update_many task_status_update
      task_status_update_many config_option_update job_clear job_cancel send_email_notifications
      dcat_catalog_show dcat_catalog_search dcat_dataset_show dcat_datasets_list
      """;

  private static final Map<String, String> MARKS = marks();

  private static Map<String, String> marks() {
    var marks = new TreeMap<String, String>();
    Map.of("MUST", MUST, "SHOULD", SHOULD, "RARE", RARE)
        .forEach((mark, names) -> List.of(names.split("\\s+")).forEach(n -> marks.put(n, mark)));
    return marks;
  }

  @Test
  void saysWhatTheActionsSay(@TempDir Path folder) throws IOException {
    List<CkanAction> actions;
    try (var site = TestSite.in(folder)) {
      actions = site.ckan().actions();
    }
    var text = HEAD + table(actions) + absent(actions);
    if ("write".equals(System.getProperty("allmende.docs"))) {
      Files.writeString(FILE, text);
    }
    assertEquals(
        text,
        Files.readString(FILE),
        "docs/ckan-actions.md is stale; write it anew with -Dallmende.docs=write");
  }

  private static String table(List<CkanAction> actions) {
    var rows = new TreeMap<String, String>();
    for (var action : actions) {
      var kind = action.readOnly() ? "G" : "P";
      var mark = MARKS.getOrDefault(action.name(), "ours");
      rows.put(
          action.name(),
          "| `%s` | %s | %s | %s |%n".formatted(action.name(), kind, action.help(), mark));
    }
    return "\n| action | | what it does | |\n|---|---|---|---|\n" + String.join("", rows.values());
  }

  private static String absent(List<CkanAction> actions) {
    var absent = new TreeSet<>(MARKS.keySet());
    actions.forEach(action -> absent.remove(action.name()));
    return absent.isEmpty()
        ? ""
        : "\n"
            + "## Not here\n\n"
            + "These answer 400, `Action name not known`, as in a CKAN without the extension: "
            + absent.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))
            + ".\n";
  }
}
