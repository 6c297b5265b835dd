package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLibraryTest {

  @TempDir Path directory;

  @Test
  void theCacheIsTheUsers() {
    Path home = Path.of("/home/someone/.cache/easel");
    assertEquals(home, SqliteLibrary.cache(Map.of(), "/home/someone"));
    assertEquals(home, SqliteLibrary.cache(Map.of("XDG_CACHE_HOME", ""), "/home/someone"));
    assertEquals(home, SqliteLibrary.cache(Map.of("XDG_CACHE_HOME", "relative"), "/home/someone"));
    assertEquals(
        Path.of("/var/cache/easel"),
        SqliteLibrary.cache(Map.of("XDG_CACHE_HOME", "/var/cache"), "/home/someone"));
  }

  @Test
  void theLibraryIsUnpackedOnceForTheUserAlone() throws IOException {
    Path library = SqliteLibrary.unpack(directory.resolve("cache"));
    FileTime past = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(library, past);

    assertEquals(library, SqliteLibrary.unpack(directory.resolve("cache")));

    assertEquals(past, Files.getLastModifiedTime(library));
    assertTrue(Files.size(library) > 500_000);
    Path place = directory.resolve("cache").resolve(library.getName(library.getNameCount() - 2));
    assertEquals("rwx------", permissions(place));
    assertEquals("rw-------", permissions(library));
    try (var files = Files.list(place)) {
      assertEquals(List.of(library), files.toList());
    }
  }

  @Test
  void aLibraryThatIsCutShortIsReplaced() throws IOException {
    Path library = SqliteLibrary.unpack(directory);
    long whole = Files.size(library);
    Files.writeString(library, "cut");

    SqliteLibrary.unpack(directory);

    assertEquals(whole, Files.size(library));
  }

  @Test
  void aDirectoryThatOthersMayWriteIsNotTrusted() throws IOException {
    Path library = SqliteLibrary.unpack(directory);
    Path place = directory.resolve(library.getName(library.getNameCount() - 2));
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThrows(IOException.class, () -> SqliteLibrary.unpack(directory));
  }

  @Test
  void aProcessThatIsKilledLeavesNothingInTheTemporaryFolder() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + directory,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                directory.resolve("easel.db").toString())
            .redirectErrorStream(true)
            .start();
    assertEquals("open", process.inputReader().readLine());
    process.destroyForcibly().waitFor();

    try (var files = Files.list(temporary)) {
      assertEquals(List.of(), files.toList());
    }
    assertFalse(Files.exists(directory.resolve("easel.db.easel/sqlite")));
  }

  /// Opens a log and stays.
  static final class Child {
    public static void main(String[] arguments) throws Exception {
      SqliteFile file = new SqliteFile(Path.of(arguments[0]));
      file.make();
      try (SqliteConnection connection = file.write()) {
        connection.number("SELECT 1");
        System.out.println("open");
        Thread.sleep(60_000);
      }
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
