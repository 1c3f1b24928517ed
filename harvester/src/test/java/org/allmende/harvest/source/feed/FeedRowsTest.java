package org.allmende.harvest.source.feed;

import static org.allmende.harvest.Harvests.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.table.Row;
import org.allmende.harvest.source.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedRowsTest {

  private static final String MAPPING =
      """
      key: [guid]
      fields:
        - { name: title }
        - { name: link, type: url }
        - { name: published, type: datetime }
        - { name: summary }
        - { name: categories, type: list }
      """;

  private static Table read(String document) throws IOException {
    return Harvests.read(FeedSourceFormat.rss(), Harvests.mapping(MAPPING), document);
  }

  @Test
  void readsRssWithGuidsAsKeysAndWithoutItsHtml() throws IOException {
    var table =
        read(
            """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>Stadtnachrichten</title>
            <item><title>Freibad &amp; Sauna geschlossen</title><link>https://stadt.example/1</link>
              <guid isPermaLink="false">n-1</guid><pubDate>Di, 06 Mai 2026 08:30:00 +0200</pubDate>
              <description>&lt;p&gt;Wegen &lt;b&gt;Sturm&lt;/b&gt;&lt;/p&gt;</description>
              <category>Bäder</category><category>Sport</category><dc:creator>E. Muster</dc:creator></item>
            <item><title>Ohne&nbsp;Kennung</title><link>https://stadt.example/2</link></item>
            </channel></rss>
            """);

    assertEquals(
        List.of("n-1", "https://stadt.example/2"), table.rows().stream().map(Row::key).toList());
    assertEquals(
        List.of("Freibad & Sauna geschlossen", "Ohne Kennung"),
        column(table, "title").stream().map(t -> t.toString().replace('\u00a0', ' ')).toList());
    assertEquals(List.of("Wegen Sturm", "-"), column(table, "summary"));
    assertEquals("[2026-05-06T08:30+02:00, -]", column(table, "published").toString());
    assertEquals("[[Bäder, Sport], -]", column(table, "categories").toString());
    assertFalse(table.notes().toString().contains("creator"), table.notes().toString());
  }

  @Test
  void readsAtom() throws IOException {
    var table =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Baustellen</title>
            <entry><id>urn:b:1</id><title type="html">Sperrung &lt;i&gt;Ring&lt;/i&gt;</title>
              <link rel="self" href="https://stadt.example/self"/>
              <link href="https://stadt.example/b1"/><published>2026-05-06T08:30:00Z</published>
              <category term="Verkehr"/><author><name>E. Muster</name></author>
              <point xmlns="http://www.georss.org/georss">53.4321 11.1931</point></entry></feed>
            """);

    assertEquals(List.of("Sperrung Ring"), column(table, "title"));
    assertEquals(List.of("https://stadt.example/b1"), column(table, "link"));
    assertEquals("[11.1931,53.4321]", table.rows().getFirst().geometry().get().coordinates());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, 05 May 2026 08:30:00 GMT|2026-05-05T08:30:00Z",
        "Sa, 05 Okt 2024 10:00 MESZ|2024-10-05T10:00:00+02:00",
        "5. März 2026 10:00:00|2026-03-05T10:00:00+01:00",
        "Mi., 31. Dez 25|2025-12-31",
        "31 Feb 2026 10:00:00 GMT|31 Feb 2026 10:00:00 GMT",
        "2026-05-05T08:30:00Z|2026-05-05T08:30:00Z",
        "demnächst|demnächst"
      })
  void readsDatesWithEnglishAndGermanMonths(String written, String read) {
    assertEquals(read, FeedDates.iso(written));
  }
}
