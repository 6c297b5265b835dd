package dev.easel.app.tui.command;

import dev.easel.app.tui.request.UploadFiles;
import dev.easel.config.Settings;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `easel edit`.
@Command(
    name = "edit",
    header = "Make a picture from words and other pictures.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  easel edit \"make it snow\" photo.png -o snow.png",
      "  easel edit \"a shelf with these on it\" cup.png vase.jpg --model gpt-image-1.5",
      "  easel edit \"a window instead\" room.png --mask wall.png",
      "  easel edit --prompt-file words.txt photo.png",
    })
final class EditCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "PROMPT IMAGE",
      arity = "1..*",
      hideParamSyntax = true,
      description =
          "What to make (`-` reads it from standard input), and the pictures to make it of.")
  private final List<String> words = new ArrayList<>();

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description = "A picture whose transparent parts may change.")
  private @Nullable String mask;

  @Option(
      names = "--markup",
      paramLabel = "FILE",
      description = "A transparent overlay with marks, for models that take one.")
  private @Nullable String markup;

  @Mixin private final PictureOptions picture = new PictureOptions();
  @Mixin private final PromptOptions prompt = new PromptOptions();
  @Mixin private final OrderOptions order = new OrderOptions();

  EditCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    boolean first = !prompt.ofFile();
    List<String> files = first ? words.subList(1, words.size()) : words;
    if (files.isEmpty()) {
      throw CommandFailure.wrong(
          "edit takes a prompt and at least one picture: easel edit \"make it snow\" photo.png");
    }
    Settings settings = session.settings();
    List<Upload> uploads = uploads(files);
    ImageRequest request =
        new ImageRequest(
            Operation.EDIT,
            settings.provider(),
            picture.model(settings.defaults().model()),
            prompt.prompt(first ? words.getFirst() : null, session.surroundings()),
            picture.parameters(),
            uploads);
    return new Ordering(session, order).carryOut(request);
  }

  private List<Upload> uploads(List<String> files) {
    List<Upload> uploads = new ArrayList<>();
    files.forEach(file -> uploads.add(upload(file, Upload.Role.IMAGE)));
    if (mask != null) {
      uploads.add(upload(mask, Upload.Role.MASK));
    }
    if (markup != null) {
      uploads.add(upload(markup, Upload.Role.MARKUP));
    }
    return uploads;
  }

  private Upload upload(String file, Upload.Role role) {
    try {
      return new UploadFiles(session.surroundings()::path).read(file, role);
    } catch (UploadFiles.Unusable unusable) {
      throw CommandFailure.wrong(unusable.getMessage());
    }
  }
}
