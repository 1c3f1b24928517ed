package org.allmende.server.format.html;

import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.server.http.Links;

/**
 * What the operator says about the site itself.
 *
 * @param links today's public address
 * @param look what makes it look like the town's
 * @param texts the operator's own texts on pages, by the setting's last word
 * @param embedding who may show our small pages in a frame
 */
public record Site(Links links, Look look, Map<String, LocalizedText> texts, Embedding embedding) {

  public Site {
    texts = Map.copyOf(texts);
  }

  /** A site whose operator has said nothing yet. */
  public static Site of(Links links) {
    return new Site(links, Look.ours(), Map.of(), Embedding.BY_ALL);
  }

  /** The operator's text for a duty page, in this language or else in German. */
  Optional<Localized> text(Duty duty, String language) {
    return text(duty.setting(), language);
  }

  /** What the operator wants to tell on the start page, in Markdown. */
  Optional<Localized> story(String language) {
    return text("story", language);
  }

  /** When the operator will work on the site. */
  Optional<Localized> maintenance(String language) {
    return text("maintenance", language);
  }

  private Optional<Localized> text(String setting, String language) {
    return Optional.ofNullable(texts.get(setting))
        .flatMap(text -> Localized.of(text, language))
        .filter(text -> !text.text().isBlank());
  }

  /** False while the operator has to say something that nobody else can. */
  boolean isComplete(Duty duty) {
    return !duty.needsOperator() || text(duty, "de").isPresent();
  }
}
