package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.state.Assessment;
import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Expectation;
import dev.easel.app.tui.dashboard.state.Shape;
import dev.easel.app.tui.dashboard.state.Wish;
import dev.easel.app.tui.request.TypedParameters;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.RequestRules;
import dev.easel.domain.image.Upload;
import dev.easel.domain.image.Violation;
import dev.easel.domain.image.Watch;
import dev.easel.domain.usecase.EstimateCost;
import dev.easel.domain.usecase.Studio;
import dev.easel.domain.usecase.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Finds out what there is to know of a request before it is sent. While the user goes on typing
/// only the last question is answered.
final class Assessor {

  private static final Duration REST = Duration.ofMillis(100);

  private final Studio studio;
  private final BooksReader books;
  private final Pictures pictures;
  private final Forerunner forerunner;
  private final Time time;
  private final Consumer<Event> events;
  private final AtomicLong newest = new AtomicLong();

  Assessor(Studio studio, BooksReader books, Pictures pictures, Time time, Consumer<Event> events) {
    this.studio = studio;
    this.books = books;
    this.pictures = pictures;
    this.time = time;
    this.events = events;
    forerunner = new Forerunner(studio.browseLog());
  }

  /// Answers a question, unless another one comes meanwhile.
  void answer(Effect.Assess question) {
    newest.accumulateAndGet(question.asked(), Math::max);
    if (question.atOnce() || time.pause(REST, Watch.until(() -> newest.get() > question.asked()))) {
      events.accept(new Event.Assessed(question.asked(), assessment(question.wish())));
    }
  }

  private Assessment assessment(Wish wish) {
    List<Violation> problems = new ArrayList<>();
    Fields more = parameters(wish.more(), problems);
    List<Upload> uploads = pictures.read(wish.files(), problems);
    ImageRequest request = wish.request();
    return assessment(
        new ImageRequest(
            request.operation(),
            request.provider(),
            request.model(),
            request.prompt(),
            request.parameters().plus(more),
            uploads),
        problems);
  }

  private static Fields parameters(String typed, List<Violation> problems) {
    try {
      return TypedParameters.parse(typed);
    } catch (TypedParameters.Unclear unclear) {
      problems.add(new Violation("", unclear.getMessage()));
      return Fields.NONE;
    }
  }

  /// What there is to know of a request.
  ///
  /// @param problems what stands against it besides the rules
  Assessment assessment(ImageRequest asked, List<Violation> problems) {
    EstimateCost.Assessment assessed = studio.estimateCost().assess(asked);
    ImageRequest request = assessed.request();
    boolean forcible = problems.isEmpty() && RequestRules.check(null, request).isEmpty();
    return new Assessment(
        request,
        together(problems, assessed.violations()),
        forcible,
        assessed.estimate(),
        studio.reportBudget().standings(null),
        expectation(Shape.of(request)),
        request.prompt().isBlank() ? null : forerunner.of(request));
  }

  // A picture that cannot be read is told once, and not as missing besides.
  private static List<Violation> together(List<Violation> problems, List<Violation> broken) {
    List<String> told = problems.stream().map(Violation::parameter).toList();
    List<Violation> all = new ArrayList<>(problems);
    broken.stream().filter(one -> !told.contains(one.parameter())).forEach(all::add);
    return all;
  }

  private @Nullable Expectation expectation(Shape shape) {
    Map<Shape, Expectation> expected = books.expected(Set.of(shape));
    return expected.get(shape);
  }
}
