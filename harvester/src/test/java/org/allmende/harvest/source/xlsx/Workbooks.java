package org.allmende.harvest.source.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks part by part, as other programs write them. */
final class Workbooks {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private int count;

  Workbooks() {
    part(
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default"
            + " Extension='rels'"
            + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override"
            + " PartName='/xl/workbook.xml'"
            + " ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/><Override"
            + " PartName='/xl/sharedStrings.xml'"
            + " ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'/><Override"
            + " PartName='/xl/styles.xml'"
            + " ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/>"
            + "</Types>");
    // Style 0 is general, 1 a built-in date, 2 a date and time of its own, 3 a plain number.
    part(
        "xl/styles.xml",
        "<styleSheet xmlns='"
            + MAIN
            + "'><numFmts count='2'><numFmt numFmtId='164' formatCode='[$-407]d.\\ mmmm yyyy;@'/>"
            + "<numFmt numFmtId='165' formatCode='0.0\\ &quot;Stunden&quot;'/></numFmts>"
            + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>"
            + "<xf numFmtId='165'/></cellXfs></styleSheet>");
  }

  Workbooks part(String name, String content) {
    parts.put(name, content);
    return this;
  }

  /** Adds a sheet; {@code content} stands below its root. */
  Workbooks sheet(String name, String attributes, String content) {
    count++;
    // Not in order, as after somebody has moved sheets about.
    var part = "worksheets/sheet" + (10 - count) + ".xml";
    sheets.append(
        "<sheet name='%s' sheetId='%d' r:id='rId%d' %s/>"
            .formatted(name, count, count, attributes));
    relations.append(
        "<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"%s\"/>"
            .formatted(count, RELATIONS, part));
    return part("xl/" + part, "<worksheet xmlns=\"" + MAIN + "\">" + content + "</worksheet>");
  }

  Workbooks sheet(String rows) {
    return sheet("Tabelle1", "", "<sheetData>" + rows + "</sheetData>");
  }

  /** Shared strings, each given as the content of its item. */
  Workbooks strings(String... items) {
    var table = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
    for (var item : items) {
      table.append("<si>").append(item).append("</si>");
    }
    return part("xl/sharedStrings.xml", table.append("</sst>").toString());
  }

  /** A row of inline texts. */
  static String row(int number, String... texts) {
    var row = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < texts.length; i++) {
      row.append("<c r=\"")
          .append((char) ('A' + i))
          .append(number)
          .append("\" t=\"inlineStr\"><is><t>")
          .append(texts[i])
          .append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  byte[] bytes() {
    parts.putIfAbsent("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"/>");
    part(
        "_rels/.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + "<Relationship Id='rId1' Type='"
            + RELATIONS
            + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
    part(
        "xl/workbook.xml",
        "<workbook xmlns='%s' xmlns:r='%s'><sheets>%s</sheets></workbook>"
            .formatted(MAIN, RELATIONS, sheets));
    part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + relations
            + "<Relationship Id=\"rId90\" Type=\""
            + RELATIONS
            + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId91\" Type=\""
            + RELATIONS
            + "/styles\" Target=\"styles.xml\"/></Relationships>");
    return zipped();
  }

  private byte[] zipped() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
