package org.allmende.server.format.html;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.Catalog.NamedDistribution;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.DatasetView.DistributionView;
import org.allmende.server.dataset.FileName;
import org.allmende.server.files.OwnFiles;
import org.allmende.server.http.Problem;
import org.allmende.vocab.profile.Profile;

/**
 * A file that somebody asks for: a distribution with the dataset around it.
 *
 * @param entry the dataset
 * @param view its description
 * @param number the number that the dataset assigned to the file
 * @param distribution the file
 */
record ShownFile(CatalogEntry entry, DatasetView view, int number, DistributionView distribution) {

  /**
   * The file of a dataset with a name such as {@code 3-baumkataster}. 404 when there never was one
   * with this number, 410 when there is none any more.
   */
  static ShownFile require(Catalog catalog, CatalogEntry entry, String name) {
    var number = FileName.number(name).orElse(0);
    var view = catalog.describe(entry, Profile.RAW).view();
    for (var named : catalog.distributions(entry, view.description())) {
      var found = find(entry, view, named).filter(file -> file.number() == number);
      if (found.isPresent()) {
        return found.get();
      }
    }
    var slug = entry.addresses().name();
    var wasThere = entry.addresses().distributions().stream().anyMatch(a -> a.number() == number);
    throw (wasThere
            ? Problem.gone("The dataset " + slug + " no longer has this file.")
            : Problem.notFound("The dataset " + slug + " has no file \"" + name + "\"."))
        .asException();
  }

  /** The file that has an address. */
  static Optional<ShownFile> find(CatalogEntry entry, DatasetView view, NamedDistribution named) {
    return view.distributions().stream()
        .filter(distribution -> distribution.node().equals(named.node()))
        .findFirst()
        .map(file -> new ShownFile(entry, view, named.address().number(), file));
  }

  /** When it changed, else its dataset as far as anybody said, else what we know of that. */
  Instant changed() {
    return distribution
        .modified()
        .or(distribution::issued)
        .or(view::modified)
        .or(view::issued)
        .orElse(entry.record().modified());
  }

  /** The last part of the address of its page. */
  String name() {
    return FileName.of(number, distribution);
  }

  /** The hash of its content, when it is a file of ours. */
  Optional<String> hash(Catalog catalog) {
    return OwnFiles.hash(distribution, catalog.identity());
  }

  /** What it is called where it is saved; ends with what its format is called. */
  String fileName() {
    var name = OwnFiles.name(distribution);
    var format = FileView.format(distribution).toLowerCase(Locale.ROOT);
    return name.contains(".") || format.isEmpty() ? name : name + "." + format;
  }

  /** The ending of its name, in lower case. */
  String extension() {
    var name = fileName();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
