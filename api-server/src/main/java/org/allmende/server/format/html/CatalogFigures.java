package org.allmende.server.format.html;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.allmende.server.dump.BulkFile;
import org.allmende.server.statistics.Harvesters;
import org.allmende.server.statistics.WordCount;

/**
 * What pages tell of the catalog as a whole beside its datasets. Each is asked when a page is made.
 *
 * @param words the words that people search for most often, at most so many
 * @param files how many files and services the public datasets have
 * @param readings when programs of portals last read the whole catalog, the newest first
 * @param bulk the files with the whole catalog; none where none are written
 */
public record CatalogFigures(
    IntFunction<List<WordCount>> words,
    LongSupplier files,
    Supplier<List<Harvesters.Reading>> readings,
    Supplier<List<BulkFile>> bulk) {}
