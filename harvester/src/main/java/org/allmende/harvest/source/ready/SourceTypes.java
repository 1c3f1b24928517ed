package org.allmende.harvest.source.ready;

import java.util.List;
import java.util.Optional;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.oparl.OparlSourceFormat;

/** The ready-made source types at hand: whoever makes one names it here. */
public final class SourceTypes {

  private static final List<SourceType> ALL = List.of(charging(), oparl());

  private SourceTypes() {}

  /** All of them, in the order of their documentation. */
  public static List<SourceType> all() {
    return ALL;
  }

  /** The type of this name. */
  public static Optional<SourceType> find(String id) {
    return ALL.stream().filter(type -> type.id().equals(id)).findFirst();
  }

  /** The formats that exist for a type alone. */
  public static List<SourceFormat> formats() {
    return ALL.stream().map(SourceType::format).filter(ReadyFormat.class::isInstance).toList();
  }

  private static SourceType charging() {
    return shaped("charging-register", new ChargingShape());
  }

  /** The format is built in; the type adds what chapter 10 of {@code sources.md} says about it. */
  private static SourceType oparl() {
    var file = TypeFile.read("oparl");
    return new SourceType("oparl", new OparlSourceFormat(), file.mapping(), file.defaults());
  }

  private static SourceType shaped(String id, RowShape shape) {
    var file = TypeFile.read(id);
    return new SourceType(
        id, new ReadyFormat(id, new AnyDocument(shape)), file.mapping(), file.defaults());
  }
}
