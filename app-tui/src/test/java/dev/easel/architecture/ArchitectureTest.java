package dev.easel.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds Easel to its rules, and each rule to its samples: it must catch every class there that is
/// called `Bad…`, and nobody else.
class ArchitectureTest {

  static final String ROOT = "dev.easel";
  static final JavaClasses EASEL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // Doubles and contracts come as a jar when the whole project is built.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages(ROOT);

  static Stream<Rule> rules() {
    return Stream.of(
        new Rule("purity", HexagonRules::domainIsPure),
        new Rule("order", HexagonRules::domainPackagesFormALine),
        new Rule("adapters", HexagonRules::adaptersSeeOnlyTheInside),
        new Rule("apps", HexagonRules::onlyMainsTouchAdapters),
        new Rule("libraries", LibraryHomes::librariesStayAtHome),
        new Rule("dashboard", DashboardRules::whatIsShownIsAPureFunction),
        new Rule("exchanges", LibraryHomes::requestsShareNothing),
        new Rule("ports", PortRules::portImplementationsAreFinalAndHidden),
        new Rule("surface", PortRules::adaptersShowASmallSurface),
        new Rule("names", PortRules::namesSayTheRole));
  }

  record Rule(String name, Function<String, ArchRule> withRoot) {

    ArchRule in(String root) {
      return withRoot.apply(root);
    }

    String sampleRoot() {
      return ROOT + ".architecture.samples." + name;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void easelKeeps(Rule rule) {
    rule.in(ROOT).check(EASEL);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void catchesTheBadSamplesAndNobodyElse(Rule rule) {
    JavaClasses samples = new ClassFileImporter().importPackages(rule.sampleRoot());
    List<String> report =
        rule.in(rule.sampleRoot()).evaluate(samples).getFailureReport().getDetails();

    Set<String> bad = names(samples, name -> name.startsWith("Bad"));
    assertFalse(bad.isEmpty());
    assertEquals(
        bad, names(samples, name -> accused(report, name)), () -> String.join("\n", report));
  }

  private static Set<String> names(JavaClasses samples, Predicate<String> wanted) {
    return samples.stream()
        .filter(JavaClass::isTopLevelClass)
        .map(JavaClass::getSimpleName)
        .filter(wanted)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Each violation ends with the place in the source of whoever commits it.
  private static boolean accused(List<String> report, String name) {
    return report.stream().anyMatch(line -> line.contains("(" + name + ".java:"));
  }
}
