package org.allmende.server.format.html;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.allmende.catalog.files.FileStore;
import org.allmende.server.TestSite;
import org.allmende.server.preview.Content;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A site whose datasets have one file of ours each. */
public final class FileSite implements AutoCloseable {

  private final TestSite site;
  private int published;

  private FileSite(TestSite site) {
    this.site = site;
  }

  public static FileSite in(Path folder) {
    return new FileSite(TestSite.in(folder));
  }

  public TestSite site() {
    return site;
  }

  /** Publishes a file; answers the path of its page, whose preview may still be under way. */
  public String publish(String name, FileStore.Content content) throws IOException {
    var hash = site.catalog().files().store(content).sha256();
    var url = site.catalog().identity().url() + "/dataset/d/resource/r/download/" + name;
    var local = "d" + ++published;
    site.publish(
        local,
        "Datensatz " + published,
        """
        <https://other.example/%3$s> dcat:distribution <https://other.example/%3$s/a> ;
          dcat:contactPoint [ a vcard:Organization ; vcard:fn "Offene Daten" ;
            vcard:hasEmail <mailto:daten@stadt.example> ] .
        <https://other.example/%3$s/a> a dcat:Distribution ; dct:title "Datei"@de ;
          dct:license <http://dcat-ap.de/def/licenses/dl-by-de/2.0> ;
          dcat:accessURL <%1$s> ; dcat:downloadURL <%1$s> ;
          spdx:checksum [ a spdx:Checksum ;
            spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "%2$s"^^xsd:hexBinary ] .
        """
            .formatted(url, hash, local));
    return "/datensatz/datensatz-" + published + "/datei/1-datei";
  }

  public String publish(String name, String content) throws IOException {
    return publish(name, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
  }

  /** Publishes a WMS at this address; answers the path of its page. */
  public String publishService(String address) {
    site.publish(
        "wms",
        "Karte",
        """
        <https://other.example/wms> dcat:distribution <https://other.example/wms/a> .
        <https://other.example/wms/a> a dcat:Distribution ; dct:title "Stadtplan"@de ;
          dct:format <http://publications.europa.eu/resource/authority/file-type/WMS_SRVC> ;
          dct:license <http://dcat-ap.de/def/licenses/dl-by-de/2.0> ;
          dcat:accessURL <%s> .
        """
            .formatted(address));
    return "/datensatz/karte/datei/1-stadtplan";
  }

  /** The answer, once the preview is no longer under way; each request waits for a while. */
  public HttpResponse<String> get(String address) {
    var answer = site.get(address);
    for (var i = 0; i < 60 && isUnderway(answer); i++) {
      answer = site.get(address);
    }
    return answer;
  }

  private static boolean isUnderway(HttpResponse<String> answer) {
    return answer.statusCode() == 503 || answer.body().contains("wird vorbereitet");
  }

  public Document page(String address) {
    return Jsoup.parse(get(address).body());
  }

  /** Lets no file be prepared until what it answers is closed. */
  public Stop stop() {
    var stop = new Stop();
    site.previews().of(stop, Duration.ZERO);
    return stop;
  }

  /** A file that takes as long to read as somebody likes, and then is none. */
  public static final class Stop implements Content, AutoCloseable {
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public String hash() {
      return "f".repeat(64);
    }

    @Override
    public String name() {
      return "slow.csv";
    }

    @Override
    public long size() {
      return 0;
    }

    @Override
    public InputStream open() throws IOException {
      try {
        end.await();
        throw new IOException("nothing to read");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("the site is closed", e);
      }
    }

    @Override
    public void close() {
      end.countDown();
    }
  }

  @Override
  public void close() {
    site.close();
  }
}
