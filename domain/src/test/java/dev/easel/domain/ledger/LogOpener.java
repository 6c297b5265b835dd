package dev.easel.domain.ledger;

import java.nio.file.Path;
import java.time.ZoneId;

/// Opens a log on disk, in the test's process and in those it starts. An implementation has a
/// constructor without parameters and needs not be public.
@FunctionalInterface
public interface LogOpener {

  /// The log in `directory`, made when it is not there. The same one may be open several times.
  GenerationLog open(Path directory, ZoneId zone);

  /// An opener of the class with this name.
  static LogOpener named(String className) throws ReflectiveOperationException {
    var constructor = Class.forName(className).asSubclass(LogOpener.class).getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
