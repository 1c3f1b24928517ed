package org.allmende.harvest.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.vocab.codelist.Municipalities;
import org.allmende.vocab.codelist.Municipality;

/**
 * The boundaries and the postcodes that the operator imported: {@code gazetteer/} in the data
 * directory. Names, keys and the postcode of the seat are in the product already ({@link
 * Municipalities}); what is here comes under licenses of its own, such as the ODbL, and is not
 * shipped.
 *
 * <pre>{@code
 * var gazetteer = Gazetteer.in(dataDirectory);
 * gazetteer.importFile(Path.of("boundary.json"));
 * gazetteer.boundaryOf(town).map(boundary -> boundary.contains(11.19, 53.43));
 * }</pre>
 *
 * Any number of threads may ask it; an import replaces files whole.
 */
public final class Gazetteer {

  private static final String ENDING = ".geojson";

  /** Two that border on each other lie no farther apart, even where they are largest. */
  private static final double FARTHEST_NEIGHBOR_KILOMETERS = 60;

  private final Optional<Path> folder;

  private Gazetteer(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The gazetteer of a data directory. */
  public static Gazetteer in(Path dataDirectory) {
    return new Gazetteer(Optional.of(dataDirectory.resolve("gazetteer")));
  }

  /** One without anything imported. */
  public static Gazetteer empty() {
    return new Gazetteer(Optional.empty());
  }

  /**
   * What an import brought.
   *
   * @param boundaries names and keys of the boundaries
   * @param postcodes how many pairs of postcode and municipality
   */
  public record Imported(List<String> boundaries, int postcodes) {
    public Imported {
      boundaries = List.copyOf(boundaries);
    }
  }

  /**
   * Takes boundaries (GeoJSON, Overpass) or a table of postcodes (CSV with columns {@code plz} and
   * {@code ags}) into the data directory, in place of what was there under the same key.
   *
   * @throws IOException when the file cannot be read; the message says what was expected
   */
  public Imported importFile(Path file) throws IOException {
    var target = folder.orElseThrow(() -> new IllegalStateException("no data directory"));
    var name = String.valueOf(file.getFileName()).toLowerCase(java.util.Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt")) {
      var pairs = PostcodeTable.read(file);
      replace(target.resolve("postcodes.csv"), PostcodeTable.write(pairs));
      return new Imported(List.of(), pairs.values().stream().mapToInt(Set::size).sum());
    }
    var names = new ArrayList<String>();
    for (var boundary : BoundaryFile.read(file)) {
      var known = known(boundary);
      var key = boundary.key().isEmpty() ? known.map(Municipality::ags).orElse("") : boundary.key();
      if (key.isEmpty()) {
        throw new BoundaryException(
            file.getFileName()
                + ": a boundary needs an official key (a property such as ags or ars) or the name"
                + " of exactly one municipality, got \""
                + boundary.name()
                + "\"");
      }
      var named =
          new Boundary(
              boundary.name().isEmpty()
                  ? known.map(Municipality::name).orElse("")
                  : boundary.name(),
              key,
              boundary.shape());
      replace(boundaries(target).resolve(key + ENDING), BoundaryFile.write(named));
      names.add(named.name() + " (" + key + ")");
    }
    return new Imported(names, 0);
  }

  private static Optional<Municipality> known(Boundary boundary) {
    if (!boundary.key().isEmpty()) {
      return Municipalities.findByKey(boundary.key());
    }
    var sameName = Municipalities.findByName(boundary.name());
    return sameName.size() == 1 ? Optional.of(sameName.getFirst()) : Optional.empty();
  }

  private static Path boundaries(Path folder) {
    return folder.resolve("boundaries");
  }

  /** Written aside and moved, so that no reader sees half a file. */
  private static void replace(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var aside = Files.createTempFile(file.toAbsolutePath().getParent(), "import", ".new");
    Files.write(aside, content);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The boundary of a municipality, by its regional key or its municipality key. */
  public Optional<Boundary> boundaryOf(Town town) {
    return town.ars().flatMap(this::findByKey).or(() -> findByKey(town.ags()));
  }

  /** The boundary with this official key of 2, 5, 8 or 12 digits. */
  public Optional<Boundary> findByKey(String key) {
    return folder
        .map(Gazetteer::boundaries)
        .map(all -> all.resolve(key + ENDING))
        .filter(file -> key.matches("\\d{2,12}") && Files.isRegularFile(file))
        .map(Gazetteer::read);
  }

  /** The boundaries of this name, such as {@code "Hagenow"}. */
  public List<Boundary> findByName(String name) {
    var wanted = Municipalities.normalName(name);
    return all().stream()
        .filter(boundary -> Municipalities.normalName(boundary.name()).equals(wanted))
        .toList();
  }

  /** The boundaries around a point, the smallest first. */
  public List<Boundary> findByPoint(double lon, double lat) {
    return all().stream()
        .filter(boundary -> boundary.contains(lon, lat))
        .sorted(Comparator.comparingDouble(boundary -> boundary.shape().getArea()))
        .toList();
  }

  /**
   * The keys of the municipalities whose boundary has a point in common with that of another one.
   * Reads the boundaries around it.
   */
  public List<String> neighborsOf(Boundary own) {
    return keys().stream()
        .filter(key -> !key.equals(own.key()) && isMunicipality(key))
        .filter(key -> mayBeNear(key, own.key()))
        .flatMap(key -> findByKey(key).stream())
        .filter(own::meets)
        .map(Boundary::key)
        .toList();
  }

  private static boolean isMunicipality(String key) {
    return key.length() == 8 || key.length() == 12;
  }

  /** What is far away by the directory's points need not be read. */
  private static boolean mayBeNear(String key, String other) {
    var here = Municipalities.findByKey(other).flatMap(Municipality::point);
    var there = Municipalities.findByKey(key).flatMap(Municipality::point);
    return here.isEmpty()
        || there.isEmpty()
        || here.get().kilometersTo(there.get()) <= FARTHEST_NEIGHBOR_KILOMETERS;
  }

  /** The boundaries of the municipalities that have a postcode. */
  public List<Boundary> findByPostcode(String postcode) {
    return municipalities(postcode).stream()
        .flatMap(m -> findByKey(m.ags()).or(() -> findByKey(m.ars())).stream())
        .toList();
  }

  /** All boundaries, in the order of their keys. */
  public List<Boundary> all() {
    return keys().stream().flatMap(key -> findByKey(key).stream()).toList();
  }

  /** The keys of all boundaries, in their order. */
  private List<String> keys() {
    if (folder.isEmpty() || !Files.isDirectory(boundaries(folder.get()))) {
      return List.of();
    }
    try (var files = Files.list(boundaries(folder.get()))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Boundary read(Path file) {
    try {
      return BoundaryFile.read(file).getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The municipalities that share a postcode: by the imported table, else those with it at their
   * seat.
   */
  public List<Municipality> municipalities(String postcode) {
    var imported =
        postcodes().getOrDefault(postcode, new TreeSet<>()).stream()
            .flatMap(ags -> Municipalities.findByAgs(ags).stream())
            .toList();
    return imported.isEmpty() ? Municipalities.findByPostcode(postcode) : imported;
  }

  /** All postcodes of a municipality that the imported table knows. */
  public List<String> postcodesOf(String ags) {
    return postcodes().entrySet().stream()
        .filter(entry -> entry.getValue().contains(ags))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, Set<String>> postcodes() {
    var table = folder.map(all -> all.resolve("postcodes.csv")).filter(Files::isRegularFile);
    if (table.isEmpty()) {
      return Map.of();
    }
    try {
      return PostcodeTable.read(table.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
