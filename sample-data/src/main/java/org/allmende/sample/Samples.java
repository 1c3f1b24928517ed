package org.allmende.sample;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The files of Musterstadt, and what a harvest of them must find.
 *
 * <pre>{@code
 * Path config = Samples.copyTo(Path.of("demo-data"));   // demo-data/allmende.yaml
 * }</pre>
 *
 * The numbers are promises about the data and not settings; {@code SampleCountsTest} counts them
 * where the files alone can tell.
 */
public final class Samples {

  /** Stations of the charging register in Musterstadt (source {@code ladesaeulen}). */
  public static final int CHARGING_ROWS = 24;

  /** Stations in the charging register, neighbors included: what a harvest reads. */
  public static final int CHARGING_ROWS_READ = 40;

  /** Hotspots of the town (source {@code wlan}); all are kept. */
  public static final int HOTSPOT_ROWS = 18;

  /** Freifunk nodes with a position (source {@code freifunk}). */
  public static final int NODE_ROWS = 23;

  /** Freifunk nodes in the list, gateways and nodes without position included. */
  public static final int NODE_ROWS_READ = 30;

  /** Rows of the survey (source {@code umfrage}); all are kept. */
  public static final int SURVEY_ROWS = 136;

  /** Rows of {@code ratsinformation/organizations}. */
  public static final int ORGANIZATION_ROWS = 6;

  /** Rows of {@code ratsinformation/meetings}. */
  public static final int MEETING_ROWS = 12;

  /** Rows of {@code ratsinformation/papers}; the tombstone among them is not counted. */
  public static final int PAPER_ROWS = 15;

  /** Agenda items with a result, for a source that also asks for the table {@code agenda-items}. */
  public static final int AGENDA_ITEM_ROWS = 20;

  /** Datasets of the district's catalog (source {@code landkreis}). */
  public static final int DISTRICT_DATASETS = 8;

  /** Sources named in {@code allmende.yaml}. */
  public static final int SOURCES = 6;

  /**
   * Datasets after a harvest of all sources: one each of {@code ladesaeulen}, {@code wlan}, {@code
   * freifunk} and {@code umfrage}, three tables of {@code ratsinformation}, and the district's.
   */
  public static final int DATASETS = 4 + 3 + DISTRICT_DATASETS;

  /** The line around the town, as {@code allmende gazetteer import} takes it. */
  public static final String BOUNDARY = "boundary.geojson";

  private static final String TOWN = "/musterstadt/";
  private static final String CONFIG = "allmende.yaml";

  // A jar has no folders to list, hence a list of our own; SamplesTest holds it to the folder.
  private static final String INDEX = "musterstadt-files.txt";

  private Samples() {}

  /**
   * Copies the town's folder into a directory, which is made if it is missing.
   *
   * <p>A file that is there already with the same bytes is left untouched, so that a second copy
   * changes nothing; one with other bytes is replaced. Files of other names stay.
   *
   * @return the path of {@code allmende.yaml} in the directory
   * @throws IOException if a file cannot be written
   */
  public static Path copyTo(Path directory) throws IOException {
    for (String file : files()) {
      copy(read(TOWN + file), directory.resolve(file));
    }
    return directory.resolve(CONFIG);
  }

  /**
   * The paths of all files of the town, relative to its folder, with {@code /} and in alphabetical
   * order.
   */
  public static List<String> files() throws IOException {
    return new String(read(INDEX), StandardCharsets.UTF_8).lines().toList();
  }

  private static void copy(byte[] content, Path target) throws IOException {
    if (Files.exists(target) && Arrays.equals(content, Files.readAllBytes(target))) {
      return;
    }
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.write(target, content);
  }

  private static byte[] read(String resource) throws IOException {
    try (var in = Samples.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException("the sample " + resource + " is not on the class path");
      }
      return in.readAllBytes();
    }
  }
}
