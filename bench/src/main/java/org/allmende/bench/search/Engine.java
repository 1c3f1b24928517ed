package org.allmende.bench.search;

import java.util.List;

/** Something that finds datasets of one corpus; filled when it is made. */
interface Engine extends AutoCloseable {

  /** Ids of the datasets found, the best first. */
  List<String> search(String text, int most);

  @Override
  void close();
}
