package org.allmende.harvest.source.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Gives every row a stable key ({@code sources.md} 2.7): the cells of the key columns, else a hash
 * of all cells. Equal rows are distinct things and get a number.
 */
final class RowKeys {

  private static final int HASH_BYTES = 8;

  private final List<Integer> keyColumns;
  private final HashIndex seen = new HashIndex();
  private int repeated;

  /** Keys from these columns; empty: from all. */
  RowKeys(List<Integer> keyColumns) {
    this.keyColumns = List.copyOf(keyColumns);
  }

  /** The key of the next row. */
  String next(RawRow row) {
    var own = keyColumns.stream().map(row::text).collect(Collectors.joining("|"));
    var key = own.replace("|", "").isEmpty() ? hash(row) : own;
    var number = Math.max(0, seen.get(key)) + 1;
    seen.put(key, number);
    if (number == 1) {
      return key;
    }
    repeated++;
    return key + "#" + number;
  }

  /** How many rows had the key of an earlier one. */
  int repeated() {
    return repeated;
  }

  private static String hash(RawRow row) {
    var content = new StringBuilder();
    for (int i = 0; i < row.cells().size(); i++) {
      content.append(row.text(i)).append('\u001f');
    }
    row.geometry().ifPresent(content::append);
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(content.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java brings SHA-256", e);
    }
  }
}
