package dev.easel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;

/// Where each library lives; nobody else may know that it is there.
final class LibraryHomes {

  private static final List<Home> HOMES =
      List.of(
          new Home("com.googlecode.lanterna..", "app.tui"),
          new Home("picocli..", "app.tui"),
          new Home("java.sql..", "adapter.persistence"),
          new Home("javax.sql..", "adapter.persistence"),
          new Home("org.sqlite..", "adapter.persistence"),
          new Home("com.twelvemonkeys..", "adapter.persistence"),
          new Home("java.net.http..", "adapter.openai"),
          new Home("com.knuddels.jtokkit..", "adapter.openai"),
          new Home("com.sun.net.httpserver..", "app.http", "adapter.sandbox"),
          // Jackson 2, which test libraries bring along; Easel's is Jackson 3.
          new Home("com.fasterxml.jackson.core.."),
          new Home("com.fasterxml.jackson.databind.."));

  private LibraryHomes() {}

  static ArchRule librariesStayAtHome(String root) {
    return CompositeArchRule.of(HOMES.stream().map(home -> home.rule(root)).toList())
        .as("each library has one home");
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
