package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How far addresses reach.
final class ReachTest {

  @ParameterizedTest
  @CsvSource({
    "93.184.216.34, PUBLIC",
    "9.255.255.255, PUBLIC",
    "10.0.0.1, PRIVATE",
    "10.255.255.255, PRIVATE",
    "11.0.0.0, PUBLIC",
    "100.63.255.255, PUBLIC",
    "100.64.0.1, PRIVATE",
    "100.127.255.255, PRIVATE",
    "100.128.0.0, PUBLIC",
    "127.0.0.1, LOOPBACK",
    "127.255.0.1, LOOPBACK",
    "169.254.169.254, LINK_LOCAL",
    "169.253.0.1, PUBLIC",
    "172.15.255.255, PUBLIC",
    "172.16.0.1, PRIVATE",
    "172.31.255.255, PRIVATE",
    "172.32.0.0, PUBLIC",
    "192.168.1.1, PRIVATE",
    "192.169.0.1, PUBLIC",
    "192.0.0.1, PRIVATE",
    "192.0.2.1, NOWHERE",
    "198.18.0.1, PRIVATE",
    "198.19.255.255, PRIVATE",
    "198.20.0.1, PUBLIC",
    "198.51.100.7, NOWHERE",
    "203.0.113.7, NOWHERE",
    "0.0.0.0, NOWHERE",
    "0.1.2.3, NOWHERE",
    "223.255.255.255, PUBLIC",
    "224.0.0.1, NOWHERE",
    "240.0.0.1, NOWHERE",
    "255.255.255.255, NOWHERE",
    "::1, LOOPBACK",
    "::, NOWHERE",
    "::ffff:10.0.0.1, PRIVATE",
    "::ffff:127.0.0.1, LOOPBACK",
    "::127.0.0.1, LOOPBACK",
    "::ffff:93.184.216.34, PUBLIC",
    "64:ff9b::a9fe:a9fe, LINK_LOCAL",
    "64:ff9b::5db8:d822, PUBLIC",
    "64:ff9b:1::1, PRIVATE",
    "2002:7f00:1::, LOOPBACK",
    "2002:5db8:d822::1, PUBLIC",
    "2001:0:1::1, NOWHERE",
    "2001:db8::1, NOWHERE",
    "2606:2800:220:1::1, PUBLIC",
    "fc00::1, PRIVATE",
    "fdff::1, PRIVATE",
    "fe80::1, LINK_LOCAL",
    "febf::1, LINK_LOCAL",
    "fec0::1, PRIVATE",
    "ff02::1, NOWHERE",
    "100::1, NOWHERE"
  })
  void everyAddressHasOne(String address, Reach reach) {
    assertEquals(reach, Reach.of(InetAddress.ofLiteral(address)));
  }

  @Test
  void nobodyMayPointCloserToUsThanItIs() {
    for (Reach provider : Reach.values()) {
      assertTrue(provider.mayPointTo(Reach.PUBLIC));
      assertFalse(provider.mayPointTo(Reach.NOWHERE));
      assertEquals(provider == Reach.LOOPBACK, provider.mayPointTo(Reach.LOOPBACK));
      assertEquals(provider == Reach.LINK_LOCAL, provider.mayPointTo(Reach.LINK_LOCAL));
    }
    assertTrue(Reach.PRIVATE.mayPointTo(Reach.PRIVATE));
    assertTrue(Reach.LOOPBACK.mayPointTo(Reach.PRIVATE));
    assertFalse(Reach.PUBLIC.mayPointTo(Reach.PRIVATE));
  }
}
