package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.GeneratedImage;
import dev.easel.domain.image.ImageGenerator;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.SamplePictures;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A provider that counts its calls and answers at once with a small picture, unless it is told
/// otherwise.
final class ProviderDouble implements ImageGenerator {

  private final AtomicInteger calls = new AtomicInteger();
  private volatile Function<ImageRequest, Outcome> answer =
      request -> picture(SamplePictures.twoColours("png", 64, 64));

  static Outcome picture(byte[] bytes) {
    return picture(bytes, null);
  }

  private static Outcome picture(byte[] bytes, @Nullable Fields usage) {
    return new Outcome.Delivered(
        Fields.NONE,
        "req_double",
        Fields.NONE,
        usage,
        null,
        List.of(new GeneratedImage(Content.of(bytes), null, null)),
        List.of());
  }

  /// Makes it report this usage.
  void reports(Fields usage) {
    answer = request -> picture(SamplePictures.twoColours("png", 64, 64), usage);
  }

  void answers(Function<ImageRequest, Outcome> next) {
    answer = next;
  }

  /// Makes it answer only when the gate is opened.
  CountDownLatch held() {
    CountDownLatch gate = new CountDownLatch(1);
    Function<ImageRequest, Outcome> then = answer;
    answer =
        request -> {
          await(gate);
          return then.apply(request);
        };
    return gate;
  }

  private static void await(CountDownLatch gate) {
    try {
      if (!gate.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody opened the gate");
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  int calls() {
    return calls.get();
  }

  @Override
  public Outcome generate(ImageRequest request, Watch watch) {
    calls.incrementAndGet();
    return answer.apply(request);
  }
}
