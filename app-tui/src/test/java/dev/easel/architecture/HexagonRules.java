package dev.easel.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.Stream;

/// Which package may see which. Every rule takes the root package, so that the same rule judges
/// Easel and the bad samples that prove that it bites. An empty subject is no failure here: that
/// each package holds classes is a rule of its own.
final class HexagonRules {

  /// The domain's packages; each may see itself and those before it.
  static final List<String> DOMAIN_ORDER =
      List.of("domain.image", "domain.cost", "domain.ledger", "domain.usecase");

  static final List<String> OUTSIDE_THE_HEXAGON = List.of("config", "platform");
  static final List<String> ADAPTERS =
      List.of("adapter.openai", "adapter.sandbox", "adapter.persistence");
  static final List<String> APPS = List.of("app.http", "app.tui");

  private HexagonRules() {}

  static ArchRule domainIsPure(String root) {
    var domain = resideInAPackage(root + ".domain..");
    return CompositeArchRule.of(
            classes()
                .that(domain)
                .should()
                .onlyDependOnClassesThat(or(domain, Purity.valueTypesOfTheJdk()))
                .allowEmptyShould(true))
        .and(
            noClasses()
                .that(domain)
                .should()
                .accessTargetWhere(Purity.readsTheWorld())
                .allowEmptyShould(true))
        .as("the domain knows only itself and the JDK's values, and never reads the world");
  }

  static ArchRule domainPackagesFormALine(String root) {
    ArchRule inside =
        classes()
            .that()
            .resideInAPackage(root + ".domain..")
            .should()
            .resideInAnyPackage(packages(root, DOMAIN_ORDER))
            .allowEmptyShould(true);
    return CompositeArchRule.of(inside)
        .and(seesNone(root, "domain.image", "domain.cost", "domain.ledger", "domain.usecase"))
        .and(seesNone(root, "domain.cost", "domain.ledger", "domain.usecase"))
        .and(seesNone(root, "domain.ledger", "domain.usecase"))
        .as("the domain's packages form a line: image, cost, ledger, usecase");
  }

  static ArchRule adaptersSeeOnlyTheInside(String root) {
    return CompositeArchRule.of(
            noClasses()
                .that()
                .resideInAPackage(root + ".adapter..")
                .should()
                .dependOnClassesThat(outsideOf(root, Stream.of("adapter")))
                .allowEmptyShould(true))
        .and(
            slices()
                .matching(root + ".adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true))
        .as("adapters see domain, config and platform, never each other and never an app");
  }

  static ArchRule onlyMainsTouchAdapters(String root) {
    return CompositeArchRule.of(
            noClasses()
                .that(resideInAPackage(root + ".app..").and(not(compositionRoots())))
                .should()
                .dependOnClassesThat(outsideOf(root, Stream.of("app")))
                .allowEmptyShould(true))
        .and(
            slices()
                .matching(root + ".app.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true))
        .as(
            "apps see domain, config and platform, only their Main an adapter, and never each"
                + " other");
  }

  private static ArchRule seesNone(String root, String subject, String... forbidden) {
    return noClasses()
        .that()
        .resideInAPackage(root + "." + subject + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(root, List.of(forbidden)))
        .allowEmptyShould(true);
  }

  /// Easel's own classes that are neither the inside nor below `own`.
  private static DescribedPredicate<JavaClass> outsideOf(String root, Stream<String> own) {
    List<String> visible =
        Stream.of(Stream.of("domain"), OUTSIDE_THE_HEXAGON.stream(), own).flatMap(s -> s).toList();
    return resideInAPackage(root + "..")
        .and(not(resideInAnyPackage(packages(root, visible))))
        .as("outside of " + visible);
  }

  private static DescribedPredicate<JavaClass> compositionRoots() {
    return DescribedPredicate.describe(
        "composition roots", type -> outermost(type).getSimpleName().endsWith("Main"));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(HexagonRules::outermost).orElse(type);
  }

  static String[] packages(String root, List<String> names) {
    return names.stream().map(name -> root + "." + name + "..").toArray(String[]::new);
  }
}
