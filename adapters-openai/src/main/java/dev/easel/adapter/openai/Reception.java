package dev.easel.adapter.openai;

import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.PictureReference;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.CanonicalForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Receives an answer that began with a status of 2xx, whichever form it has: one object of JSON, a
/// stream of events, or the picture itself. What came whole is kept when the rest does not come.
final class Reception {

  private static final int HEAD = 16;
  private static final int PAGE = 8_000;
  private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

  private final Troubles troubles;
  private final ForeignWords words;
  private final Watch watch;
  private final long wanted;
  private final Arrivals arrivals;
  private final Answer answer = new Answer();
  private boolean begun;
  private @Nullable Fields refusal;

  /// @param wanted the number of pictures asked for
  /// @param arrivals of those that come in one answer, not in events, of which most are to be
  ///   looked at and not kept
  Reception(Troubles troubles, ForeignWords words, Watch watch, long wanted, Arrivals arrivals) {
    this.troubles = troubles;
    this.words = words;
    this.watch = watch;
    this.wanted = wanted;
    this.arrivals = arrivals;
  }

  /// What has come.
  Answer answer() {
    return answer;
  }

  /// Whether there is something to keep in spite of a failure.
  boolean worthKeeping() {
    return answer.offers().stream()
        .anyMatch(offer -> offer.content() != null || offer.url() != null);
  }

  /// Reads all there is.
  ///
  /// @return why the answer is not complete, null when it is
  @Nullable
  Failure receive(InputStream bytes) {
    try {
      byte[] head = bytes.readNBytes(HEAD);
      Failure failure = read(head, new SequenceInputStream(new ByteArrayInputStream(head), bytes));
      return failure != null ? failure : judged();
    } catch (IOException | RuntimeException thrown) {
      return troubles.whileReceiving(thrown);
    }
  }

  private @Nullable Failure read(byte[] head, InputStream bytes) throws IOException {
    if (ImageFormat.recognise(head).isPresent()) {
      return picture(bytes);
    }
    String start = new String(head, StandardCharsets.UTF_8).replace("\ufeff", "").strip();
    if (start.startsWith("<")) {
      String page = words.page(new String(bytes.readNBytes(PAGE), StandardCharsets.UTF_8));
      return new Failure.Unreadable(
          words.plain("a web page came instead of a picture; it may have charged: " + page));
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      AnswerReader.read(bytes, answer, arrivals);
      return null;
    }
    return events(new EventStream(bytes));
  }

  private @Nullable Failure picture(InputStream bytes) throws IOException {
    try (Chunks chunks = new Chunks(AnswerReader.LARGEST_PICTURE, arrivals.begin())) {
      bytes.transferTo(chunks);
      Content content = chunks.content();
      answer.offer(new Offer(content, null, null, false));
      answer.says("data", List.of(Map.of("b64_json", reference(content))));
    }
    return null;
  }

  private static Map<String, @Nullable Object> reference(Content picture) {
    return new PictureReference(CanonicalForm.sha256(picture), null).value();
  }

  private @Nullable Failure events(EventStream events) throws IOException {
    boolean any = false;
    for (Optional<InputStream> data = events.next(); data.isPresent(); data = events.next()) {
      any = true;
      byte[] head = data.get().readNBytes(DONE.length);
      if (Arrays.equals(head, DONE)) {
        break;
      }
      Failure failure =
          heard(events, new SequenceInputStream(new ByteArrayInputStream(head), data.get()));
      if (failure != null || answer.offers().size() >= wanted) {
        return failure;
      }
    }
    return any && answer.offers().isEmpty()
        ? new Failure.Broken(
            "the stream of events ended before a picture was finished; it may have charged")
        : null;
  }

  private @Nullable Failure heard(EventStream events, InputStream data) {
    Answer event = new Answer();
    AnswerReader.read(data, event, Arrivals.NONE);
    String kind = event.type().isEmpty() ? events.name() : event.type();
    if (kind.endsWith("error") || event.error() != null) {
      return refused(
          event.error() == null ? event.actual() : Fields.NONE.with("error", event.error()));
    }
    if (kind.endsWith("partial_image")) {
      begun = true;
      event.offers().forEach(offer -> partial(event, kind, offer.content()));
    } else if (!event.offers().isEmpty()) {
      event.says("type", kind);
      answer.take(event);
    }
    return null;
  }

  private void partial(Answer event, String kind, @Nullable Content content) {
    if (content != null) {
      event.says("type", kind);
      Fields said = words.secretless(event.document());
      watch.saw(new Progress.Partial(event.partialIndex(), content, said));
    }
  }

  /// What the provider said when it refused within an answer that began well; null when it did not.
  @Nullable
  Fields refusal() {
    return refusal;
  }

  private Failure refused(Fields body) {
    refusal = body;
    Refusal read = Refusal.in(body);
    return read.rejected(
        read.status(begun), words, "the provider ended its answer with an error", null);
  }

  /// What is wrong with an answer that was read to its end.
  private @Nullable Failure judged() {
    if (worthKeeping()) {
      return null;
    }
    if (answer.error() != null) {
      return refused(Fields.NONE.with("error", answer.error()));
    }
    return answer.offers().stream().anyMatch(Offer::withheld)
        ? withheld()
        : new Failure.Unreadable("the answer holds no picture; it may have charged");
  }

  /// A picture that was made and is kept back: moderation of what came out, so it may have charged.
  private static Failure withheld() {
    return new Failure.Rejected(
        400,
        "moderation_blocked",
        null,
        "the provider's moderation withheld the picture",
        "output",
        null);
  }
}
