package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.state.Draft;
import dev.easel.app.tui.dashboard.state.Slot;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// Keeps what was sent last from one sitting to the next, in a file that only its owner can read. A
/// file that is damaged, or somebody else's, counts for nothing and is replaced.
final class DraftFile {

  private static final String MARK = "easel.new-request";
  private static final String VERSION = "1";
  private static final int MOST_BYTES = 4_000_000;

  private final Path file;

  DraftFile(Path file) {
    this.file = file;
  }

  /// What was kept; nothing when there is nothing that can be understood.
  Draft read() {
    try {
      return draft(properties());
    } catch (IOException | IllegalArgumentException _) {
      return Draft.EMPTY;
    }
  }

  private Properties properties() throws IOException {
    Properties properties = new Properties();
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return properties;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      properties.load(
          new StringReader(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()));
    }
    return properties;
  }

  private static Draft draft(Properties properties) {
    Draft draft = Draft.EMPTY;
    if (!VERSION.equals(properties.getProperty(MARK))) {
      return draft;
    }
    for (Slot slot : Slot.values()) {
      Optional<String> text =
          Optional.ofNullable(properties.getProperty(name(slot)))
              .filter(value -> fits(slot, value));
      draft = text.isPresent() ? draft.with(slot, text.get()) : draft;
    }
    return draft;
  }

  private static boolean fits(Slot slot, String text) {
    String ends = slot.manner() == Slot.Manner.LINES ? "\n\t" : "";
    return text.codePoints()
        .noneMatch(point -> Character.isISOControl(point) && ends.indexOf(point) < 0);
  }

  private static String name(Slot slot) {
    return slot.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Keeps a draft instead of the one before.
  void keep(Draft draft) throws IOException {
    Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, owner("rwx------"));
    }
    Path next = Files.createTempFile(directory, ".new-request-", ".tmp", owner("rw-------"));
    try {
      Files.writeString(next, text(draft));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static String text(Draft draft) throws IOException {
    Properties properties = new Properties();
    properties.setProperty(MARK, VERSION);
    draft.fields().forEach((slot, field) -> properties.setProperty(name(slot), field.text()));
    StringWriter text = new StringWriter();
    properties.store(text, "What the dashboard's form of a new request begins with");
    return text.toString();
  }

  private static FileAttribute<?> owner(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
