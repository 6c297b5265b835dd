package dev.easel.platform;

import dev.easel.domain.usecase.RecogniseCaller;
import dev.easel.domain.usecase.Tokens;
import java.security.SecureRandom;
import java.util.Base64;

/// Tokens of 256 random bits, in letters, digits, `-` and `_` behind a word that says whose they
/// are.
final class RandomTokens implements Tokens {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return RecogniseCaller.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
