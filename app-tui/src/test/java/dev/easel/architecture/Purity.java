package dev.easel.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;

/// What a class of the domain may use of the JDK: values and collections, but nothing that reaches
/// out of the process, runs beside it, or answers differently tomorrow.
final class Purity {

  private static final String[] FORBIDDEN_PACKAGES = {
    "java.sql..",
    "java.nio.file..",
    "java.nio.channels..",
    "java.util.concurrent..",
    "java.util.random..",
    "java.util.prefs..",
    "java.lang.foreign.."
  };

  private static final Set<String> FORBIDDEN_TYPES =
      Set.of(
          "java.lang.Thread",
          "java.lang.ThreadGroup",
          "java.lang.ThreadLocal",
          "java.lang.InheritableThreadLocal",
          "java.lang.ScopedValue",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.Runtime",
          "java.security.SecureRandom",
          "java.time.Clock",
          "java.time.InstantSource",
          "java.util.Calendar",
          "java.util.Date",
          "java.util.GregorianCalendar",
          "java.util.Random",
          "java.util.Scanner",
          "java.util.SplittableRandom",
          "java.util.Timer",
          "java.util.TimerTask");

  /// Of these packages only the values named in [#VALUES_AMONG_STREAMS] are welcome.
  private static final String[] STREAM_PACKAGES = {"java.io..", "java.net.."};

  private static final Set<String> VALUES_AMONG_STREAMS =
      Set.of("java.io.Serializable", "java.net.URI", "java.net.URISyntaxException");

  private static final Map<String, Set<String>> FORBIDDEN_MEMBERS =
      Map.ofEntries(
          Map.entry(
              "java.lang.System",
              Set.of(
                  "clearProperty",
                  "console",
                  "currentTimeMillis",
                  "err",
                  "exit",
                  "getProperties",
                  "getProperty",
                  "getenv",
                  "in",
                  "nanoTime",
                  "out",
                  "setProperty")),
          Map.entry("java.lang.Boolean", Set.of("getBoolean")),
          Map.entry("java.lang.Integer", Set.of("getInteger")),
          Map.entry("java.lang.Long", Set.of("getLong")),
          Map.entry("java.lang.Math", Set.of("random")),
          Map.entry("java.lang.StrictMath", Set.of("random")),
          Map.entry("java.nio.charset.Charset", Set.of("defaultCharset")),
          Map.entry("java.time.ZoneId", Set.of("systemDefault")),
          Map.entry("java.util.Collections", Set.of("shuffle")),
          Map.entry("java.util.Locale", Set.of("getDefault")),
          Map.entry("java.util.TimeZone", Set.of("getDefault")),
          Map.entry("java.util.UUID", Set.of("randomUUID")));

  private Purity() {}

  static DescribedPredicate<JavaClass> valueTypesOfTheJdk() {
    return resideInAPackage("java..")
        .and(not(resideInAnyPackage(FORBIDDEN_PACKAGES)))
        .and(not(among(FORBIDDEN_TYPES)))
        .and(not(resideInAnyPackage(STREAM_PACKAGES).and(not(among(VALUES_AMONG_STREAMS)))))
        .as("value types of the JDK");
  }

  static DescribedPredicate<JavaAccess<?>> readsTheWorld() {
    return DescribedPredicate.describe(
        "reads a clock, the environment or chance",
        access -> isForbidden(access.getTarget()) || isClock(access.getTarget()));
  }

  private static boolean isForbidden(AccessTarget target) {
    return FORBIDDEN_MEMBERS
        .getOrDefault(target.getOwner().getFullName(), Set.of())
        .contains(target.getName());
  }

  /// `Instant.now`, `LocalDate.now` and all their siblings.
  private static boolean isClock(AccessTarget target) {
    return target.getName().equals("now")
        && target.getOwner().getPackageName().startsWith("java.time");
  }

  private static DescribedPredicate<JavaClass> among(Set<String> names) {
    return DescribedPredicate.describe(
        "among " + names, type -> names.contains(type.getBaseComponentType().getFullName()));
  }
}
