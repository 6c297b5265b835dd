package dev.easel.domain.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MoneyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|$0.00",
        "0.05271|$0.05271",
        "0.5|$0.50",
        "-3|-$3.00",
        "7512000012.09413|$7,512,000,012.09413"
      })
  void inFullItHasCommasAndAtLeastTheCents(String usd, String written) {
    assertEquals(written, Money.ofUsd(usd).inFull());
  }

  static List<SplittableRandom> randoms() {
    return IntStream.range(0, 200).mapToObj(SplittableRandom::new).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, $0",
    "0.05271, 52710000, $0.05271",
    "2.00, 2000000000, $2",
    "100, 100000000000, $100",
    "1e2, 100000000000, $100",
    "-0.04, -40000000, -$0.04",
    "0.0000000005, 1, $0.000000001",
    "-0.0000000005, -1, -$0.000000001",
    "0.00000000049, 0, $0",
    "1e-999999999, 0, $0",
    "0e999999999, 0, $0",
    "9223372036.854775807, 9223372036854775807, $9223372036.854775807",
  })
  void dollarsAreExactToTheNanoDollar(String usd, long nanos, String shown) {
    Money money = Money.ofUsd(usd);

    assertEquals(new Money(nanos), money);
    assertEquals(shown, money.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036.854775808", "1e13", "1e999999999", "-1e2147483647"})
  void whatIsOutOfRangeIsRefused(String usd) {
    assertThrows(ArithmeticException.class, () -> Money.ofUsd(usd));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "free", "$1", "1,5", "NaN", "0x1"})
  void whatIsNoNumberIsRefused(String usd) {
    assertThrows(NumberFormatException.class, () -> Money.ofUsd(usd));
  }

  @ParameterizedTest
  @MethodSource("randoms")
  void dollarsComeBackAsTheyWent(SplittableRandom random) {
    Money money = new Money(random.nextLong());

    assertEquals(money, Money.ofUsd(money.usd()));
    assertEquals(money, Money.ofUsd(money.usd().toPlainString()));
    assertEquals(0, money.usd().compareTo(BigDecimal.valueOf(money.nanos(), 9)));
  }

  @ParameterizedTest
  @MethodSource("randoms")
  void sumsAreThoseOfTheDecimals(SplittableRandom random) {
    Money one = new Money(random.nextLong(-1L << 61, 1L << 61));
    Money other = new Money(random.nextLong(-1L << 61, 1L << 61));

    assertEquals(one.usd().add(other.usd()).stripTrailingZeros(), stripped(one.plus(other)));
    assertEquals(one, one.plus(other).minus(other));
    assertEquals(one.plus(other), other.plus(one));
    assertEquals(Money.ZERO, one.minus(one));
    assertEquals(one.plus(one).plus(one), one.times(3));
    assertEquals(
        Integer.signum(one.usd().compareTo(other.usd())), Integer.signum(one.compareTo(other)));
  }

  private static BigDecimal stripped(Money money) {
    return money.usd().stripTrailingZeros();
  }

  @ParameterizedTest
  @MethodSource("randoms")
  void aShareOfARateIsRoundedHalfUpOnce(SplittableRandom random) {
    Money rate = new Money(random.nextLong(100_000_000_000L));
    long quantity = random.nextLong(50_000_000);

    BigDecimal exact = rate.usd().multiply(BigDecimal.valueOf(quantity)).movePointLeft(6);

    assertEquals(
        Money.ofUsd(exact.setScale(9, RoundingMode.HALF_UP)), rate.of(quantity, 1_000_000));
  }

  @ParameterizedTest
  @MethodSource("randoms")
  void sumsKeepTheLawsOfNumbers(SplittableRandom random) {
    Money one = new Money(random.nextLong(-1L << 58, 1L << 58));
    Money other = new Money(random.nextLong(-1L << 58, 1L << 58));
    Money third = new Money(random.nextLong(-1L << 58, 1L << 58));
    long factor = random.nextLong(-4, 5);

    assertEquals(one.plus(other).plus(third), one.plus(other.plus(third)));
    assertEquals(one, one.plus(Money.ZERO));
    assertEquals(one.minus(other), Money.ZERO.minus(other.minus(one)));
    assertEquals(one.times(factor).plus(other.times(factor)), one.plus(other).times(factor));
    assertEquals(one.compareTo(other), one.plus(third).compareTo(other.plus(third)));
    assertEquals(one, one.of(1, 1));
    assertEquals(one.times(factor), one.of(factor, 1));
  }

  @ParameterizedTest
  @MethodSource("randoms")
  void decimalsGoToTheNearestNanoDollarAndHalvesAwayFromZero(SplittableRandom random) {
    BigDecimal usd = new BigDecimal(BigInteger.valueOf(random.nextLong()), random.nextInt(10, 22));
    BigDecimal error = Money.ofUsd(usd).usd().subtract(usd);
    BigDecimal half = new BigDecimal("0.0000000005");

    assertTrue(error.abs().compareTo(half) <= 0, usd + " is off by " + error);
    assertTrue(error.abs().compareTo(half) < 0 || error.signum() == usd.signum(), usd + "");
    assertEquals(Money.ZERO.minus(Money.ofUsd(usd)), Money.ofUsd(usd.negate()));
    Money shared = Money.ofUsd(usd.abs());
    long parts = random.nextLong(1, 1_000);
    BigDecimal share = shared.of(1, parts).usd().multiply(BigDecimal.valueOf(parts));
    assertTrue(
        share.subtract(shared.usd()).abs().compareTo(half.multiply(BigDecimal.valueOf(parts)))
            <= 0);
  }

  @Test
  void overflowIsRefusedAndNeverWraps() {
    Money most = new Money(Long.MAX_VALUE);
    Money least = new Money(Long.MIN_VALUE);

    assertThrows(ArithmeticException.class, () -> most.plus(new Money(1)));
    assertThrows(ArithmeticException.class, () -> least.minus(new Money(1)));
    assertThrows(ArithmeticException.class, () -> most.times(2));
    assertThrows(ArithmeticException.class, () -> most.of(2, 1));
    assertEquals(most, most.of(2, 2));
  }
}
