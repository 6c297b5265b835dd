package dev.easel.domain.usecase;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Obstacle;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.cost.Reckoning;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Upload;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Input;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/// What an entry still tells about its request and answer: enough to price it again. Pictures that
/// were sent along are there by name and length only.
///
/// @param answer without a figure of the provider's, so that the price book has to find one
/// @param day whose prices hold for the entry, UTC
/// @param promptKnown whether the request has its prompt, which may have been kept out of the log
record Recollection(
    ImageRequest request, Pricing.Answer answer, LocalDate day, boolean promptKnown) {

  /// Recalls what is recorded of a finished or unfinished request.
  static Recollection of(Entry entry) {
    ImageRequest request =
        new ImageRequest(
            entry.operation(),
            entry.provider(),
            entry.model(),
            entry.prompt(),
            entry.requested(),
            entry.inputs().stream().map(Recollection::upload).toList());
    return new Recollection(
        request,
        new Pricing.Answer(entry.actual(), entry.usage(), null, pictures(entry, request)),
        LocalDate.ofInstant(entry.timestamp(), ZoneOffset.UTC),
        !entry.promptWithheld());
  }

  /// What it costs by a price book; not known where that hangs on a prompt that is not.
  Reckoning reckoned(Pricing pricing) {
    Reckoning reckoning = pricing.reckon(request, answer, day);
    boolean counted =
        reckoning.cost().lines().stream().anyMatch(line -> line.lineClass() != LineClass.PER_IMAGE);
    return promptKnown || answer.usage() != null || !counted
        ? reckoning
        : new Reckoning(
            Cost.UNKNOWN,
            new Obstacle(
                Obstacle.Kind.PROMPT,
                "there was no usage, and the tokens of a prompt that is not kept cannot be"
                    + " counted"));
  }

  // A picture that could not be recognised has no place among the stored ones but was charged, and
  // older logs keep one address for all pictures of a request.
  private static int pictures(Entry entry, ImageRequest request) {
    long charged =
        entry.cost().lines().stream()
            .filter(line -> line.lineClass() == LineClass.PER_IMAGE)
            .mapToLong(CostLine::quantity)
            .sum();
    long asked = entry.cost().basis() == CostBasis.AS_LOGGED ? request.n() : 0;
    long most = Math.max(entry.images().size(), Math.max(charged, asked));
    return Math.clamp(most, 0, Integer.MAX_VALUE);
  }

  private static Upload upload(Input input) {
    return new Upload(role(input), input.name(), "", input.sha256(), new Forgotten(input));
  }

  private static Upload.Role role(Input input) {
    for (Upload.Role role : Upload.Role.values()) {
      if (role.name().toLowerCase(Locale.ROOT).equals(input.role())) {
        return role;
      }
    }
    return Upload.Role.IMAGE;
  }

  /// A picture of which the log keeps only what it was.
  private record Forgotten(Input input) implements Content {
    @Override
    public long length() {
      return input.bytes();
    }

    @Override
    public void writeTo(Sink sink) {
      throw new ContentUnavailable(
          "the log does not keep the picture " + input.name(),
          new IllegalStateException("not kept"));
    }
  }
}
