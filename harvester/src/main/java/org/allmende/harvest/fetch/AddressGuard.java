package org.allmende.harvest.fetch;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.allmende.harvest.SourceException;

/**
 * Refuses addresses inside the house: private, loopback, link-local and other special ones, after
 * the name was resolved ({@code sources.md} 2.1).
 *
 * <p>The connection resolves the name once more. Java keeps an answer for 30 seconds, so that both
 * see the same one.
 */
final class AddressGuard {

  private final FetchPolicy policy;

  AddressGuard(FetchPolicy policy) {
    this.policy = policy;
  }

  /** Passes when every address of the host is public, or the host may be private. */
  void check(URI uri) throws IOException {
    var host = host(uri);
    if (policy.allowPrivate().stream().anyMatch(host::equalsIgnoreCase)) {
      return;
    }
    for (var address : resolve(host)) {
      if (isInside(address)) {
        throw SourceException.of("private", Addresses.shown(uri), host, address.getHostAddress());
      }
    }
  }

  private static InetAddress[] resolve(String host) throws IOException {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw SourceException.causedBy(e, "unknown-host", host);
    }
  }

  /** The host in lower case, without the brackets of an IPv6 address. */
  static String host(URI uri) throws IOException {
    if (uri.getHost() == null) {
      throw SourceException.of("no-host", uri.toString());
    }
    return uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
  }

  static boolean isInside(InetAddress address) {
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isSpecial(address);
  }

  private static boolean isSpecial(InetAddress address) {
    var bytes = address.getAddress();
    return address instanceof Inet6Address ? isSpecialV6(bytes) : isSpecialV4(bytes);
  }

  private static boolean isSpecialV4(byte[] b) {
    int first = b[0] & 0xFF;
    int second = b[1] & 0xFF;
    return first == 0 // this network
        || (first == 100 && second >= 64 && second < 128) // carrier-grade NAT, RFC 6598
        || (first == 192 && second == 0 && b[2] == 0) // protocol assignments, RFC 6890
        || (first == 198 && (second == 18 || second == 19)) // benchmarks, RFC 2544
        || first >= 240; // reserved, broadcast
  }

  private static boolean isSpecialV6(byte[] b) {
    if ((b[0] & 0xFE) == 0xFC) {
      return true; // unique local, RFC 4193
    }
    var isNat64 = b[0] == 0 && b[1] == 0x64 && (b[2] & 0xFF) == 0xFF && (b[3] & 0xFF) == 0x9B;
    var is6to4 = b[0] == 0x20 && b[1] == 0x02;
    if (isNat64 || is6to4) {
      return isInsideV4(is6to4 ? Arrays.copyOfRange(b, 2, 6) : Arrays.copyOfRange(b, 12, 16));
    }
    return false;
  }

  /** An IPv4 address inside an IPv6 one leads to where the IPv4 address leads. */
  private static boolean isInsideV4(byte[] bytes) {
    try {
      return isInside(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
