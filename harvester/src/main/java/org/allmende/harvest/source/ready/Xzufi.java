package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.xml.XmlDocument;
import org.allmende.harvest.source.xml.XmlElement;

/**
 * Services in XZuFi 2.1 and 2.2, whatever its namespace ({@code sources.md} 8.5): each {@code
 * leistung} as an object under the names that the JSON catalogs use.
 */
final class Xzufi {

  /** Text modules that name a service: in the words of citizens, else in those of the law. */
  private static final List<String> TITLES = List.of("03", "02");

  private final List<XmlElement> services = new ArrayList<>();
  private final Map<String, String> organizations = new HashMap<>();
  private final Map<String, TreeSet<String>> responsible = new HashMap<>();

  private Xzufi() {}

  /** Whether an element of this name is a service. */
  static boolean isService(String name) {
    return name.equals("leistung");
  }

  /** The services of a document. */
  static List<ObjectNode> read(Fetched document, String place, Mapping mapping) throws IOException {
    var xzufi = new Xzufi();
    try (var xml = XmlDocument.open(document.body(), place, mapping)) {
      while (xml.next()) {
        if (xml.isStart()) {
          xzufi.take(xml);
        }
      }
    }
    return xzufi.services.stream().map(xzufi::flat).toList();
  }

  private void take(XmlDocument xml) throws IOException {
    switch (xml.name()) {
      case "leistung" -> services.add(xml.element());
      case "organisationseinheit" -> takeOrganization(xml.element());
      case "zustaendigkeit" -> {
        var element = xml.element();
        within(element, "organisationseinheitID")
            .findFirst()
            .ifPresent(id -> takeResponsibility(element, id));
      }
      default -> {
        // what holds them
      }
    }
  }

  private void takeOrganization(XmlElement element) {
    var id = element.textOf("id").orElse("");
    Stream.of("name", "bezeichnung")
        .flatMap(element::children)
        .flatMap(name -> within(name, "name", "bezeichnung", "text"))
        .findFirst()
        .or(() -> element.textOf("name").or(() -> element.textOf("bezeichnung")))
        .ifPresent(name -> organizations.put(id, name));
    element.children("zustaendigkeit").forEach(one -> takeResponsibility(one, id));
  }

  private void takeResponsibility(XmlElement element, String organization) {
    within(element, "leistungID")
        .forEach(
            service ->
                responsible.computeIfAbsent(service, s -> new TreeSet<>()).add(organization));
  }

  private static Stream<String> within(XmlElement element, String... names) {
    return element.children().stream()
        .flatMap(XmlElement::all)
        .filter(one -> List.of(names).contains(one.name()))
        .map(XmlElement::text)
        .filter(text -> !text.isEmpty());
  }

  private ObjectNode flat(XmlElement service) {
    var into = JsonNodeFactory.instance.objectNode();
    var id = service.textOf("id").orElse("");
    into.put("id", id);
    key(service).ifPresent(key -> into.put("leika", key));
    TITLES.stream()
        .flatMap(code -> module(service, code, "leistungsbezeichnung").stream())
        .findFirst()
        .or(() -> service.textOf("bezeichnung"))
        .ifPresent(name -> into.put("name", name));
    Stream.of("volltext", "kurztext", "teaser")
        .flatMap(name -> module(service, "", name).stream())
        .findFirst()
        .or(() -> firstText(service))
        .ifPresent(text -> into.put("description", text));
    module(service, "", "erforderliche unterlagen")
        .ifPresent(text -> into.put("required_documents", text));
    german(service, "modulKosten").ifPresent(text -> into.put("fees", text));
    forms(service, into);
    names(id, into);
    service.textOf("url").ifPresent(url -> into.put("url", url));
    Stream.of("geaendertDatumZeit", "erstelltDatumZeit")
        .flatMap(name -> within(service, name))
        .findFirst()
        .ifPresent(time -> into.put("updated", time));
    var areas = into.putArray("areas");
    within(service, "gueltigkeitGebietID")
        .map(text -> text.replaceAll("\\D", ""))
        .forEach(areas::add);
    return into;
  }

  private static Optional<String> key(XmlElement service) {
    return service
        .child("referenzLeiKa")
        .flatMap(reference -> within(reference, "code").findFirst())
        .or(() -> service.textOf("leistungsschluessel"));
  }

  /** The German text of a module with this code or, where it has a name, this name. */
  private static Optional<String> module(XmlElement service, String code, String name) {
    return service
        .children("modulText")
        .filter(module -> isNamed(module, code, name))
        .flatMap(module -> german(module).stream())
        .findFirst();
  }

  private static boolean isNamed(XmlElement module, String code, String name) {
    var kind = module.child("leikaTextmodul");
    var said = kind.flatMap(k -> k.textOf("name")).orElse("").toLowerCase(Locale.ROOT);
    var number = kind.flatMap(k -> k.textOf("code")).orElse("");
    return code.isEmpty() ? said.startsWith(name) : number.equals(code);
  }

  /** Where modules have no names: the first text that is no title. */
  private static Optional<String> firstText(XmlElement service) {
    return service
        .children("modulText")
        .filter(module -> TITLES.stream().noneMatch(code -> isNamed(module, code, "")))
        .flatMap(module -> german(module).stream())
        .findFirst();
  }

  private static Optional<String> german(XmlElement service, String module) {
    return service.child(module).flatMap(Xzufi::german);
  }

  /** The German one of a module's texts, or the only one. */
  private static Optional<String> german(XmlElement module) {
    var texts = Stream.of("inhalt", "beschreibung").flatMap(module::children).toList();
    return texts.stream()
        .filter(text -> text.attribute("languageCode").orElse("de").startsWith("de"))
        .findFirst()
        .map(XmlElement::text)
        .filter(text -> !text.isEmpty());
  }

  private static void forms(XmlElement service, ObjectNode into) {
    var forms = into.putArray("forms");
    service
        .children("modulFormular")
        .flatMap(module -> within(module, "bezeichnung", "name"))
        .distinct()
        .forEach(forms::add);
  }

  private void names(String id, ObjectNode into) {
    var names = into.putArray("authorities");
    responsible.getOrDefault(id, new TreeSet<>()).stream()
        .flatMap(organization -> Stream.ofNullable(organizations.get(organization)))
        .forEach(names::add);
  }
}
