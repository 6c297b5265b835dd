package dev.easel.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.Stream;

/// What makes the dashboard testable without a terminal.
final class DashboardRules {

  /// The pure parts; each may see itself and those before it.
  static final List<String> PURE =
      List.of("app.tui.dashboard.state", "app.tui.dashboard.update", "app.tui.dashboard.view");

  private static final List<String> TOOLS =
      List.of("domain", "app.tui.screen", "app.tui.text", "app.tui.chart", "app.tui.picture");
  // Only for the words of what is wanted; nothing is written by the pure parts.
  private static final List<String> FORMS = List.of("app.tui.export");

  private DashboardRules() {}

  static ArchRule whatIsShownIsAPureFunction(String root) {
    var pure = resideInAnyPackage(HexagonRules.packages(root, PURE));
    var tools = resideInAnyPackage(HexagonRules.packages(root, TOOLS));
    var forms = resideInAnyPackage(HexagonRules.packages(root, FORMS));
    return CompositeArchRule.of(
            classes()
                .that(pure)
                .should()
                .onlyDependOnClassesThat(or(pure, tools, forms, Purity.valueTypesOfTheJdk()))
                .allowEmptyShould(true))
        .and(
            noClasses()
                .that(pure)
                .should()
                .accessTargetWhere(Purity.readsTheWorld())
                .allowEmptyShould(true))
        .and(seesNone(root, PURE.get(0), PURE.subList(1, PURE.size())))
        .and(seesNone(root, PURE.get(1), PURE.subList(2, PURE.size())))
        .as(
            "state, update and view of the dashboard are pure, in this order, and know no"
                + " terminal");
  }

  /// The packages that the rule names.
  static List<String> packages() {
    return Stream.of(PURE, TOOLS, FORMS).flatMap(List::stream).toList();
  }

  private static ArchRule seesNone(String root, String subject, List<String> forbidden) {
    return noClasses()
        .that(resideInAPackage(root + "." + subject + ".."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(HexagonRules.packages(root, forbidden)))
        .allowEmptyShould(true);
  }
}
