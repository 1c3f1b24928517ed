package org.allmende.catalog.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallerTest {

  private static final User USER = User.named("u-1", "erika", Instant.EPOCH);

  @Test
  void anAnonymousCallerMayNothing() {
    var caller = Caller.anonymous();
    assertTrue(caller.isAnonymous());
    assertFalse(caller.mayEdit("town"));
    assertFalse(caller.mayManage("town"));
    assertFalse(caller.mayFill("town"));
  }

  @Test
  void aSysadminMayEverything() {
    var caller = Caller.of(USER.withSysadmin(true), List.of());
    assertTrue(caller.mayEdit("town"));
    assertTrue(caller.mayManage("town"));
  }

  @Test
  void anEditorEditsButDoesNotManage() {
    var caller = in(Capacity.EDITOR);
    assertTrue(caller.mayEdit("town"));
    assertTrue(caller.mayEdit("id-town"));
    assertFalse(caller.mayManage("town"));
  }

  @Test
  void aMemberReadsAlone() {
    var caller = in(Capacity.MEMBER);
    assertEquals(Optional.of(Capacity.MEMBER), caller.capacityIn("town"));
    assertFalse(caller.mayEdit("town"));
    assertTrue(caller.mayFill("town"));
  }

  @Test
  void nobodyIsAnythingElsewhere() {
    assertEquals(Optional.empty(), in(Capacity.ADMIN).capacityIn("village"));
  }

  private static Caller in(Capacity capacity) {
    return Caller.of(USER, List.of(new Membership("id-town", "town", "u-1", capacity)));
  }
}
