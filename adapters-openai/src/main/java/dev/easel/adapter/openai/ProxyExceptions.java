package dev.easel.adapter.openai;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// The hosts that `NO_PROXY` names: `*`, names with everything below them, addresses, and ranges
/// such as `10.0.0.0/8`; each with a port or without. Names are never looked up for this.
final class ProxyExceptions {

  private final List<String> entries;

  ProxyExceptions(List<String> entries) {
    this.entries =
        entries.stream()
            .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
            .filter(entry -> !entry.isEmpty())
            .toList();
  }

  /// Whether `url` is to be reached directly.
  boolean hold(URI url) {
    String host = Objects.requireNonNullElse(url.getHost(), "").toLowerCase(Locale.ROOT);
    Optional<InetAddress> address = literal(host);
    boolean here = host.equals("localhost") || host.endsWith(".localhost");
    return here
        || address.filter(InetAddress::isLoopbackAddress).isPresent()
        || entries.stream().anyMatch(entry -> matches(entry, host, address, Route.port(url)));
  }

  private static boolean matches(
      String entry, String host, Optional<InetAddress> address, int port) {
    if (entry.equals("*")) {
      return true;
    }
    if (entry.contains("/")) {
      return address.isPresent() && inRange(entry, address.get());
    }
    Optional<InetAddress> exact = literal(entry);
    return exact.isPresent() ? exact.equals(address) : matchesPart(entry, host, address, port);
  }

  /// An entry that is a name, or a name or an address with a port.
  private static boolean matchesPart(
      String entry, String host, Optional<InetAddress> address, int port) {
    int colon = entry.lastIndexOf(':');
    boolean narrowed = colon > 0 && entry.substring(colon + 1).matches("\\d{1,5}");
    String name = narrowed ? entry.substring(0, colon) : entry;
    boolean rightPort = !narrowed || entry.endsWith(":" + port);
    return rightPort
        && (literal(name).isPresent() ? literal(name).equals(address) : below(name, host));
  }

  private static boolean below(String entry, String host) {
    String name = entry.replaceFirst("^\\*?\\.", "");
    return host.equals(name) || host.endsWith("." + name);
  }

  private static boolean inRange(String range, InetAddress address) {
    int slash = range.indexOf('/');
    Optional<InetAddress> network = literal(range.substring(0, slash));
    String digits = range.substring(slash + 1);
    if (network.isEmpty() || !digits.matches("\\d{1,3}")) {
      return false;
    }
    return sameBits(network.get().getAddress(), address.getAddress(), Integer.parseInt(digits));
  }

  private static boolean sameBits(byte[] network, byte[] address, int bits) {
    if (network.length != address.length || bits > network.length * Byte.SIZE) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((network[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /// The address that `text` spells; empty for a name.
  static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text.replaceAll("^\\[|]$", "")));
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }
}
