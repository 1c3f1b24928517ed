package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.Triples;
import org.allmende.harvest.book.SourceBook;
import org.allmende.server.format.rdf.RdfFormat;

/** What harvests brought, CKAN's harvest objects: each is one revision of a harvested dataset. */
record HarvestObjects(CkanSite site) {

  /** The revision behind an id, for one who may see it and its dataset as it is today. */
  CatalogEntry require(String id, Caller caller) {
    var revision =
        HarvestObjectId.sequence(id, site.catalog().identity())
            .flatMap(number -> site.catalog().ledger().read(s -> s.findBySequence(number)));
    return allowed(revision, caller);
  }

  /** The newest of a dataset. */
  CatalogEntry requireOf(String dataset, Caller caller) {
    return allowed(site.catalog().find(dataset), caller);
  }

  private CatalogEntry allowed(Optional<CatalogEntry> revision, Caller caller) {
    var found =
        revision
            .filter(known -> known.record().source().isPresent())
            .orElseThrow(CkanException::notFound);
    var today = site.catalog().find(found.uri());
    if (!caller.mayRead(found) || today.filter(caller::mayRead).isEmpty()) {
      throw CkanException.denied("User not authorized to read harvest object");
    }
    return found;
  }

  /** The object of {@code harvest_object_show}. */
  ObjectNode json(CatalogEntry entry) {
    var revision = entry.revision();
    var at = CkanJson.time(revision.at());
    var source = entry.record().source().orElseThrow();
    var json =
        CkanJson.MAPPER
            .createObjectNode()
            .put("id", HarvestObjectId.of(revision.sequence(), site.catalog().identity()))
            .put("guid", entry.uri().value())
            .put("current", isCurrent(entry))
            .put("state", "COMPLETE")
            .put("report_status", reportStatus(entry))
            .put("gathered", at)
            .put("fetch_started", at)
            .put("fetch_finished", at)
            .put("import_started", at)
            .put("import_finished", at)
            .put("content", new String(content(entry), StandardCharsets.UTF_8))
            .put("package", entry.addresses().id())
            .put("source", SourceBook.shownId(source))
            .put("job", revision.run().orElse(null));
    json.putArray("errors");
    json.putObject("extras");
    return json;
  }

  private boolean isCurrent(CatalogEntry entry) {
    var current = site.catalog().ledger().read(s -> s.currentSequence(entry.uri()));
    return current == entry.revision().sequence()
        && entry.record().state() != DatasetState.WITHDRAWN;
  }

  private String reportStatus(CatalogEntry entry) {
    if (entry.record().state() == DatasetState.WITHDRAWN) {
      return "deleted";
    }
    var first = site.catalog().ledger().read(s -> s.history(entry.uri())).getFirst();
    return first.sequence() == entry.revision().sequence() ? "added" : "updated";
  }

  /** What the source said about the dataset, every triple of it, as Turtle in UTF-8. */
  static byte[] content(CatalogEntry entry) {
    return RdfFormat.TURTLE.write(Triples.of(entry.description().graph()));
  }
}
