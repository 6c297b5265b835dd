package dev.easel.app.tui.command;

import dev.easel.app.tui.text.VisibleText;
import dev.easel.config.Settings;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.Violation;
import dev.easel.domain.ledger.EstimateFields;
import dev.easel.domain.usecase.EstimateCost;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `easel estimate`.
@Command(
    name = "estimate",
    header = "Say what a picture would cost, and why, without making it.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  easel estimate --model dall-e-3 --size 1792x1024 --quality hd",
      "  easel estimate \"a lighthouse at dusk\" -n 4 --quality high",
      "  easel estimate --model gpt-image-2 --size auto --json",
    })
final class EstimateCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "PROMPT",
      arity = "0..1",
      description = "Its tokens are counted too; `-` reads it from standard input.")
  private @Nullable String prompt;

  @Mixin private final PictureOptions picture = new PictureOptions();
  @Mixin private final PromptOptions words = new PromptOptions();

  @Option(names = "--no-check", description = "Estimate even what the model's rules refuse.")
  private boolean noCheck;

  EstimateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    EstimateCost.Assessment assessment = assessment();
    if (!noCheck && known(assessment.request())) {
      refuse(assessment.apartFromPrompt());
    }
    ImageRequest request = assessment.request();
    EstimatedBudget budget = new EstimatedBudget(session, assessment.estimate());
    if (session.json()) {
      session.print(document(assessment).with("budget", budget.fields()));
    } else {
      session.print(subject(request));
      session.print(new CostWords(session.palette()).lines(assessment.estimate()));
      session.print(budget.lines());
    }
    return ExitCode.DONE;
  }

  private static Fields document(EstimateCost.Assessment assessment) {
    ImageRequest request = assessment.request();
    return EstimateFields.of(
        assessment.estimate(),
        request.model(),
        request.size().orElse(null),
        request.quality().orElse(null),
        request.n());
  }

  private EstimateCost.Assessment assessment() {
    Settings settings = session.settings();
    Wiring.Catalogue catalogue = session.catalogue();
    boolean asked = prompt != null || words.ofFile();
    ImageRequest request =
        new ImageRequest(
            Operation.GENERATE,
            settings.provider(),
            picture.model(settings.defaults().model()),
            asked ? words.prompt(prompt, session.surroundings()) : "",
            picture.parameters(),
            List.of());
    return new EstimateCost(
            catalogue.models(), catalogue.pricing(), settings.defaults(), session.time())
        .assess(request);
  }

  private boolean known(ImageRequest request) {
    return session.catalogue().models().card(request.provider(), request.model()).isPresent();
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw CommandFailure.of(
          ExitCode.WRONG,
          "invalid_request",
          String.join("; ", violations.stream().map(Violation::message).toList()));
    }
  }

  private String subject(ImageRequest request) {
    List<String> words = new ArrayList<>(List.of(request.model()));
    request.size().ifPresent(words::add);
    request.quality().ifPresent(words::add);
    words.add(request.n() == 1 ? "one picture" : request.n() + " pictures");
    String subject = VisibleText.line(String.join(", ", words));
    return DeliveryReport.label("request", session.palette()) + subject;
  }
}
