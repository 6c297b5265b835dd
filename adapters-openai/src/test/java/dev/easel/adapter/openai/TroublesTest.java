package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Failure.Hindrance;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/// What is made of a failure when the HTTP client had asked for the body already.
final class TroublesTest {

  private static final Troubles TROUBLES =
      new Troubles("host", null, Duration.ofSeconds(1), new ForeignWords(null, List.of()));

  private static Failure afterTheBody(SSLException thrown) {
    return TROUBLES.whileSending(new IOException(thrown.getMessage(), thrown), false);
  }

  /// What a client says that hears `answer` to its first record.
  private static SSLException heard(String answer) throws GeneralSecurityException, IOException {
    SSLEngine client = SSLContext.getDefault().createSSLEngine("host", 443);
    client.setUseClientMode(true);
    ByteBuffer some = ByteBuffer.allocate(client.getSession().getPacketBufferSize());
    client.wrap(ByteBuffer.allocate(0), some);
    ByteBuffer bytes = ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8));
    return assertThrows(SSLException.class, () -> client.unwrap(bytes, some.clear()));
  }

  @Test
  void whoeverSpeaksNoTlsWasGivenNothing() throws Exception {
    SSLException thrown = heard("HTTP/1.1 400 Bad Request\r\n\r\n");

    Failure.Unreachable failure = assertInstanceOf(Failure.Unreachable.class, afterTheBody(thrown));

    assertEquals(Hindrance.TLS, failure.hindrance());
    assertTrue(failure.message().contains("does not speak TLS"), failure.message());
  }

  @Test
  void whatMayComeAfterAHandshakeLeavesItOpen() {
    for (String words :
        List.of("Unrecognized record version SSLv2Hello , plaintext connection?", "closed")) {
      assertTrue(afterTheBody(new SSLException(words)).mayHaveCharged(), words);
    }
  }
}
