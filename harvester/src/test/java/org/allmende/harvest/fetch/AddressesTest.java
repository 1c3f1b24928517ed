package org.allmende.harvest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "http://stadt.example/a?page=2, https://stadt.example/x, https://stadt.example/a?page=2",
    "http://Stadt.example:80/a, https://stadt.example:8443/x, https://stadt.example:8443/a",
    "http://stadt.example:8080/a, https://stadt.example/x, http://stadt.example:8080/a",
    "http://andere.example/a, https://stadt.example/x, http://andere.example/a",
    "https://stadt.example/a, http://stadt.example/x, https://stadt.example/a",
    "http://stadt.example/a, http://stadt.example/x, http://stadt.example/a"
  })
  void followsLinksToASecureSourceSecurely(String link, String source, String asked) {
    assertEquals(asked, Addresses.upgraded(URI.create(link), URI.create(source)).toString());
  }
}
