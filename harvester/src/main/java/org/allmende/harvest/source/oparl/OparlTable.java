package org.allmende.harvest.source.oparl;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.catalog.model.LocalizedText;

/** The tables that a council information system can give, with their built-in texts. */
enum OparlTable {
  ORGANIZATIONS(
      "organizations",
      "Organization",
      "Gremien",
      "Gremien, Fraktionen und weitere Gruppierungen des Rates und der Verwaltung mit Name, Art und"
          + " Zeitraum ihres Bestehens.",
      "Committees",
      "Committees, parliamentary groups and other bodies of council and administration, with name,"
          + " kind and the time of their existence."),
  MEETINGS(
      "meetings",
      "Meeting",
      "Sitzungen",
      "Sitzungen des Rates und seiner Gremien mit Beginn, Ende, Ort, öffentlicher Tagesordnung und"
          + " Verweisen auf Einladung und Niederschrift.",
      "Meetings",
      "Meetings of the council and its committees with start, end, place, public agenda and links"
          + " to invitation and minutes."),
  PAPERS(
      "papers",
      "Paper",
      "Vorlagen und Anträge",
      "Drucksachen des Rates: Vorlagen, Anträge, Anfragen und Mitteilungen mit Nummer, Datum, Art,"
          + " Federführung und Verweis auf das Hauptdokument.",
      "Papers and motions",
      "Papers of the council: proposals, motions, questions and notices with number, date, kind,"
          + " responsible unit and a link to the main document."),
  AGENDA_ITEMS(
      "agenda-items",
      "AgendaItem",
      "Beschlüsse",
      "Öffentliche Tagesordnungspunkte mit Ergebnis: Sitzung, Gremium, Vorlage, Ergebnis und"
          + " Beschlusstext.",
      "Decisions",
      "Public agenda items with a result: meeting, committee, paper, result and the text of the"
          + " resolution.");

  /** The tables of a source that names none. */
  static final List<OparlTable> DEFAULT = List.of(ORGANIZATIONS, MEETINGS, PAPERS);

  private final String key;
  private final String kind;
  private final String titleDe;
  private final String textDe;
  private final String titleEn;
  private final String textEn;

  OparlTable(
      String key, String kind, String titleDe, String textDe, String titleEn, String textEn) {
    this.key = key;
    this.kind = kind;
    this.titleDe = titleDe;
    this.textDe = textDe;
    this.titleEn = titleEn;
    this.textEn = textEn;
  }

  private static LocalizedText both(String german, String english) {
    var texts = new LinkedHashMap<String, String>();
    texts.put("de", german);
    texts.put("en", english);
    return new LocalizedText(texts);
  }

  /** Its name in the settings. */
  String key() {
    return key;
  }

  /** The kind of object that its rows are. */
  String kind() {
    return kind;
  }

  LocalizedText title() {
    return both(titleDe, titleEn);
  }

  LocalizedText text() {
    return both(textDe, textEn);
  }

  static Optional<OparlTable> find(String key) {
    return Arrays.stream(values()).filter(table -> table.key.equals(key)).findFirst();
  }

  /** The names there are, for messages. */
  static String known() {
    return Arrays.stream(values()).map(OparlTable::key).collect(Collectors.joining(", "));
  }

  /** The tables that a source wants, in its order. */
  static List<OparlTable> wanted(List<String> keys) {
    return keys.isEmpty()
        ? DEFAULT
        : keys.stream().map(OparlTable::find).flatMap(Optional::stream).distinct().toList();
  }
}
