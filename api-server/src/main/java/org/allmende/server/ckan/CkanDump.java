package org.allmende.server.ckan;

import java.io.IOException;
import java.io.OutputStream;
import org.allmende.catalog.CatalogEntry;

/**
 * The dump that {@code ckanapi dump datasets} makes and {@code ckanapi load} reads: one package a
 * line, as {@code package_show} gives it.
 */
public final class CkanDump {

  private final CkanPackages packages;

  public CkanDump(CkanPackages packages) {
    this.packages = packages;
  }

  /** Writes one line; the JSON has no line breaks of its own. */
  public void writeLine(CatalogEntry entry, OutputStream out) throws IOException {
    out.write(packages.write(entry));
    out.write('\n');
  }
}
