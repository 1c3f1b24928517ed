package org.allmende.server.ckan;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The actions for operators of a CKAN, as far as they mean something here ({@code ckan-api.md} 7.4,
 * 8.5): settings stand in a file, and nothing waits in queues. What is not supported says so.
 */
final class OperatorActions {

  /** What a CKAN lets its sysadmins do and this catalog does in another way, or not at all. */
  private static final List<String> REFUSED =
      List.of(
          "activity_create",
          "vocabulary_create",
          "vocabulary_update",
          "vocabulary_delete",
          "tag_create",
          "tag_delete",
          "term_translation_update",
          "term_translation_update_many",
          "task_status_update",
          "task_status_update_many",
          "config_option_update",
          "job_clear",
          "job_cancel",
          "send_email_notifications");

  private static final String COLLABORATORS = "Dataset collaborators not enabled";
  private static final String NO_COLLABORATORS =
      "Refused: rights come from organizations and groups alone. Parameter: id.";

  private final CkanSite site;

  OperatorActions(CkanSite site) {
    this.site = site;
  }

  List<CkanAction> actions() {
    return Stream.of(
            reading(), REFUSED.stream().map(OperatorActions::refused), refusedToEverybody())
        .flatMap(actions -> actions)
        .toList();
  }

  private static Stream<CkanAction> refusedToEverybody() {
    var collaborators = Stream.of("create", "delete").map("package_collaborator_"::concat);
    var relationships =
        Stream.of("create", "update", "delete").map("package_relationship_"::concat);
    return Stream.concat(
        collaborators.map(
            name -> CkanAction.writing(name, NO_COLLABORATORS, in -> refuse(COLLABORATORS))),
        relationships.map(
            name ->
                CkanAction.writing(
                    name,
                    "Refused: datasets are related by what their descriptions say in DCAT.",
                    in -> refuse(name + " is not supported on this site"))));
  }

  private static CkanResult refuse(String message) {
    throw CkanException.invalidText("message", message);
  }

  private Stream<CkanAction> reading() {
    return Stream.of(
        CkanAction.reading(
            "config_option_list",
            "The settings that a CKAN's sysadmin may see, for sysadmins.",
            in -> {
              requireSysadmin(in, "config_option_list");
              return CkanResult.of(options().keySet().stream().sorted().toList());
            }),
        CkanAction.reading(
            "config_option_show",
            "One of these settings, for sysadmins. Parameter: key.",
            this::showOption),
        CkanAction.reading(
            "job_list",
            "The jobs that wait: none, for sysadmins.",
            in -> {
              requireSysadmin(in, "job_list");
              return CkanResult.of(List.of());
            }),
        notFound("job_show", "One of these jobs: there is none, for sysadmins. Parameter: id."),
        notFound("task_status_show", "How a task stands: there is none, for sysadmins."),
        CkanAction.reading(
            "term_translation_show",
            "Translations of terms: none, texts have their languages in the descriptions.",
            in -> CkanResult.of(List.of())),
        noCollaborators("package_collaborator_list"),
        noCollaborators("package_collaborator_list_for_user"));
  }

  private Map<String, String> options() {
    var settings = site.catalog().settings();
    return Map.of(
        "ckan.site_title", settings.title().in(site.language()).orElse(""),
        "ckan.site_description", settings.description().in(site.language()).orElse(""));
  }

  private CkanResult showOption(CkanParams in) {
    requireSysadmin(in, "config_option_show");
    var key = in.required("key");
    var value = options().get(key);
    if (value == null) {
      throw CkanException.invalid("key", "Configuration option '" + key + "' can not be shown");
    }
    return CkanResult.of(value);
  }

  private static CkanAction notFound(String name, String help) {
    return CkanAction.reading(
        name,
        help,
        in -> {
          requireSysadmin(in, name);
          throw CkanException.notFound();
        });
  }

  private static CkanAction noCollaborators(String name) {
    return CkanAction.reading(name, NO_COLLABORATORS, in -> refuse(COLLABORATORS));
  }

  private static CkanAction refused(String name) {
    return CkanAction.writing(
        name,
        "Refused, for sysadmins too.",
        in -> {
          requireSysadmin(in, name);
          return refuse(name + " is not supported on this site");
        });
  }

  /** Refuses everybody else: 403. */
  static void requireSysadmin(CkanParams in, String action) {
    if (!in.caller().isSysadmin()) {
      throw CkanException.denied("User not authorized to call " + action);
    }
  }
}
