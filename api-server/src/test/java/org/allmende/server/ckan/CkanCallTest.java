package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.accounts.Caller;
import org.junit.jupiter.api.Test;

/** The order in which parameters are decoded: {@code ckan-api.md} 1.3. */
class CkanCallTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  private static CkanParams post(String contentType, String query, String body) {
    return new CkanCall(true, contentType, query, body, CkanForm.EMPTY)
        .params(true, Caller.anonymous());
  }

  private static Optional<String> id(CkanParams params) {
    return params.text("id");
  }

  @Test
  void curlWithoutContentTypeSendsJsonAsTheNameOfAField() {
    assertEquals(Optional.of("x"), id(post(FORM, "", "{\"id\":\"x\"}")));
    assertEquals(Optional.of("x"), id(post(FORM, "", "%7B%22id%22%3A%22x%22%7D=")));
  }

  @Test
  void jsonInAFormIsNotCutAtAnEqualsSign() {
    assertEquals(
        Optional.of("https://a.example/?b=c&d=e"),
        post(FORM, "", "{\"id\":\"x\",\"url\":\"https://a.example/?b=c&d=e\"}").text("url"));
  }

  @Test
  void theFieldsOfAFormAreParameters() {
    var params = post(FORM, "id=query", "id=form&fq=a&fq=b");
    assertEquals(Optional.of("form"), id(params));
    assertEquals(List.of("a", "b"), params.list("fq"));
  }

  @Test
  void theQueryWinsOverAJsonBody() {
    assertEquals(Optional.of("q"), id(post("application/json", "id=q", "{\"id\":\"b\"}")));
  }

  @Test
  void aBodyWithoutContentTypeMayBeJson() {
    assertEquals(Optional.of("x"), id(post("", "", " {\"id\":\"x\"}")));
  }

  @Test
  void anEmptyPostHasNoParameters() {
    assertEquals(0, post("application/json", "", "").names().size());
  }

  @Test
  void nullMeansAbsent() {
    assertEquals(Optional.empty(), id(post("application/json", "", "{\"id\":null}")));
  }

  @Test
  void theCallbackIsNoParameter() {
    assertEquals(0, post("", "callback=f", "").names().size());
  }

  @Test
  void aBodyThatIsNoJsonNeverReachesAnAction() {
    assertThrows(BadCallException.class, () -> post("application/json", "", "{\"id\":"));
    assertThrows(BadCallException.class, () -> post("application/json", "", "[1]"));
  }

  @Test
  void numbersAndBooleansMayBeTexts() {
    var params = post("application/json", "", "{\"rows\":\"7\",\"facet\":\"False\"}");
    assertEquals(7, params.natural("rows").orElseThrow());
    assertEquals(false, params.flag("facet", true));
  }
}
