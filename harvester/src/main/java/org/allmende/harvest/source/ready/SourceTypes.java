package org.allmende.harvest.source.ready;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.oparl.OparlSourceFormat;

/** The ready-made source types at hand: whoever makes one names it here. */
public final class SourceTypes {

  private static final List<SourceType> ALL =
      List.of(
          type("charging-register", AnyDocument.shaped(new ChargingShape())),
          type(
              "ocpi",
              served(
                  document(ObjectFinder.listUnder("data", "items", "locations"), Finishes::ocpi),
                  "OCPI",
                  "(?!)")),
          table("wlan-list", AliasShape.Finish.NONE),
          type("freifunk", new FreifunkReading()),
          oparl(),
          type("elections", new ElectionReading()),
          type("open311", served(new Open311Reading(), "Open311", "(?i)requests\\.json.*$")),
          timed("events", Set.of("Event"), Finishes::event),
          type("appointments", new AppointmentReading()),
          type("services", new ServiceReading()),
          table("survey", Finishes::survey),
          type("warnings-archive", served(new WarningReading(), "CAP", "(?!)")),
          timed("jobs", Set.of("JobPosting"), Finishes::job),
          table("places", AliasShape.Finish.NONE),
          table("notices", Finishes::notice));

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

  /** The format is built in; the type adds what chapter 10 of {@code sources.md} says about it. */
  private static SourceType oparl() {
    var file = TypeFile.read("oparl");
    return new SourceType("oparl", new OparlSourceFormat(), file.mapping(), file.defaults());
  }

  private static SourceType type(String id, TableReading reading) {
    var file = TypeFile.read(id);
    return new SourceType(id, new ReadyFormat(id, reading), file.mapping(), file.defaults());
  }

  /** Lists in any tabular format, whose columns have many names. */
  private static SourceType table(String id, AliasShape.Finish finish) {
    return objects(id, ObjectFinder.listUnder("data", "items", "features"), finish);
  }

  private static SourceType objects(String id, ObjectFinder objects, AliasShape.Finish finish) {
    return type(id, document(objects, finish));
  }

  private static AnyDocument document(ObjectFinder objects, AliasShape.Finish finish) {
    return AnyDocument.of(objects, (mapping, context) -> new AliasShape(mapping, finish));
  }

  /** Rows of an interface that others may ask as well. */
  private static TableReading served(TableReading reading, String standard, String document) {
    var title =
        new LocalizedText(Map.of("de", standard + "-Schnittstelle", "en", standard + " interface"));
    return new ServedReading(reading, title, document);
  }

  /** Linked data, of which only what is still to come is wanted. */
  private static SourceType timed(
      String id, Set<String> types, Function<Instant, AliasShape.Finish> finish) {
    return type(
        id,
        AnyDocument.of(
                ObjectFinder.linkedData(types),
                (mapping, context) -> new AliasShape(mapping, finish.apply(now(context))))
            .timed());
  }

  private static Instant now(HarvestContext context) {
    return context.now();
  }
}
