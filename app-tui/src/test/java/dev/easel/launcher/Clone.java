package dev.easel.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A clone of Easel as far as the launcher sees it, with a JDK and a Maven that are shell scripts.
record Clone(Path home, Path jdk, Path maven, Map<String, String> environment) {

  private static final String JAVA =
      """
      #!/bin/sh
      for word; do
        case $word in
          -XX:DumpLoadedClassList=*) list=${word#*=} ;;
          -Xshare:dump) dumping=yes ;;
          -XX:SharedArchiveFile=*) archive=${word#*=} ;;
          -XX:AOTCacheOutput=*) cache=${word#*=} ;;
          wait-for-term) trap 'exit 43' TERM; while :; do echo waiting; sleep 0.1; done ;;
          *.TrainingMain) main=$word ;;
          exit-with-*) exit "${word#exit-with-}" ;;
        esac
        [ "$before" != -cp ] || jar=$word
        before=$word
      done
      if [ -n "$list" ]; then
        echo "$* with $(ls "$EASEL_HOME")" >> "${jar%/*}/trainings"
        echo Main > "$list"
        [ ! -f "$JAVA_HOME/untrainable" ]
        exit
      fi
      if [ -n "$cache" ]; then
        echo "$* with $(ls "$EASEL_HOME")" >> "${jar%/*}/trainings"
        [ ! -f "$JAVA_HOME/untrainable" ] && echo classes > "$cache"
        exit
      fi
      if [ -n "$dumping" ]; then
        echo classes > "$archive"
        exit
      fi
      if [ -n "$main" ]; then
        mkdir -p "$EASEL_HOME/sandbox"
        echo log > "$EASEL_HOME/sandbox/log"
        exit
      fi
      echo java
      pwd -P
      echo "$LC_ALL"
      for word; do
        case $word in
          -XX:SharedArchiveFile=* | -XX:AOTCache=*) echo "$word" ;;
          -X*) ;;
          *) echo "$word" ;;
        esac
      done
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      echo build >> builds
      if [ -f broken ]; then
        echo "[INFO] Compiling"
        echo "[ERROR] $(cat broken)"
        echo "[ERROR] Failed to execute goal compile -> [Help 1]"
        echo "[ERROR] To see the full stack trace of the errors, re-run Maven"
        exit 1
      fi
      for app in http tui; do
        target=app-$app/.easel-build/target
        mkdir -p $target/lib
        if [ -f prepared.jar ]; then cp prepared.jar $target/easel-$app.jar
        else echo jar > $target/easel-$app.jar
        fi
        if [ -f library.jar ]; then cp library.jar $target/lib/domain.jar
        else echo lib > $target/lib/domain.jar
        fi
      done
      """;

  static Clone in(Path folder) throws IOException {
    Clone clone =
        new Clone(
            folder.resolve("easel home"),
            folder.resolve("jdk"),
            folder.resolve("maven"),
            new HashMap<>());
    clone.writeSources();
    executable(clone.jdk.resolve("bin/java"), JAVA);
    executable(clone.jdk.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(clone.jdk.resolve("release"), "OS=\"any\"\nJAVA_VERSION=\"25.0.1\"\n");
    executable(clone.maven.resolve("bin/mvn"), MAVEN);
    return clone;
  }

  private void writeSources() throws IOException {
    for (String folder : List.of(".mvn", "domain/src/main/java", "app-http", "app-tui")) {
      Files.createDirectories(home.resolve(folder));
    }
    for (String file : List.of("pom.xml", "domain/pom.xml", "domain/src/main/java/Money.java")) {
      Files.writeString(home.resolve(file), "source");
    }
    executable(home.resolve("easel"), Files.readString(Path.of("..", "easel")));
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    file.toFile().setExecutable(true);
  }

  Run easel(String... arguments) throws IOException, InterruptedException {
    return run(home, command(arguments));
  }

  Process start(String... arguments) throws IOException {
    return process(home, command(arguments)).start();
  }

  private String[] command(String... arguments) {
    return Stream.concat(Stream.of("./easel"), Stream.of(arguments)).toArray(String[]::new);
  }

  Run run(Path workingDirectory, String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(home.getParent(), "output", ".txt");
    Path errors = Files.createTempFile(home.getParent(), "errors", ".txt");
    Process process =
        process(workingDirectory, command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    int exitCode = process.waitFor();
    return new Run(exitCode, Files.readString(output), Files.readString(errors));
  }

  private ProcessBuilder process(Path workingDirectory, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingDirectory.toFile());
    builder
        .environment()
        .putAll(Map.of("JAVA_HOME", jdk.toString(), "MAVEN_HOME", maven.toString()));
    builder.environment().putAll(environment);
    return builder;
  }

  int builds() throws IOException {
    return Files.readAllLines(home.resolve("builds"), StandardCharsets.UTF_8).size();
  }

  /// As if somebody had edited the file a moment from now, whatever the file system's clock counts
  /// in.
  void touchLater(String file) throws IOException {
    Files.setLastModifiedTime(home.resolve(file), FileTime.from(Instant.now().plusSeconds(1)));
  }

  void breakBuild(String error) throws IOException {
    Files.writeString(home.resolve("broken"), error);
  }

  void mendBuild() throws IOException {
    Files.delete(home.resolve("broken"));
  }

  void makeJdkOlder() throws IOException {
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"24.0.2\"\n");
  }

  /// Uses the JDK of the tests, and this program and its library for every jar that is built from
  /// now on.
  void buildWithJdk(Path program, Path library) throws IOException {
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    Files.copy(program, home.resolve("prepared.jar"), StandardCopyOption.REPLACE_EXISTING);
    Files.copy(library, home.resolve("library.jar"), StandardCopyOption.REPLACE_EXISTING);
  }

  /// Makes every training fail, until the JDK is another one.
  void breakTraining() throws IOException {
    Files.writeString(jdk.resolve("untrainable"), "");
  }

  /// Puts another JDK in the place of the one there was.
  void replaceJdk(String version) throws IOException {
    Files.deleteIfExists(jdk.resolve("untrainable"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  void lockFor(String processId) throws IOException {
    Path lock = Files.createDirectories(home.resolve(".easel-build/lock"));
    Files.writeString(lock.resolve("pid"), processId + "\n");
  }

  /// What a start left behind; its output is what the script that stands for java printed.
  record Run(int exitCode, String output, String errors) {

    String workingDirectory() {
      return lines().get(1);
    }

    String locale() {
      return lines().get(2);
    }

    /// The archive of classes that it was started with, if any.
    Optional<Path> archive() {
      return lines().stream()
          .filter(line -> line.matches("-XX:(SharedArchiveFile|AOTCache)=.*"))
          .map(line -> Path.of(line.substring(line.indexOf('=') + 1)))
          .findFirst();
    }

    /// The trainings for archives of this build so far, each with its command line and with what
    /// was in its data directory.
    List<String> trainings() throws IOException {
      return Files.readAllLines(jar().resolveSibling("trainings"), StandardCharsets.UTF_8);
    }

    Path jar() {
      return Path.of(lines().get(lines().indexOf("-jar") + 1));
    }

    /// The jar's name and the arguments that its program got.
    List<String> started() {
      List<String> words = new ArrayList<>(List.of(jar().getFileName().toString()));
      words.addAll(lines().subList(lines().indexOf("-jar") + 2, lines().size()));
      return words;
    }

    private List<String> lines() {
      return output.lines().toList();
    }
  }
}
