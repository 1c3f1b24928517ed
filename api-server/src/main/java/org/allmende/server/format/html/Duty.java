package org.allmende.server.format.html;

/** The pages that a public body must or should have ({@code web-ui.md} 4). */
enum Duty {
  IMPRINT("imprint", "/impressum", "/en/imprint", true),
  PRIVACY("privacy", "/datenschutz", "/en/privacy", true),
  ACCESSIBILITY("accessibility", "/barrierefreiheit", "/en/accessibility", true),
  EASY("easy-language", "/leichte-sprache", "/en/easy-language", false),
  SIGNS("sign-language", "/gebaerdensprache", "/en/sign-language", true),
  CONTACT("contact", "/kontakt", "/en/contact", true),
  LICENSES("licenses", "/lizenzen", "/en/licenses", false);

  private final String setting;
  private final String german;
  private final String english;
  private final boolean needsOperator;

  Duty(String setting, String german, String english, boolean needsOperator) {
    this.setting = setting;
    this.german = german;
    this.english = english;
    this.needsOperator = needsOperator;
  }

  /** The last word of its setting, {@code pages.imprint}, and of its texts. */
  String setting() {
    return setting;
  }

  /** Its path in a language. */
  String path(String language) {
    return language.equals("en") ? english : german;
  }

  /** True when it is not complete without words of the operator. */
  boolean needsOperator() {
    return needsOperator;
  }
}
