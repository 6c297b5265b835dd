package dev.easel.app.http;

import dev.easel.config.ConfigurationProblem;
import dev.easel.config.ServerSettings;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What requests may call the server, in `Host` and in `Origin`: the loopback's names, the address
/// that it listens on, and the configured names.
///
/// A configured name stands for the port that the server listens on, unless it carries another one,
/// as it does behind a proxy.
final class OwnNames {

  private static final Pattern NAME =
      Pattern.compile("([a-z0-9][a-z0-9._-]*|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?");
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final Set<String> hosts = new HashSet<>();
  private final Set<String> origins = new HashSet<>();

  private OwnNames() {}

  /// The names of a server.
  ///
  /// @throws ConfigurationProblem when a configured name is none
  static OwnNames of(InetSocketAddress bound, ServerSettings settings) {
    OwnNames names = new OwnNames();
    List.of("localhost", "127.0.0.1", "[::1]").forEach(name -> names.allow(name, bound.getPort()));
    if (bound.getAddress().isAnyLocalAddress()) {
      // An address cannot be pointed elsewhere as a name can, so all of this machine's are safe.
      addresses().forEach(address -> names.allow(literal(address), bound.getPort()));
    } else {
      names.allow(literal(bound.getAddress()), bound.getPort());
      names.allow(settings.host().toLowerCase(Locale.ROOT), bound.getPort());
    }
    settings.allowedHosts().forEach(name -> names.configured(name, bound.getPort()));
    return names;
  }

  private static List<InetAddress> addresses() {
    try {
      return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList();
    } catch (SocketException _) {
      return List.of();
    }
  }

  /// An address as a URL writes it.
  static String literal(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    String bare = zone < 0 ? text : text.substring(0, zone);
    if (!(address instanceof Inet6Address)) {
      return bare;
    }
    return address.isLoopbackAddress() ? "[::1]" : "[" + bare + "]";
  }

  private void configured(String text, int port) {
    Matcher name = NAME.matcher(text.toLowerCase(Locale.ROOT));
    if (!name.matches()) {
      throw new ConfigurationProblem(
          List.of(
              "server.allowed-hosts has '%s', and must be names such as easel.example or %s"
                  .formatted(text, "easel.example:443, separated by commas")));
    }
    String own = name.group(2);
    allow(name.group(1), own == null ? port : Integer.parseInt(own));
  }

  private void allow(String name, int port) {
    String same = normal(name);
    allow(same + ":" + port);
    if (port == HTTP || port == HTTPS) {
      allow(same);
    }
  }

  private void allow(String host) {
    hosts.add(host);
    origins.add("http://" + host);
    origins.add("https://" + host);
  }

  boolean host(String value) {
    return hosts.contains(normal(value.toLowerCase(Locale.ROOT)));
  }

  boolean origin(String value) {
    String origin = value.toLowerCase(Locale.ROOT);
    int end = origin.indexOf("://");
    if (end < 0) {
      return false;
    }
    int start = end + 3;
    return origins.contains(origin.substring(0, start) + normal(origin.substring(start)));
  }

  /// The one form of an IPv6 address among the many; everything else as it is.
  private static String normal(String host) {
    int end = host.indexOf(']');
    if (!host.startsWith("[") || end < 0) {
      return host;
    }
    try {
      return literal(Inet6Address.ofLiteral(host.substring(1, end))) + host.substring(end + 1);
    } catch (IllegalArgumentException _) {
      return host;
    }
  }
}
