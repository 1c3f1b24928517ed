package org.allmende.harvest.source.ready;

import java.util.Optional;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.table.Mapping;

/**
 * A ready-made kind of source, such as {@code charging-register}: it brings format, mapping and
 * what is known about its dataset.
 *
 * @param id what {@code type:} in the settings says
 * @param format how its documents are read
 * @param mapping what their columns mean; empty where that is built into the format
 * @param defaults title, theme, frequency and the like; a license only where the origin of the data
 *     fixes one
 */
public record SourceType(
    String id, SourceFormat format, Optional<Mapping> mapping, Defaults defaults) {}
