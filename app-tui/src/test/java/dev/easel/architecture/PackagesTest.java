package dev.easel.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A rule about a package that is not there holds for ever and says nothing, so each one must be
/// there.
class PackagesTest {

  @Test
  void everyPackageThatARuleNamesHoldsClasses() {
    List<String> empty =
        Stream.of(
                HexagonRules.DOMAIN_ORDER,
                HexagonRules.OUTSIDE_THE_HEXAGON,
                HexagonRules.ADAPTERS,
                HexagonRules.APPS,
                DashboardRules.packages(),
                LibraryHomes.packages())
            .flatMap(Collection::stream)
            .distinct()
            .filter(name -> !holdsClasses(ArchitectureTest.ROOT + "." + name))
            .toList();

    assertEquals(List.of(), empty);
  }

  @Test
  void everyClassLivesInAPackageThatTheRulesKnow() {
    List<String> known =
        Stream.of(
                HexagonRules.DOMAIN_ORDER,
                HexagonRules.OUTSIDE_THE_HEXAGON,
                HexagonRules.ADAPTERS,
                HexagonRules.APPS)
            .flatMap(Collection::stream)
            .map(name -> ArchitectureTest.ROOT + "." + name)
            .toList();

    List<String> strangers =
        ArchitectureTest.EASEL.stream()
            .map(type -> type.getPackageName())
            .distinct()
            .filter(name -> known.stream().noneMatch(home -> isWithin(home, name)))
            .toList();

    assertEquals(List.of(), strangers);
  }

  private static boolean holdsClasses(String name) {
    return ArchitectureTest.EASEL.stream()
        .anyMatch(type -> isWithin(name, type.getPackageName()) && !isPackageInfo(type.getName()));
  }

  private static boolean isPackageInfo(String name) {
    return name.endsWith("package-info");
  }

  private static boolean isWithin(String home, String name) {
    return name.equals(home) || name.startsWith(home + ".");
  }
}
