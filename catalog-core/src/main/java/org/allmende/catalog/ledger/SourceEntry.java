package org.allmende.catalog.ledger;

import java.time.Instant;

/**
 * A source of harvests that was made over the API, as the ledger keeps it.
 *
 * @param id its id, never another's
 * @param name its name in addresses; no other source has it
 * @param created when it was made
 * @param definition what it is, as JSON that the ledger does not read
 */
public record SourceEntry(String id, String name, Instant created, String definition) {}
