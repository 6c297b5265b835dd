package dev.easel.app.tui.command;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where a prompt comes from besides the command line.
final class PromptOptions {

  private static final int MOST_BYTES = 1_000_000;

  @Option(
      names = "--prompt-file",
      paramLabel = "FILE",
      description = "Read the prompt from a file.")
  private @Nullable String file;

  /// Whether a file holds the prompt.
  boolean ofFile() {
    return file != null;
  }

  /// The prompt: as given, or of the file, or of standard input where it is `-` or where nothing
  /// else is given and somebody pipes.
  String prompt(@Nullable String given, Surroundings surroundings) {
    if (file != null && given != null) {
      throw CommandFailure.wrong("give the prompt or --prompt-file, not both");
    }
    if (file != null) {
      return ofFile(surroundings.path(file));
    }
    boolean piped = given == null && !surroundings.terminals().in();
    if (given == null || "-".equals(given)) {
      return piped || given != null ? ofInput(surroundings.in()) : "";
    }
    return given;
  }

  private static String ofFile(Path path) {
    try (InputStream bytes = Files.newInputStream(path)) {
      return text(bytes, path.toString());
    } catch (IOException _) {
      throw CommandFailure.wrong("the prompt file " + path + " cannot be read");
    }
  }

  private static String ofInput(InputStream in) {
    try {
      return text(in, "standard input");
    } catch (IOException _) {
      throw CommandFailure.wrong("standard input cannot be read");
    }
  }

  private static String text(InputStream bytes, String name) throws IOException {
    byte[] read = bytes.readNBytes(MOST_BYTES + 1);
    if (read.length > MOST_BYTES) {
      throw CommandFailure.wrong(
          name + " has more than " + MOST_BYTES + " bytes, which is no prompt");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read)).toString().strip();
    } catch (CharacterCodingException _) {
      throw CommandFailure.wrong(name + " is not UTF-8 text");
    }
  }
}
