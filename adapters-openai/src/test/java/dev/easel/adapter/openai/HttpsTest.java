package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.Dialect;
import dev.easel.config.ProxySettings;
import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Watch;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// HTTPS with a certificate that Java trusts: to the right host through a proxy's tunnel, and to a
/// host that the certificate is not for.
@Timeout(60)
final class HttpsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;

  private Path keys() throws IOException, InterruptedException {
    Path keys = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=images.example",
                "-ext",
                "san=dns:images.example",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, keytool.waitFor(), said);
    return keys;
  }

  private static SSLContext context(Path keys) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(keys)) {
      store.load(bytes, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void answer(Socket connection, Queue<String> requests) throws IOException {
    requests.add(RawServer.request(connection.getInputStream()));
    String head = "HTTP/1.1 200 OK\r\nContent-Length: " + Calls.ANSWER.length() + "\r\n\r\n";
    connection.getOutputStream().write((head + Calls.ANSWER).getBytes(StandardCharsets.UTF_8));
    connection.getOutputStream().flush();
  }

  private static void tunnel(Socket connection, int port, Queue<String> requests)
      throws IOException, InterruptedException {
    requests.add(RawServer.request(connection.getInputStream()));
    connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    try (Socket onward = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Thread there = Thread.ofVirtual().start(() -> copy(connection, onward));
      copy(onward, connection);
      there.join();
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // the other direction ends with it
    }
  }

  @Test
  void theRightHostIsCalledThroughATunnelAndTheWrongOneIsNot() throws Exception {
    Path keys = keys();
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    SSLContext context = context(keys);
    try (RawServer provider =
            RawServer.on(
                context
                    .getServerSocketFactory()
                    .createServerSocket(0, 9, InetAddress.getLoopbackAddress()),
                connection -> answer(connection, heard));
        RawServer proxy =
            RawServer.meeting(connection -> tunnel(connection, provider.port(), asked))) {
      List<String> trust =
          List.of(
              "-Djavax.net.ssl.trustStore=" + keys,
              "-Djavax.net.ssl.trustStorePassword=" + new String(PASSWORD));
      List<String> ports =
          List.of(Integer.toString(proxy.port()), Integer.toString(provider.port()));
      List<String> said = OtherJvm.run(trust, Trusting.class, ports).lines().toList();
      assertEquals("delivered", said.get(0));
      assertTrue(said.get(1).startsWith("tls_failed"), said.get(1));
    }
    assertTrue(asked.remove().startsWith("CONNECT images.example:443 HTTP/1.1\r\n"));
    String request = heard.remove();
    assertTrue(request.contains("Authorization: Bearer " + Calls.KEY + "\r\n"), request);
    assertFalse(request.contains("Proxy-"), request);
    assertEquals(0, heard.size() + asked.size());
  }

  /// A client in a JVM that trusts the certificate.
  static final class Trusting {
    private Trusting() {}

    /// Prints how two calls ended.
    public static void main(String[] ports) {
      ProxySettings proxies =
          new ProxySettings("http://me:secret@127.0.0.1:" + ports[0], null, List.of());
      for (String url :
          List.of("https://images.example/v1", "https://localhost:" + ports[1] + "/v1")) {
        Outcome outcome =
            ImageGenerators.of(
                    List.of(Calls.provider(Dialect.OPENAI, url)), proxies, "0.0", Arrivals.NONE)
                .generate(Calls.generate(), Watch.NOBODY);
        System.out.println(
            outcome instanceof Outcome.Failed failed
                ? failed.failure().code() + " " + failed.failure().message()
                : "delivered");
      }
    }
  }
}
