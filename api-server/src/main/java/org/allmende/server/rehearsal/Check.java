package org.allmende.server.rehearsal;

import java.util.Locale;

/**
 * What GovData does that a publisher should know before; each with its effect and, in the tables of
 * words, a sentence under its code.
 */
enum Check {
  // Getting a page (2.1, 2.2).
  UNREACHABLE(Effect.ENDS_RUN),
  HEAD_STATUS(Effect.ENDS_RUN),
  TOO_LARGE(Effect.ENDS_RUN),
  NOT_UTF8(Effect.ENDS_RUN),
  TYPE_UNKNOWN(Effect.ENDS_RUN),
  NO_RDF(Effect.ENDS_RUN),
  NEXT_NOT_ABSOLUTE(Effect.ENDS_RUN),
  ENDLESS(Effect.ENDS_RUN),
  ERROR_BODY(Effect.DELETED),
  FIRST_PAGE_AGAIN(Effect.DELETED),
  TYPE_UNTOLD(Effect.NOTED),
  TYPE_CHANGED(Effect.NOTED),
  OTHER_HOST(Effect.NOTED),
  TOTAL_DIFFERS(Effect.NOTED),
  IRIS_MENDED(Effect.NOTED),

  // What ends the run although the page is RDF (2.3).
  TITLE_MISSING(Effect.ENDS_RUN),
  GEOMETRY_NODE(Effect.ENDS_RUN),
  BYTE_SIZE_ENDLESS(Effect.ENDS_RUN),

  // Which datasets there are, and under which identity (2.3 to 2.5).
  NAME_RESERVED(Effect.DROPPED),
  NO_DISTRIBUTION(Effect.DROPPED),
  GUID_SHARED(Effect.DROPPED),
  DUPLICATE_OLDER(Effect.DROPPED),
  DUPLICATE_EQUAL(Effect.DROPPED),
  DUPLICATE_UNDATED(Effect.DROPPED),
  DUPLICATE_REPLACED(Effect.DELETED),
  VANISHED(Effect.DELETED),
  NAME_COLLIDES(Effect.NOTED),
  SEEN_TWICE(Effect.NOTED),
  GUID_WITHOUT_IRI(Effect.NOTED),

  // What becomes of values (2.3, 2.7).
  LICENSE_MISSING(Effect.CHANGED),
  LICENSE_SEVERAL(Effect.CHANGED),
  LICENSE_MAPPED(Effect.CHANGED),
  LICENSE_UNKNOWN(Effect.NOTED),
  KEYWORD_SPLIT(Effect.CHANGED),
  KEYWORD_CLEANED(Effect.CHANGED),
  THEME_IGNORED(Effect.CHANGED),
  CODE_LABELED(Effect.CHANGED),
  LANGUAGE_LEFT_OUT(Effect.CHANGED),
  DISTRIBUTION_UNNAMED(Effect.CHANGED),
  CONTRIBUTOR_ADDED(Effect.CHANGED),
  CONTRIBUTOR_UNKNOWN(Effect.NOTED),
  CONTRIBUTOR_SEVERAL(Effect.NOTED),
  LINK_FORM(Effect.NOTED),
  RELATIVE_IRI(Effect.NOTED),

  // What the portal keeps, validates and deletes with a dataset (2.6).
  REACHES_CATALOG(Effect.NOTED),
  REACHES_SIBLING(Effect.NOTED),
  SHARED_NODE(Effect.NOTED);

  private final Effect effect;

  Check(Effect effect) {
    this.effect = effect;
  }

  Effect effect() {
    return effect;
  }

  /** The name in reports, such as {@code title-missing}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
