package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadIT {
  private static final byte[] CONTENT =
      "id;name\n1;Eiche\n2;Linde\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;
  @AutoClose private RunningServer server;
  private String hash = "";
  private String address = "";

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start(directory);
    hash = server.server().catalog().files().store(out -> out.write(CONTENT)).sha256();
    var url = server.server().url() + "/dataset/d/resource/r/download/baeume.csv";
    var uri =
        server.publish(
            "baum",
            """
            <https://daten.example/baum> dcat:distribution <https://daten.example/baum#file> .
            <https://daten.example/baum#file> a dcat:Distribution ;
              dct:license <http://dcat-ap.de/def/licenses/dl-zero-de/2.0> ;
              dcat:accessURL <%1$s> ; dcat:downloadURL <%1$s> ;
              dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> ;
              spdx:checksum [ a spdx:Checksum ;
                spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "%2$s"^^xsd:hexBinary ] .
            """
                .formatted(url, hash));
    var addresses = server.server().catalog().find(uri).orElseThrow().addresses();
    var id = addresses.distribution("https://daten.example/baum#file").orElseThrow().id();
    address = "/dataset/baum/resource/" + id + "/download/baeume.csv";
  }

  @Test
  void sendsTheWholeFile() throws Exception {
    var answer = server.bytes(address);

    assertEquals(200, answer.statusCode());
    assertArrayEquals(CONTENT, answer.body());
    assertEquals("text/csv;charset=utf-8", header(answer, "Content-Type"));
    assertEquals('"' + hash + '"', header(answer, "ETag"));
    assertEquals("bytes", header(answer, "Accept-Ranges"));
    assertEquals(
        "attachment; filename=\"baeume.csv\"; filename*=UTF-8''baeume.csv",
        header(answer, "Content-Disposition"));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0, 3",
    "bytes=8-, 8, 23",
    "bytes=-5, 19, 23",
    "bytes=20-999, 20, 23",
    "bytes=-999, 0, 23",
  })
  void sendsThePartAskedFor(String range, int first, int last) throws Exception {
    var answer = server.bytes(address, "Range", range);

    assertEquals(206, answer.statusCode());
    assertEquals("bytes " + first + "-" + last + "/24", header(answer, "Content-Range"));
    assertArrayEquals(Arrays.copyOfRange(CONTENT, first, last + 1), answer.body());
  }

  @Test
  void refusesAPartBehindTheEnd() throws Exception {
    var answer = server.get(address, "Range", "bytes=24-");

    assertEquals(416, answer.statusCode());
    assertEquals("bytes */24", header(answer, "Content-Range"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"bytes=5-2", "lines=1-2", "bytes=0-1,4-5", "bytes=-"})
  void sendsEverythingForARangeItDoesNotRead(String range) throws Exception {
    assertArrayEquals(CONTENT, server.bytes(address, "Range", range).body());
  }

  @Test
  void sendsAPartOnlyOfTheFileThatTheClientHas() throws Exception {
    var same = server.get(address, "Range", "bytes=0-1", "If-Range", '"' + hash + '"');
    var other = server.get(address, "Range", "bytes=0-1", "If-Range", "\"other\"");

    assertEquals(206, same.statusCode());
    assertEquals(200, other.statusCode());
  }

  @Test
  void answers304WhenTheClientHasIt() throws Exception {
    assertEquals(304, server.get(address, "If-None-Match", '"' + hash + '"').statusCode());
  }

  @Test
  void answersHeadWithTheLength() throws Exception {
    var answer = server.head(address);

    assertEquals(200, answer.statusCode());
    assertEquals("24", header(answer, "Content-Length"));
  }

  @Test
  void keepsOneContentForEverUnderItsHash() throws Exception {
    var answer = server.bytes("/files/" + hash + "/baeume.csv");

    assertArrayEquals(CONTENT, answer.body());
    assertTrue(header(answer, "Cache-Control").contains("immutable"));
    assertEquals(404, server.get("/files/" + "0".repeat(64) + "/baeume.csv").statusCode());
    assertEquals(404, server.get("/files/../allmende.db").statusCode());
  }

  @ParameterizedTest
  @CsvSource({"x.html", "x.svg", "x.xml"})
  void neverShowsAPageOfOthersAsOurs(String name) throws Exception {
    var answer = server.bytes("/files/" + hash + "/" + name);

    assertTrue(header(answer, "Content-Disposition").startsWith("attachment"));
    assertTrue(header(answer, "Content-Security-Policy").contains("sandbox"));
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
  }

  @Test
  void leadsToAFileThatIsElsewhere() throws Exception {
    var uri = server.publish("bank");
    var id =
        server
            .server()
            .catalog()
            .find(uri)
            .orElseThrow()
            .addresses()
            .distributions()
            .getFirst()
            .id();

    var answer = server.get("/dataset/bank/resource/" + id + "/download");

    assertEquals(302, answer.statusCode());
    assertEquals("https://daten.example/bank.csv", header(answer, "Location"));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
