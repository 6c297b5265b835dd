package dev.easel.app.tui.command;

import dev.easel.config.Settings;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `easel generate`.
@Command(
    name = "generate",
    header = "Make a picture from words.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "2:wrong usage, configuration or request; nothing was sent",
      "3:refused by the provider; nothing was charged",
      "4:over budget; nothing was sent",
      "5:the key was used for another request; nothing was sent",
      "6:no picture, and it may have been charged",
      "7:nothing was sent, because it could not be recorded"
    },
    footer = {
      "",
      "Examples:",
      "  easel generate --sandbox \"a lighthouse at dusk\"",
      "  easel generate \"a lighthouse at dusk\" -o dusk.png --size 1536x1024 --quality low",
      "  easel generate --model dall-e-3 --style natural -o pictures/ < prompt.txt",
      "  easel generate \"a poster\" -n 2 --format webp --param user=anna --json",
    })
final class GenerateCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "PROMPT",
      arity = "0..1",
      description = "What to make; `-`, or nothing in a pipe, reads it from standard input.")
  private @Nullable String prompt;

  @Mixin private final PictureOptions picture = new PictureOptions();
  @Mixin private final PromptOptions words = new PromptOptions();
  @Mixin private final OrderOptions order = new OrderOptions();

  GenerateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Settings settings = session.settings();
    ImageRequest request =
        new ImageRequest(
            Operation.GENERATE,
            settings.provider(),
            picture.model(settings.defaults().model()),
            words.prompt(prompt, session.surroundings()),
            picture.parameters(),
            List.of());
    return new Ordering(session, order).carryOut(request);
  }
}
