package org.allmende.catalog.search.lucene;

import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.catalog.search.IndexEntry;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.IndexText;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/** Names of Lucene's fields, and how an entry becomes a Lucene document. */
final class Fields {

  static final String TITLE = "title";
  static final String TITLE_EXACT = "title_exact";
  static final String TITLE_SHOWN = "title_shown";
  static final String DESCRIPTION = "description";
  static final String EVERYTHING = "everything";
  static final String EVERYTHING_EXACT = "everything_exact";
  static final String COLUMNS = "columns";
  static final String ORDINAL = "ordinal";
  static final String PLACES = "places";
  static final String SORT_TITLE = "sort_title";
  static final String SORT_NAME = "sort_name";
  static final String SORT_ID = "sort_id";

  private Fields() {}

  private static final Map<IndexField, String> WORDS =
      Map.of(
          IndexField.TITLE,
          TITLE,
          IndexField.DESCRIPTION,
          DESCRIPTION,
          IndexField.EVERYTHING,
          EVERYTHING);

  private static final Map<IndexField, String> UNSTEMMED =
      Map.of(IndexField.TITLE, TITLE_EXACT, IndexField.EVERYTHING, EVERYTHING_EXACT);

  /** The name of a field. */
  static String name(IndexField field) {
    var words = WORDS.get(field);
    return words == null ? "f_" + field.name() : words;
  }

  /** The name of the field that has the same words unstemmed, its own when there is none. */
  static String unstemmed(IndexField field) {
    var unstemmed = UNSTEMMED.get(field);
    return unstemmed == null ? name(field) : unstemmed;
  }

  static Document document(IndexEntry entry, Collator german) {
    var document = new Document();
    var uri = entry.dataset().value();
    document.add(new StringField(name(IndexField.URI), uri, Field.Store.NO));
    document.add(new BinaryDocValuesField(name(IndexField.URI), new BytesRef(uri)));
    document.add(new NumericDocValuesField(ORDINAL, entry.ordinal()));
    document.add(new BinaryDocValuesField(TITLE_SHOWN, new BytesRef(entry.title())));
    var read = new ReadTexts();
    addTexts(document, entry, read);
    entry.exact().forEach((field, values) -> addExact(document, name(field), values));
    entry.texts().forEach((field, texts) -> document.add(stemmed(name(field), texts, read)));
    entry
        .numbers()
        .forEach((field, value) -> document.add(new LongField(name(field), value, Field.Store.NO)));
    addSortKeys(document, entry, german);
    ShapeFields.add(document, entry.places());
    return document;
  }

  private static void addTexts(Document document, IndexEntry entry, ReadTexts read) {
    var title = List.of(entry.title());
    document.add(new StoredField(TITLE, entry.title()));
    document.add(stemmed(TITLE, title, read));
    document.add(exact(TITLE_EXACT, title, read));
    document.add(new StoredField(DESCRIPTION, entry.description()));
    document.add(stemmed(DESCRIPTION, List.of(entry.description()), read));
    addColumns(document, entry);
    document.add(MatchField.of(MatchTerms.of(entry, read)));
    document.add(Standing.of(entry));
    var everything = everything(entry);
    document.add(stemmed(EVERYTHING, everything, read));
    document.add(exact(EVERYTHING_EXACT, everything, read));
  }

  /** What its columns are called, a line each: to tell which of them was found. */
  private static void addColumns(Document document, IndexEntry entry) {
    var columns =
        entry.words().stream()
            .filter(text -> text.role() == IndexText.Role.COLUMN)
            .map(text -> text.text().replaceAll("\\R", " "))
            .collect(Collectors.joining("\n"));
    if (!columns.isEmpty()) {
      document.add(new StoredField(COLUMNS, columns));
    }
  }

  private static Field stemmed(String name, List<String> texts, ReadTexts read) {
    var words = WordTokens.of(texts, text -> GermanAnalysis.stemmed(read.words(text)));
    return new TextField(name, words);
  }

  private static Field exact(String name, List<String> texts, ReadTexts read) {
    var words = WordTokens.of(texts, text -> GermanAnalysis.exact(read.words(text)));
    return new TextField(name, words);
  }

  private static List<String> everything(IndexEntry entry) {
    var all = new ArrayList<String>();
    all.add(entry.title());
    all.add(entry.description());
    all.addAll(entry.exact().getOrDefault(IndexField.KEYWORD, List.of()));
    entry.words().forEach(text -> all.add(text.text()));
    return all.stream().distinct().toList();
  }

  private static void addExact(Document document, String name, List<String> values) {
    for (var value : values) {
      var cut = value.length() > 2_000 ? value.substring(0, 2_000) : value;
      document.add(new StringField(name, cut, Field.Store.NO));
      document.add(new SortedSetDocValuesField(name, new BytesRef(cut)));
    }
  }

  private static void addSortKeys(Document document, IndexEntry entry, Collator german) {
    var title = new BytesRef(german.getCollationKey(entry.title()).toByteArray());
    document.add(new SortedDocValuesField(SORT_TITLE, title));
    document.add(new SortedDocValuesField(SORT_NAME, first(entry.exact(), IndexField.NAME)));
    document.add(new SortedDocValuesField(SORT_ID, first(entry.exact(), IndexField.ID)));
  }

  private static BytesRef first(Map<IndexField, List<String>> exact, IndexField field) {
    return new BytesRef(exact.getOrDefault(field, List.of("")).getFirst());
  }
}
