package org.allmende.catalog.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.DatasetView.DistributionView;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.codelist.Concept;

/** What a dataset offers, by the formats of its distributions; it may be several of these. */
public enum DataKind {
  /** Rows and columns. */
  TABLE("tabelle"),
  /** What lies on a map. */
  MAP("karte"),
  /** An address that programs ask. */
  SERVICE("dienst"),
  /** What people read. */
  DOCUMENT("dokument"),
  /** A high-value dataset in the sense of Implementing Regulation (EU) 2023/138. */
  HIGH_VALUE("hochwertig");

  private static final Map<DataKind, Set<String>> CODES =
      Map.of(
          TABLE, codes("CSV TSV XLS XLSX XLSM XLSB ODS DBF MDB SQL"),
          MAP,
              codes(
                  "GEOJSON GML GMZ KML KMZ SHP GPKG GDB GEOTIFF DXF DWG E00 LAS LAZ ECW GRID"
                      + " GRID_ASCII XYZ MIF_MID QGS MAP_PRVW WMS_SRVC WFS_SRVC WMTS_SRVC WCS_SRVC"
                      + " MAP_SRVC"),
          SERVICE, codes("WMS_SRVC WFS_SRVC WMTS_SRVC WCS_SRVC MAP_SRVC REST"),
          DOCUMENT, codes("PDF DOC DOCX ODT RTF TXT EPUB PPT PPTX ODP"));

  private final String key;

  DataKind(String key) {
    this.key = key;
  }

  private static Set<String> codes(String spaced) {
    return Set.of(spaced.split(" "));
  }

  /** Its value in {@link IndexField#KIND} and in addresses. */
  public String key() {
    return key;
  }

  /** The one with this key. */
  public static Optional<DataKind> find(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }

  /** What this dataset offers. */
  static List<DataKind> of(DatasetView view) {
    var kinds = EnumSet.noneOf(DataKind.class);
    for (var distribution : view.distributions()) {
      distribution.format().map(Concept::code).ifPresent(code -> addOf(code, kinds));
      if (isService(distribution)) {
        kinds.add(SERVICE);
      }
    }
    if (!view.values(DCATAP.hvdCategory).isEmpty()) {
      kinds.add(HIGH_VALUE);
    }
    return List.copyOf(kinds);
  }

  /** PDF/A and its like are codes of their own: {@code PDFA1B}. */
  private static void addOf(String code, Set<DataKind> kinds) {
    var plain = code.startsWith("PDF") ? "PDF" : code;
    CODES.forEach(
        (kind, codes) -> {
          if (codes.contains(plain)) {
            kinds.add(kind);
          }
        });
  }

  private static boolean isService(DistributionView distribution) {
    return !distribution.services().isEmpty();
  }
}
