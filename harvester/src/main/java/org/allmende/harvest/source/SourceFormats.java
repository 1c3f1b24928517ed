package org.allmende.harvest.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.harvest.source.arcgis.ArcGisSourceFormat;
import org.allmende.harvest.source.ckan.CkanSourceFormat;
import org.allmende.harvest.source.csv.CsvSourceFormat;
import org.allmende.harvest.source.dcat.DcatSourceFormat;
import org.allmende.harvest.source.feed.FeedSourceFormat;
import org.allmende.harvest.source.geojson.GeoJsonSourceFormat;
import org.allmende.harvest.source.gpx.GpxSourceFormat;
import org.allmende.harvest.source.ical.IcalSourceFormat;
import org.allmende.harvest.source.json.JsonSourceFormat;
import org.allmende.harvest.source.kml.KmlSourceFormat;
import org.allmende.harvest.source.ogcfeatures.OgcFeaturesSourceFormat;
import org.allmende.harvest.source.oparl.OparlSourceFormat;
import org.allmende.harvest.source.ready.SourceTypes;
import org.allmende.harvest.source.tablejson.TableJsonSourceFormat;
import org.allmende.harvest.source.wfs.WfsSourceFormat;
import org.allmende.harvest.source.xlsx.XlsxSourceFormat;

/** The source formats at hand; a test may bring its own. */
public record SourceFormats(List<SourceFormat> formats) {

  public SourceFormats {
    formats = List.copyOf(formats);
  }

  /** All formats there are, with those of the ready-made types. */
  public static SourceFormats all() {
    return new SourceFormats(
        Stream.concat(general().stream(), SourceTypes.formats().stream()).toList());
  }

  /** The formats that {@code format:} names: whoever writes one names it here. */
  public static List<SourceFormat> general() {
    return List.of(
        new CsvSourceFormat(),
        new XlsxSourceFormat(),
        new JsonSourceFormat(),
        JsonSourceFormat.lines(),
        new TableJsonSourceFormat(),
        new GeoJsonSourceFormat(),
        new KmlSourceFormat(),
        new GpxSourceFormat(),
        new WfsSourceFormat(),
        new OgcFeaturesSourceFormat(),
        new ArcGisSourceFormat(),
        FeedSourceFormat.rss(),
        FeedSourceFormat.atom(),
        new IcalSourceFormat(),
        new OparlSourceFormat(),
        new DcatSourceFormat(),
        new CkanSourceFormat());
  }

  /** The format of this name, or empty. */
  public Optional<SourceFormat> find(String id) {
    return formats.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /**
   * The format of this name.
   *
   * @throws IllegalArgumentException when there is none; the message lists those there are
   */
  public SourceFormat require(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown format \"" + id + "\". Known: " + known() + "."));
  }

  /** The names there are, for messages. */
  public String known() {
    return formats.stream().map(SourceFormat::id).sorted().collect(Collectors.joining(", "));
  }
}
