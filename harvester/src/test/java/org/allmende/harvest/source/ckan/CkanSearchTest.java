package org.allmende.harvest.source.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CkanSearchTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://a.example                          | https://a.example      | https://a.example/api/3/action/package_search?q=*%3A*&rows=100&start=200&sort=id+asc
          https://a.example/                         | https://a.example      | https://a.example/api/3/action/package_search?q=*%3A*&rows=100&start=200&sort=id+asc
          https://a.example/api/3                    | https://a.example      | https://a.example/api/3/action/package_search?q=*%3A*&rows=100&start=200&sort=id+asc
          https://a.example/api/3/action             | https://a.example      | https://a.example/api/3/action/package_search?q=*%3A*&rows=100&start=200&sort=id+asc
          https://a.example/data/api/3/              | https://a.example/data | https://a.example/data/api/3/action/package_search?q=*%3A*&rows=100&start=200&sort=id+asc
          https://a.example?fq=organization:x        | https://a.example      | https://a.example/api/3/action/package_search?q=*%3A*&rows=100&start=200&sort=id+asc&fq=organization:x
          https://a.example/api/3/action/package_search?q=rad&rows=5&start=3&fq=a | https://a.example | https://a.example/api/3/action/package_search?q=rad&rows=100&start=200&sort=id+asc&fq=a
          """)
  void findsTheSearchOfAPortal(String location, String site, String page) {
    var search = CkanSearch.of(location);

    assertEquals(site, search.site());
    assertEquals(page, search.page(200, 100));
  }
}
