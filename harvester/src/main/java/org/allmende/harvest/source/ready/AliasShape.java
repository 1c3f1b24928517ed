package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.harvest.source.table.Mapping;

/**
 * Brings every spelling of a column, as the type's mapping lists them, under one name; what a type
 * does beyond that comes last.
 */
final class AliasShape implements RowShape {

  private final Map<String, String[]> aliases = new LinkedHashMap<>();
  private final String[] dropped;
  private final Finish finish;
  private final boolean tellsUnknown;

  /** What is done with a row whose columns have their names already. */
  @FunctionalInterface
  interface Finish {
    /**
     * Finishes a row.
     *
     * @param row the source's cells, for what no column of the mapping takes
     * @param into what will be published
     * @throws LeftOutException when the row is not wanted
     */
    void finish(Cells row, ObjectNode into) throws LeftOutException;

    /** Nothing more. */
    Finish NONE = (row, into) -> {};
  }

  AliasShape(Mapping mapping, Finish finish) {
    this(mapping, finish, true);
  }

  /** A shape that may be silent about columns it does not know. */
  AliasShape(Mapping mapping, Finish finish, boolean tellsUnknown) {
    this.finish = finish;
    this.tellsUnknown = tellsUnknown;
    this.dropped = mapping.drop().toArray(String[]::new);
    mapping.fields().forEach(field -> put(field.name(), field.from()));
    mapping
        .geometry()
        .ifPresent(
            geometry -> {
              put("lon", geometry.lon());
              put("lat", geometry.lat());
            });
  }

  private void put(String name, List<String> from) {
    aliases.put(name, from.toArray(String[]::new));
  }

  @Override
  public boolean tellsUnknown() {
    return tellsUnknown;
  }

  @Override
  public List<String> columns() {
    return new ArrayList<>(aliases.keySet());
  }

  @Override
  public void shape(Cells row, ObjectNode into) throws LeftOutException {
    aliases.forEach(
        (name, names) -> {
          var cell = row.find(names);
          if (cell != null) {
            into.set(name, cell);
          }
        });
    row.ignore(dropped);
    finish.finish(row, into);
  }
}
