package org.allmende.harvest.source.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.source.xlsx.SheetScan.Range;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * What a workbook's parts are like, found out before they are read: all of them are unpacked once
 * and thrown away, so that a bomb goes off here and not in memory.
 *
 * @param merged the merged cells of each sheet, by the name of its part
 * @param parts the names of parts by the ids that the workbook has for them
 */
record WorkbookParts(Map<String, List<Range>> merged, Map<String, String> parts) {

  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\b([^>]*)>");
  private static final Pattern ID = Pattern.compile("\\bId=\"([^\"]*)\"");
  private static final Pattern TARGET = Pattern.compile("\\bTarget=\"/?(?:xl/)?([^\"]*)\"");

  /** What all parts may have unpacked: a sheet of the whole register has a tenth of it. */
  private static final long MOST_BYTES = 4L << 30;

  /** What the texts of the cells may have unpacked; they are held in memory. */
  private static final long MOST_TEXT = 256L << 20;

  /** How much larger than packed; real sheets with a million empty rows stay below. */
  private static final long MOST_RATIO = 200;

  /** Small parts may shrink as much as they like. */
  private static final long UNSUSPICIOUS = 32L << 20;

  private static final int BEGINNING = 64 * 1024;

  WorkbookParts {
    merged = Map.copyOf(merged);
    parts = Map.copyOf(parts);
  }

  /** The merged cells of the sheet with this id. */
  List<Range> mergedIn(String sheetId) {
    return merged.getOrDefault("xl/" + parts.getOrDefault(sheetId, ""), List.of());
  }

  /**
   * Looks through a workbook.
   *
   * @param place its name in messages
   * @throws IOException when it is no workbook, or one that unpacks to too much
   */
  static WorkbookParts inspect(byte[] bytes, String place) throws IOException {
    if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw SourceException.of("xlsx-old", place);
    }
    if (!startsWith(bytes, 'P', 'K', 3, 4)) {
      throw SourceException.of("xlsx-none", place);
    }
    var merged = new HashMap<String, List<Range>>();
    var relations = "";
    var total = 0L;
    try (var zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (var entry : Collections.list(zip.getEntries())) {
        var part = new Part(entry, place, bytes.length);
        try (var in = zip.getInputStream(entry)) {
          total += part.read(in, total);
        }
        merged.put(entry.getName(), part.scan.merged());
        relations += entry.getName().equals(RELATIONS) ? part.beginning : "";
      }
    } catch (SourceException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw XlsxRows.broken(place, e);
    }
    if (!merged.containsKey("[Content_Types].xml")) {
      throw SourceException.of("xlsx-none", place);
    }
    return new WorkbookParts(merged, targets(relations));
  }

  private static Map<String, String> targets(String relations) {
    var targets = new HashMap<String, String>();
    for (var relation : RELATION.matcher(relations).results().toList()) {
      var id = ID.matcher(relation.group(1));
      var target = TARGET.matcher(relation.group(1));
      if (id.find() && target.find()) {
        targets.put(id.group(1), target.group(1));
      }
    }
    return targets;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** One part while it is unpacked. */
  private static final class Part {
    private final String name;
    private final String place;
    private final long packed;
    private final boolean isSheet;
    private final boolean isText;
    private final SheetScan scan = new SheetScan();
    private String beginning = "";

    Part(ZipArchiveEntry entry, String place, long packed) {
      this.name = entry.getName();
      this.place = place;
      this.packed = packed;
      this.isSheet = name.startsWith("xl/worksheets/");
      this.isText = name.toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
    }

    /** Unpacks the part; answers how many bytes it has. */
    long read(InputStream zip, long before) throws IOException {
      var buffer = new byte[64 * 1024];
      var size = 0L;
      for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
        if (beginning.length() < BEGINNING) {
          beginning += new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
        }
        size += read;
        requireModest(before + size, size);
        if (isSheet) {
          scan.take(buffer, read);
        }
      }
      // No part of a workbook declares a document type; one that does is up to something.
      if (beginning.contains("<!DOCTYPE") || beginning.contains("<!ENTITY")) {
        throw SourceException.of("xlsx-doctype", place, name);
      }
      if (scan.isTooWide()) {
        throw SourceException.of("xlsx-column", place);
      }
      return size;
    }

    private void requireModest(long total, long size) throws IOException {
      var isBomb = total > UNSUSPICIOUS && total / MOST_RATIO > packed;
      if (isBomb || total > MOST_BYTES || (isText && size > MOST_TEXT)) {
        throw SourceException.of("xlsx-bomb", place, name, total);
      }
    }
  }
}
