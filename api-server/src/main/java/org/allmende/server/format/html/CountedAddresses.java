package org.allmende.server.format.html;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.Catalog.NamedDistribution;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetView;
import org.allmende.server.dataset.FileName;
import org.allmende.vocab.profile.Profile;

/** What people call the addresses that statistics count. */
final class CountedAddresses {
  private static final Pattern DATASET = Pattern.compile("/datensatz/([^/]+)");
  private static final Pattern FILE = Pattern.compile("/datensatz/([^/]+)/datei/([^/]+)(/.*)?");
  private static final Pattern DOWNLOAD =
      Pattern.compile("/dataset/([^/]+)/resource/([^/]+)/download");

  private final Catalog catalog;
  private final Frames frames;
  private final String language;

  CountedAddresses(Catalog catalog, Frames frames, String language) {
    this.catalog = catalog;
    this.frames = frames;
    this.language = language;
  }

  /** A name with the page that it stands for; an address itself where nothing has a name. */
  record Named(Localized label, String address) {}

  /** What an address is called. A dataset that is not public any more is called by it alone. */
  Named name(String address) {
    var dataset = DATASET.matcher(address);
    var file = FILE.matcher(address);
    var download = DOWNLOAD.matcher(address);
    if (dataset.matches()) {
      return find(dataset.group(1)).map(this::dataset).orElseGet(() -> bare(address));
    }
    if (file.matches()) {
      var number = FileName.number(file.group(2));
      return find(file.group(1))
          .flatMap(
              entry ->
                  file(entry, f -> number.isPresent() && f.address().number() == number.getAsInt()))
          .orElseGet(() -> bare(address));
    }
    if (download.matches()) {
      return find(download.group(1))
          .flatMap(entry -> file(entry, f -> f.address().id().equals(download.group(2))))
          .orElseGet(() -> bare(address));
    }
    return address.contains("{") ? bare(address) : page(address);
  }

  private Optional<CatalogEntry> find(String idOrName) {
    return catalog.find(idOrName).filter(CatalogEntry::isPublic);
  }

  private static Named bare(String address) {
    return new Named(new Localized(address, null), "");
  }

  private Named page(String address) {
    return new Named(new Localized(address, null), frames.address(language).machine(address));
  }

  private Named dataset(CatalogEntry entry) {
    return new Named(
        reader(entry, view(entry)).title(),
        frames.address(language).dataset(entry.addresses().name().value()));
  }

  private Optional<Named> file(CatalogEntry entry, Predicate<NamedDistribution> which) {
    var view = view(entry);
    var shown = frames.shown(language);
    var named =
        catalog.distributions(entry, view.description()).stream().filter(which).limit(1).toList();
    return FileView.all(named, view, shown, catalog.identity()).stream()
        .map(
            file ->
                new Named(
                    new Localized(
                        reader(entry, view).title().text() + ": " + file.title().text(),
                        file.title().lang()),
                    frames.address(language).file(entry.addresses().name().value(), file.name())))
        .findFirst();
  }

  private DatasetView view(CatalogEntry entry) {
    return catalog.describe(entry, Profile.RAW).view();
  }

  private DatasetPage.Reader reader(CatalogEntry entry, DatasetView view) {
    return new DatasetPage.Reader(entry, view, frames.shown(language), frames.address(language));
  }
}
