package org.allmende.catalog.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StoredDescriptionTest {

  @Test
  void givesBackEveryTermToTheLastCharacter() {
    var graph = AwkwardGraph.create();
    var read = StoredDescription.pack(graph).unpack(new DatasetUri("https://a.example/1")).graph();
    assertTrue(graph.isIsomorphicWith(read), () -> graph + "\nbecame\n" + read);
  }
}
