package dev.easel.domain.usecase;

import dev.easel.domain.ledger.Caller;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.GenerationLog;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// Knows a caller by its token.
public final class RecogniseCaller {

  /// What every caller's token begins with.
  public static final String PREFIX = "easel_";

  private final GenerationLog log;

  /// Puts the use case together.
  public RecogniseCaller(GenerationLog log) {
    this.log = log;
  }

  /// The caller with this token, as things are now. It takes as long whoever it is.
  public Optional<Caller> recognise(String token) {
    byte[] hash = bytes(hash(token));
    Optional<Caller> known = Optional.empty();
    for (Caller caller : log.facts().callers()) {
      if (MessageDigest.isEqual(bytes(caller.tokenHash()), hash)) {
        known = Optional.of(caller);
      }
    }
    return known;
  }

  /// What is kept of a token.
  static String hash(String token) {
    return CanonicalForm.sha256(bytes(token));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
