package org.allmende.server.rehearsal;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A dataset of a page, as the portal identifies it.
 *
 * @param guid by which it is found again in the next run
 * @param node in the page
 * @param title the one shown; {@code ""}: there is none
 * @param name the part of the address made from the title
 * @param identifier {@code dct:identifier}, by which the portal looks for duplicates
 * @param modified {@code dct:modified}, which decides between duplicates
 * @param isDistributed true when there is a distribution
 * @param kept what the portal keeps of it: all that can be reached on the page, but for the catalog
 *     and the other datasets
 */
record PortalDataset(
    String guid,
    Node node,
    String title,
    String name,
    Optional<String> identifier,
    Optional<String> modified,
    boolean isDistributed,
    Graph kept) {}
