package dev.easel.adapter.openai;

import dev.easel.config.ConfigurationProblem;
import dev.easel.domain.cost.DatedPrice;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.ledger.CanonicalForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One catalogue file, read.
///
/// @param root the whole, from which rows of another file may borrow
/// @param version the file's date, or the mark of a user's file
record CatalogueFile(
    ObjectNode root, String version, List<ModelCard> cards, List<DatedPrice> prices) {

  private static final long LARGEST = 4L << 20;
  private static final int MARK_LENGTH = 6;
  private static final int LONGEST = 100;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// The catalogue that Easel brings along.
  static CatalogueFile builtIn() {
    try (InputStream resource = CatalogueFile.class.getResourceAsStream("catalogue.json")) {
      ObjectNode root = (ObjectNode) JSON.readTree(Objects.requireNonNull(resource));
      List<String> problems = new ArrayList<>();
      CatalogueFile file = read(root, root, root.path("version").asString(), false, problems);
      if (!problems.isEmpty()) {
        throw new IllegalStateException(String.join("; ", problems));
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The user's file.
  ///
  /// @throws ConfigurationProblem with everything that is wrong with it
  static CatalogueFile ofUser(Path path, CatalogueFile builtIn) {
    byte[] bytes = bytes(path);
    List<String> problems = new ArrayList<>();
    CatalogueFile file = read(tree(path, bytes), builtIn.root(), mark(bytes), true, problems);
    if (!problems.isEmpty()) {
      throw problem(path, String.join("; ", problems));
    }
    return file;
  }

  private static CatalogueFile read(
      ObjectNode root, ObjectNode builtIn, String version, boolean user, List<String> problems) {
    CatalogueSection top = new CatalogueSection(root, "$", problems);
    top.only("version", "models", "prices");
    CatalogueLoans loans = new CatalogueLoans(builtIn);
    List<ModelCard> cards =
        top.sections("models").stream()
            .flatMap(row -> loans.filled(row, "models").stream())
            .flatMap(row -> CatalogueCards.read(row).stream())
            .toList();
    List<DatedPrice> prices =
        top.sections("prices").stream()
            .flatMap(row -> loans.filled(row, "prices").stream())
            .flatMap(row -> CataloguePrices.read(row, user).stream())
            .toList();
    return new CatalogueFile(root, version, cards, prices);
  }

  private static byte[] bytes(Path path) {
    try {
      if (!Files.isRegularFile(path)) {
        throw problem(path, Files.exists(path) ? "it is not a file" : "there is no such file");
      }
      if (Files.size(path) > LARGEST) {
        throw problem(path, "it is larger than " + LARGEST + " bytes");
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw problem(path, "it cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static ObjectNode tree(Path path, byte[] bytes) {
    try {
      JsonNode tree = JSON.readTree(bytes);
      if (tree instanceof ObjectNode root) {
        return root;
      }
      throw problem(path, "it must hold one JSON object");
    } catch (JacksonException e) {
      throw problem(path, "it is not JSON (" + complaint(e) + "), at " + place(e));
    }
  }

  private static String complaint(JacksonException e) {
    String visible = e.getOriginalMessage().replaceAll("\\p{Cntrl}", "?");
    return visible.length() > LONGEST ? visible.substring(0, LONGEST) + "…" : visible;
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null
        ? "its end"
        : "line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static ConfigurationProblem problem(Path path, String what) {
    return new ConfigurationProblem(
        List.of("the price file %s cannot be used: %s".formatted(path, what)));
  }

  private static String mark(byte[] bytes) {
    return CanonicalForm.sha256(bytes).substring(0, MARK_LENGTH);
  }
}
