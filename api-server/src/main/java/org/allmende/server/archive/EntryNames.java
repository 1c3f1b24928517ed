package org.allmende.server.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Names in archives: UTF-8 where the archive says so (APPNOTE appendix D) or where nothing speaks
 * against it; else as Windows writes German names, with the code page of its command line or its
 * own.
 */
final class EntryNames {

  /** ä ö ü Ä Ö Ü ß in code page 850, and in 437 too. */
  private static final Set<Integer> UMLAUTS = Set.of(0x84, 0x94, 0x81, 0x8E, 0x99, 0x9A, 0xE1);

  private EntryNames() {}

  static String of(ZipArchiveEntry entry) {
    var name = entry.getRawName();
    if (name == null) {
      return entry.getName();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      var isUtf8 = entry.getGeneralPurposeBit().usesUTF8ForNames();
      return new String(name, isUtf8 ? StandardCharsets.UTF_8 : ofWindows(name));
    }
  }

  private static Charset ofWindows(byte[] name) {
    var hasUmlauts = false;
    for (var b : name) {
      hasUmlauts |= UMLAUTS.contains(Byte.toUnsignedInt(b));
    }
    return Charset.forName(hasUmlauts && Charset.isSupported("IBM850") ? "IBM850" : "windows-1252");
  }
}
