package org.allmende.server.ckan;

import org.allmende.harvest.Harvester;
import org.allmende.harvest.book.SourceBook;
import org.allmende.harvest.schedule.HarvestScheduler;

/**
 * What the harvest API stands on.
 *
 * @param book the sources there are
 * @param scheduler runs them
 * @param harvester clears them
 */
public record CkanHarvest(SourceBook book, HarvestScheduler scheduler, Harvester harvester) {}
