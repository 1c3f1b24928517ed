package org.allmende.catalog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinimumMatchTest {

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "2,2", "3,2", "4,3", "5,4", "6,4", "10,8", "11,8"})
  void ckanDemandsAllOfTwoAndFourOfFiveOfMany(int words, int needed) {
    assertEquals(needed, MinimumMatch.CKAN.of(words));
  }

  @ParameterizedTest
  @CsvSource({"2,2", "-1,3", "75%,3", "-25%,3", "100%,4", "9,4", "-9,0", "3<50%,2", "5<50%,4"})
  void fourWordsNeedAsManyAsItSays(String text, int needed) {
    assertEquals(needed, MinimumMatch.parse(text).orElseThrow().of(4));
  }

  @Test
  void readsWhatCkanHas() {
    assertEquals(MinimumMatch.CKAN, MinimumMatch.parse("2<-1 5<80%").orElseThrow());
    assertEquals(MinimumMatch.CKAN, MinimumMatch.parse(" 2 < -1  5<80% ").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "2<", "<2", "99999999", "1 2 x"})
  void readsNothingElse(String text) {
    assertEquals(true, MinimumMatch.parse(text).isEmpty());
  }
}
