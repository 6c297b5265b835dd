package dev.easel.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;

/// Where each library lives; nobody else may know that it is there.
final class LibraryHomes {

  private static final List<Home> HOMES =
      List.of(
          new Home("com.googlecode.lanterna..", "app.tui.terminal"),
          new Home("picocli..", "app.tui"),
          new Home("java.sql..", "adapter.persistence"),
          new Home("javax.sql..", "adapter.persistence"),
          new Home("org.sqlite..", "adapter.persistence"),
          new Home("com.twelvemonkeys..", "adapter.persistence"),
          new Home("java.net.http..", "adapter.openai"),
          new Home("org.apache.hc..", "adapter.openai"),
          new Home("com.knuddels.jtokkit..", "adapter.openai"),
          new Home("com.sun.net.httpserver..", "app.http", "adapter.sandbox"),
          new Home("io.prometheus..", "app.http"),
          // Jackson 2, which test libraries bring along; Easel's is Jackson 3.
          new Home("com.fasterxml.jackson.core.."),
          new Home("com.fasterxml.jackson.databind.."));

  private LibraryHomes() {}

  static ArchRule librariesStayAtHome(String root) {
    return CompositeArchRule.of(HOMES.stream().map(home -> home.rule(root)).toList())
        .as("each library has one home");
  }

  /// The JDK's server keeps one map of attributes for all requests that it handles at once
  /// (JDK-7105350).
  static ArchRule requestsShareNothing(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .callMethodWhere(
            JavaCall.Predicates.target(nameMatching("[gs]etAttributes?"))
                .and(
                    JavaCall.Predicates.target(
                        owner(resideInAPackage("com.sun.net.httpserver..")))))
        .allowEmptyShould(true)
        .as("requests share no attributes");
  }

  /// The packages that house a library.
  static List<String> packages() {
    return HOMES.stream().flatMap(home -> home.packages().stream()).distinct().toList();
  }

  private record Home(String library, List<String> packages) {

    Home(String library, String... packages) {
      this(library, List.of(packages));
    }

    ArchRule rule(String root) {
      return noClasses()
          .that()
          .resideInAPackage(root + "..")
          .and()
          .resideOutsideOfPackages(HexagonRules.packages(root, packages))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(library)
          .allowEmptyShould(true)
          .as(library + " is at home in " + packages + " alone");
    }
  }
}
