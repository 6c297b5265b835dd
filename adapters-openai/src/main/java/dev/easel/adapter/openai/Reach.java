package dev.easel.adapter.openai;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// How far an address reaches (RFC 6890 and the registries that follow it).
enum Reach {
  /// Anywhere on the internet.
  PUBLIC("a public address"),
  /// A private network: RFC 1918, unique local, shared with a carrier (RFC 6598).
  PRIVATE("a private address"),
  /// This machine.
  LOOPBACK("this machine"),
  /// This network segment, where cloud machines find their secrets.
  LINK_LOCAL("a link-local address"),
  /// No single place: unspecified, multicast, reserved, for documentation.
  NOWHERE("no place that a picture can be at");

  private final String words;

  Reach(String words) {
    this.words = words;
  }

  /// For people.
  String words() {
    return words;
  }

  /// Whether one that reaches this far may send us to an address of that reach: to the public
  /// always, elsewhere only when it is no closer to us than the provider itself is.
  boolean mayPointTo(Reach target) {
    return switch (target) {
      case PUBLIC -> true;
      case PRIVATE -> this == PRIVATE || this == LOOPBACK;
      case LOOPBACK -> this == LOOPBACK;
      case LINK_LOCAL -> this == LINK_LOCAL;
      case NOWHERE -> false;
    };
  }

  /// The reach of an address; that of the address inside for those that carry one of IPv4.
  static Reach of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? of4(bytes) : of6(bytes);
  }

  private record Range(Reach reach, int bits, List<Integer> start) {
    Range(Reach reach, int bits, Integer... start) {
      this(reach, bits, List.of(start));
    }

    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int octet = bit / Byte.SIZE;
        int expected = octet < start.size() ? start.get(octet) : 0;
        if (((address[octet] ^ expected) & (0x80 >> (bit % Byte.SIZE))) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Range> RANGES4 =
      List.of(
          new Range(NOWHERE, 8, 0),
          new Range(PRIVATE, 8, 10),
          new Range(PRIVATE, 10, 100, 64),
          new Range(LOOPBACK, 8, 127),
          new Range(LINK_LOCAL, 16, 169, 254),
          new Range(PRIVATE, 12, 172, 16),
          new Range(PRIVATE, 24, 192, 0, 0),
          new Range(NOWHERE, 24, 192, 0, 2),
          new Range(PRIVATE, 16, 192, 168),
          new Range(PRIVATE, 15, 198, 18),
          new Range(NOWHERE, 24, 198, 51, 100),
          new Range(NOWHERE, 24, 203, 0, 113),
          new Range(NOWHERE, 3, 224));

  private static final List<Range> RANGES6 =
      List.of(
          new Range(LOOPBACK, 128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
          new Range(NOWHERE, 128),
          new Range(PRIVATE, 7, 0xfc),
          new Range(LINK_LOCAL, 10, 0xfe, 0x80),
          new Range(PRIVATE, 48, 0, 0x64, 0xff, 0x9b, 0, 1),
          new Range(PRIVATE, 10, 0xfe, 0xc0),
          new Range(NOWHERE, 8, 0xff),
          new Range(NOWHERE, 64, 0x01),
          new Range(NOWHERE, 32, 0x20, 0x01, 0x0d, 0xb8),
          new Range(NOWHERE, 32, 0x20, 0x01, 0, 0));

  private static Reach of4(byte[] address) {
    return in(RANGES4, address);
  }

  private static Reach of6(byte[] address) {
    boolean mapped = new Range(PUBLIC, 80).holds(address) && !special(address);
    boolean translated = new Range(PUBLIC, 96, 0, 0x64, 0xff, 0x9b).holds(address);
    if (mapped || translated) {
      return of4(Arrays.copyOfRange(address, 12, 16));
    }
    boolean tunnelled = new Range(PUBLIC, 16, 0x20, 0x02).holds(address);
    return tunnelled ? of4(Arrays.copyOfRange(address, 2, 6)) : in(RANGES6, address);
  }

  /// `::` and `::1`, which look as if they carried an address of IPv4.
  private static boolean special(byte[] address) {
    return RANGES6.getFirst().holds(address) || RANGES6.get(1).holds(address);
  }

  private static Reach in(List<Range> ranges, byte[] address) {
    return ranges.stream()
        .filter(range -> range.holds(address))
        .map(Range::reach)
        .findFirst()
        .orElse(PUBLIC);
  }

  /// Looks up all addresses of a host.
  @FunctionalInterface
  interface Names {
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /// The system's way.
    Names SYSTEM = host -> List.of(InetAddress.getAllByName(host));
  }
}
