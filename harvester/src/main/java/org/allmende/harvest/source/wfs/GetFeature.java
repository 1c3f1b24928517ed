package org.allmende.harvest.source.wfs;

import java.io.IOException;
import java.util.Optional;
import org.allmende.harvest.source.table.MappedSourceFormat.Reading;
import org.allmende.harvest.source.table.QueryAddress;

/**
 * How features are asked for.
 *
 * @param address of the first request, or of a document
 * @param isPaged whether further ones may follow
 */
record GetFeature(QueryAddress address, boolean isPaged) {

  static final int PAGE_SIZE = 1000;

  /** Asks the service what it can do; a file and a ready-made request are taken as they are. */
  static GetFeature prepare(Reading reading) throws IOException {
    var given = QueryAddress.of(reading.source().location());
    var isRequest =
        given.parameters().stream().anyMatch(p -> p.equalsIgnoreCase("request=GetFeature"));
    if (!reading.source().isRemote() || isRequest) {
      return new GetFeature(
          reading.source().isRemote()
              ? given
              : new QueryAddress(reading.source().location(), java.util.List.of()),
          false);
    }
    var service = given.without("service", "request");
    var capabilities = Capabilities.fetch(service, reading.fetcher(), reading.mapping());
    var type = capabilities.type(reading.mapping().select().layer());
    var isTwo = capabilities.version().startsWith("2");
    var request =
        service
            .with("SERVICE", "WFS")
            .with("VERSION", capabilities.version())
            .with("REQUEST", "GetFeature")
            .with(isTwo ? "TYPENAMES" : "TYPENAME", type.textOf("Name").orElse(""));
    request = with(request, "OUTPUTFORMAT", capabilities.geoJson(type));
    request = with(request, "SRSNAME", Capabilities.degrees(type));
    return new GetFeature(request, isTwo && capabilities.isPaged());
  }

  private static QueryAddress with(QueryAddress request, String name, Optional<String> value) {
    return value.map(text -> request.with(name, text)).orElse(request);
  }

  /** The request for the features from the n-th on. */
  String from(long skipped) {
    return isPaged
        ? address
            .with("COUNT", Integer.toString(PAGE_SIZE))
            .with("STARTINDEX", Long.toString(skipped))
            .toString()
        : address.toString();
  }
}
