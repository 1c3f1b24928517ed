package org.allmende.server.format.html;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.allmende.server.statistics.Harvesters;
import org.allmende.server.statistics.WordCount;

/**
 * What the start page tells beside datasets. Each is asked when a page is made.
 *
 * @param words the words that people search for most often, at most so many
 * @param files how many files and services the public datasets have
 * @param readings when programs of portals last read the whole catalog, the newest first
 */
public record CatalogFigures(
    IntFunction<List<WordCount>> words,
    LongSupplier files,
    Supplier<List<Harvesters.Reading>> readings) {}
