package org.allmende.catalog.search;

/** A field of the index: what can be searched, filtered, counted or sorted by. */
public enum IndexField {
  /** Words of the title. */
  TITLE(Kind.WORDS),
  /** Words of the description. */
  DESCRIPTION(Kind.WORDS),
  /** Words of everything: title, description, keywords, publisher, distributions, extras. */
  EVERYTHING(Kind.WORDS),
  /** The dataset's IRI. */
  URI(Kind.EXACT),
  /** The CKAN id. */
  ID(Kind.EXACT),
  /** The slug. */
  NAME(Kind.EXACT),
  /** Free keywords, each whole. */
  KEYWORD(Kind.EXACT),
  /** Codes of the EU data themes in lower case, such as {@code tran}. */
  THEME(Kind.EXACT),
  /** CKAN name of the publisher. */
  PUBLISHER(Kind.EXACT),
  /** CKAN id of the publisher. */
  PUBLISHER_ID(Kind.EXACT),
  /** CKAN's short names of the distributions' formats, such as {@code CSV}. */
  FORMAT(Kind.EXACT),
  /** License, IRI or text. */
  LICENSE(Kind.EXACT),
  /** {@code true} when the license is open. */
  OPEN_LICENSE(Kind.EXACT),
  /** Keys of the places covered, such as {@code 13076060}. */
  PLACE(Kind.EXACT),
  /** Id of the harvest source. */
  SOURCE(Kind.EXACT),
  /** {@code active}, {@code draft}, {@code deprecated}. */
  STATE(Kind.EXACT),
  /** {@code public} or {@code private}. */
  VISIBILITY(Kind.EXACT),
  /** When it entered the catalog. */
  CREATED(Kind.TIME),
  /** When its content last changed. */
  MODIFIED(Kind.TIME),
  /** How many distributions it has. */
  DISTRIBUTIONS(Kind.NUMBER),
  /** How many keywords it has. */
  KEYWORDS(Kind.NUMBER);

  private final Kind kind;

  IndexField(Kind kind) {
    this.kind = kind;
  }

  /** How its values compare. */
  public Kind kind() {
    return kind;
  }

  /** How the values of a field are compared. */
  public enum Kind {
    /** Analysed: stems, umlauts, compounds. */
    WORDS,
    /** Whole and by letter case. */
    EXACT,
    /** Milliseconds since 1970. */
    TIME,
    /** A whole number. */
    NUMBER
  }
}
