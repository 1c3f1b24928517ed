package org.allmende.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What the numbers were measured on. */
final class Machine {

  private Machine() {}

  /** Cores, memory, JDK and heap limit, in one line. */
  static String describe() {
    return String.format(
        Locale.ROOT,
        "%d cores, %s memory, JDK %s, heap of the measuring process %s",
        Runtime.getRuntime().availableProcessors(),
        memory().map(Machine::size).orElse("unknown"),
        Runtime.version(),
        size(Runtime.getRuntime().maxMemory()));
  }

  /** The most memory this process or another ever held, as Linux tells it. */
  static Optional<Long> peakResident(long pid) {
    return field(Path.of("/proc", String.valueOf(pid), "status"), "VmHWM:");
  }

  /** The heap that this process uses after a collection. */
  static long liveHeap() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  private static Optional<Long> memory() {
    return field(Path.of("/proc/meminfo"), "MemTotal:");
  }

  private static Optional<Long> field(Path file, String name) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes as people read them. */
  static String size(long bytes) {
    if (bytes < 1 << 20) {
      return String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0);
    }
    return bytes < 1 << 30
        ? String.format(Locale.ROOT, "%.0f MB", bytes / (1024.0 * 1024))
        : String.format(Locale.ROOT, "%.2f GB", bytes / (1024.0 * 1024 * 1024));
  }
}
