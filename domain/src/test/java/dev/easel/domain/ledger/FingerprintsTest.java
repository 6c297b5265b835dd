package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class FingerprintsTest {

  private static final int BITS = 4;

  private static Fingerprints of(long... several) {
    Fingerprints prints = new Fingerprints();
    for (long print : several) {
      prints.add(print);
    }
    return prints;
  }

  @Test
  void theOnlyOneThatAgreesIsFound() {
    Fingerprints prints = of(0x27, 0x13, 0x3f, -0x7d);

    assertEquals(OptionalLong.of(0x13), prints.only(0x10, BITS));
    assertEquals(OptionalLong.of(0x3f), prints.only(0x3a, BITS));
    assertEquals(OptionalLong.of(-0x7d), prints.only(-0x80, BITS));
    assertEquals(OptionalLong.empty(), prints.only(0x40, BITS));
  }

  @Test
  void severalThatAgreeAreNone() {
    Fingerprints prints = of(0x13, 0x17, 0x20, 0x20, 0x20, 0x30);

    assertEquals(OptionalLong.empty(), prints.only(0x10, BITS));
    assertEquals(OptionalLong.empty(), prints.only(0x20, BITS));
    assertEquals(OptionalLong.of(0x30), prints.only(0x30, BITS));
    List<Long> repeated = new ArrayList<>();
    prints.repeated(BITS, repeated::add);
    assertEquals(List.of(0x10L, 0x20L), repeated);
  }
}
