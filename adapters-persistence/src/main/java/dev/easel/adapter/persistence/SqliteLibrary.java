package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Set;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/// The native part of SQLite, unpacked once for each version and loaded from there: the driver
/// itself would unpack it at every start, and leave it behind in the temporary folder whenever a
/// process is killed.
final class SqliteLibrary {

  private static final String PATH = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";
  private static final String TEMPORARY = "org.sqlite.tmpdir";
  private static final Path MAPPED = Path.of("/proc/self/maps");

  private static boolean prepared;

  private SqliteLibrary() {}

  /// Loads the library from the user's cache, or else from `side`, and tells the driver so. Where
  /// neither can be, or the user has said where it is, the driver goes its own way.
  static synchronized void prepare(Path side) {
    if (!prepared && !loadedFromCache() && isOurs()) {
      loadedFrom(side);
    }
    prepared = true;
  }

  /// Loads it from the user's cache already, if it can be.
  static synchronized void ahead() {
    prepared = prepared || loadedFromCache();
  }

  private static boolean isOurs() {
    return System.getProperty(PATH) == null && System.getProperty(TEMPORARY) == null;
  }

  private static boolean loadedFromCache() {
    return isOurs() && loadedFrom(cache(System.getenv(), System.getProperty("user.home", "")));
  }

  /// The user's cache of Easel.
  static Path cache(Map<String, String> environment, String home) {
    Path named = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    return (named.isAbsolute() ? named : Path.of(home, ".cache")).resolve("easel");
  }

  @SuppressWarnings("restricted") // the manifest allows it, as it does the driver
  private static boolean loadedFrom(Path cache) {
    try {
      Path library = unpack(cache);
      System.load(library.toString());
      System.setProperty(PATH, String.valueOf(library.getParent()));
      System.setProperty(NAME, String.valueOf(library.getFileName()));
      System.setProperty(TEMPORARY, String.valueOf(library.getParent())); // where it tidies up
      return true;
    } catch (IOException | UnsatisfiedLinkError _) {
      return false; // a read-only home, or a place from which no code may be run
    }
  }

  /// Unpacks the library under `cache` unless it is there.
  static Path unpack(Path cache) throws IOException {
    String system = system();
    Path directory = cache.toAbsolutePath().resolve(version(system));
    PrivateFiles.makeDirectory(directory);
    demandPrivate(directory);
    String name = LibraryLoaderUtil.getNativeLibName();
    Path library = directory.resolve(name);
    URLConnection packed = packed(system, name);
    if (!Files.exists(library) || Files.size(library) != packed.getContentLengthLong()) {
      write(packed, library);
    }
    return library;
  }

  private static String version(String system) {
    return "sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + system.replace('/', '-');
  }

  // The driver asks another process whether this is Android, at every start. Where it is, the
  // library of Linux cannot be loaded, and the driver goes its own way.
  private static String system() throws IOException {
    if (!System.getProperty("os.name").equals("Linux") || !Files.isReadable(MAPPED)) {
      return OSInfo.getNativeLibFolderPathForCurrentOS();
    }
    boolean musl = Files.readString(MAPPED, StandardCharsets.ISO_8859_1).contains("musl");
    return (musl ? "Linux-Musl/" : "Linux/") + OSInfo.getArchName();
  }

  private static URLConnection packed(String system, String name) throws IOException {
    @Nullable URL packed = SQLiteJDBCLoader.class.getResource("native/" + system + "/" + name);
    if (packed == null) {
      throw new IOException("the driver has no library for this system");
    }
    return packed.openConnection();
  }

  private static void write(URLConnection packed, Path library) throws IOException {
    Path fresh = Files.createTempFile(library.getParent(), "unpacking", null);
    try (InputStream bytes = packed.getInputStream()) {
      try (OutputStream out = Files.newOutputStream(fresh)) {
        bytes.transferTo(out);
      }
      Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  // Code is loaded from here, so nobody else may write here.
  private static void demandPrivate(Path directory) throws IOException {
    Set<PosixFilePermission> permissions =
        Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS);
    boolean shared =
        permissions.contains(PosixFilePermission.GROUP_WRITE)
            || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    UserPrincipal self =
        directory
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name", ""));
    if (shared || !Files.getOwner(directory).equals(self)) {
      throw new IOException(directory + " may be written by others");
    }
  }
}
