package org.allmende.server.ckan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The actions about who follows what ({@code ckan-api.md} 7.4). Nobody can follow anything here:
 * feeds and {@code /changes} tell what is new without keeping who wants to know.
 */
final class FollowerActions {

  private final CkanSite site;

  FollowerActions(CkanSite site) {
    this.site = site;
  }

  List<CkanAction> actions() {
    var actions = new ArrayList<CkanAction>();
    Map<String, Consumer<CkanParams>> subjects =
        Map.of(
            "dataset",
            in -> site.visible(in.required("id"), in.caller()),
            "group",
            in -> GroupKind.groups(site).require(in.required("id")),
            "organization",
            in -> GroupKind.organizations(site).require(in.required("id")),
            // Whether there is such a user is not everybody's business.
            "user",
            in -> in.required("id"));
    subjects.forEach((word, check) -> actions.addAll(about(word, check)));
    actions.add(count("followee_count"));
    actions.add(hidden("followee_list"));
    for (var word : List.of("dataset", "group", "user")) {
      actions.add(refused("follow_" + word));
      actions.add(refused("unfollow_" + word));
    }
    return actions;
  }

  private static List<CkanAction> about(String word, Consumer<CkanParams> check) {
    return List.of(
        CkanAction.reading(
            word + "_follower_count",
            "How many follow it: nobody can. Parameter: id.",
            in -> {
              check.accept(in);
              return CkanResult.of(0);
            }),
        count(word + "_followee_count"),
        hidden(word + "_follower_list"),
        hidden(word + "_followee_list"),
        CkanAction.reading(
            "am_following_" + word,
            "Whether the caller follows it: no. Parameter: id.",
            in -> {
              if (in.caller().isAnonymous()) {
                throw CkanException.denied("You must be logged in to follow something");
              }
              check.accept(in);
              return CkanResult.of(false);
            }));
  }

  private static CkanAction count(String name) {
    return CkanAction.reading(
        name, "How many of them a user follows: none. Parameter: id.", in -> CkanResult.of(0));
  }

  private static CkanAction hidden(String name) {
    return CkanAction.reading(
        name,
        "Who or what that is: nobody and nothing, for sysadmins. Parameter: id.",
        in -> {
          OperatorActions.requireSysadmin(in, name);
          return CkanResult.of(List.of());
        });
  }

  private static CkanAction refused(String name) {
    return CkanAction.writing(
        name,
        "Refused: nothing can be followed here. Feeds tell what is new.",
        in -> {
          throw CkanException.invalidText("message", "Following is not supported on this site");
        });
  }
}
