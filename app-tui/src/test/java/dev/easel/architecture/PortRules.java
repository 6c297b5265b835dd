package dev.easel.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// What stands behind a port, and how little of it shows.
final class PortRules {

  /// A factory, what is needed to call it and what it answers; more is a surface, not a door.
  static final int PUBLIC_TYPES_OF_AN_ADAPTER = 6;

  private PortRules() {}

  static ArchRule portImplementationsAreFinalAndHidden(String root) {
    return classes()
        .that(implementAPort(root))
        .should()
        .haveModifier(FINAL)
        .andShould()
        .notHaveModifier(PUBLIC)
        .allowEmptyShould(true)
        .as("implementations of a port are final and package-private");
  }

  static ArchRule adaptersShowASmallSurface(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".adapter..")
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .should(beFewInTheirPackage())
        .allowEmptyShould(true)
        .as("an adapter shows at most " + PUBLIC_TYPES_OF_AN_ADAPTER + " public types");
  }

  static ArchRule namesSayTheRole(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameMatching(".*(Impl|Port|Service|Manager|Helper|Utils?)")
        .allowEmptyShould(true)
        .as("names say the role and not that there is one");
  }

  private static DescribedPredicate<JavaClass> implementAPort(String root) {
    var outside = resideInAPackage(root + "..").and(DescribedPredicate.not(inDomain(root)));
    return outside.and(
        DescribedPredicate.describe(
            "implement a port",
            type ->
                !type.isInterface()
                    && !type.isAnonymousClass()
                    && type.getAllRawInterfaces().stream().anyMatch(inDomain(root))));
  }

  private static DescribedPredicate<JavaClass> inDomain(String root) {
    return resideInAPackage(root + ".domain..");
  }

  private static ArchCondition<JavaClass> beFewInTheirPackage() {
    return new ArchCondition<>("be few in their package") {
      private final List<JavaClass> shown = new ArrayList<>();

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        shown.add(type);
      }

      @Override
      public void finish(ConditionEvents events) {
        shown.stream().collect(Collectors.groupingBy(JavaClass::getPackageName)).values().stream()
            .filter(types -> types.size() > PUBLIC_TYPES_OF_AN_ADAPTER)
            .flatMap(Collection::stream)
            .forEach(type ->
                events.add(
                    SimpleConditionEvent.violated(
                        type,
                        type.getName()
                            + " is one of too many in "
                            + type.getSourceCodeLocation())));
      }
    };
  }
}
