package org.allmende.server.format.html;

import org.allmende.catalog.model.DatasetView;

/**
 * Whom to turn to.
 *
 * @param name who it is; {@code ""} when nobody said
 * @param target a mail address or a page; {@code ""} when there is none that is safe to follow
 */
record Contact(String name, String target) {

  static Contact of(DatasetView.ContactView contact) {
    var target =
        contact
            .email()
            .map(mail -> "mailto:" + mail)
            .or(contact::page)
            .filter(a -> a.startsWith("mailto:") || Shown.isWebAddress(a));
    return new Contact(
        contact.name().or(contact::email).or(contact::page).orElse(""), target.orElse(""));
  }
}
