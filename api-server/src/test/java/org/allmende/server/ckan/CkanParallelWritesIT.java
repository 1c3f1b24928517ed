package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Writes to one dataset at the same time: each survives. */
class CkanParallelWritesIT extends EditedSite {

  private static final int CLIENTS = 10;

  @Test
  void tenResourcesThatAreAddedAtOnceAreAllThere() throws Exception {
    var calls = new ArrayList<Callable<Object>>();
    for (var i = 0; i < CLIENTS; i++) {
      var json = "{'package_id': 'altes', 'url': 'https://x.example/" + i + ".csv'}";
      calls.add(() -> editor.result("resource_create", json));
    }
    all(calls);
    var urls = new HashSet<String>();
    editor.show("altes").path("resources").forEach(r -> urls.add(r.path("url").asText()));
    assertEquals(CLIENTS + 1, urls.size());
  }

  @Test
  void oneOfTenDatasetsOfOneNameIsMade() throws Exception {
    var calls = new ArrayList<Callable<Object>>();
    for (var i = 0; i < CLIENTS; i++) {
      calls.add(
          () ->
              editor
                  .post("package_create", "{'name': 'neu', 'owner_org': 'stadt-anderswo'}")
                  .statusCode());
    }
    assertEquals(1, all(calls).stream().filter(status -> status.equals(200)).count());
  }

  private static List<Object> all(List<Callable<Object>> calls) throws Exception {
    var answers = new ArrayList<Object>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var call : threads.invokeAll(calls)) {
        answers.add(call.get());
      }
    }
    return answers;
  }
}
