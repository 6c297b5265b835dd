package dev.easel.app.http;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an edit that is sent as a form says: files under `image`, `image[]`, `mask` and `markup`,
/// everything else as text, of which the API's numbers and its one flag become such.
final class FormEdit {

  private static final Pattern NESTED = Pattern.compile("([^\\[\\]]+)\\[([^\\[\\]]+)](.*)");
  private static final Pattern LISTED = Pattern.compile("([^\\[\\]]+)\\[]");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Set<String> NUMBERS =
      Set.of("n", "output_compression", "partial_images", "frame_count", "frame_duration_ms");
  private static final Set<String> FILES =
      Set.of("image", "image[]", "mask", "mask[]", "markup", "markup[]");
  private static final Set<String> FLAGS = Set.of("stream");
  private static final long LONGEST_TEXT = RequestBody.LARGEST;

  private Fields fields = Fields.NONE;
  private final List<Upload> uploads = new ArrayList<>();

  private FormEdit() {}

  /// Reads a form.
  ///
  /// @throws Refusal 400 when it is none
  static EditBody read(SpooledBody body, String contentType) {
    FormEdit edit = new FormEdit();
    long text = 0;
    for (FormParts.Part part : FormParts.of(body, contentType)) {
      text += isFile(part) ? 0 : part.content().length();
      if (text > LONGEST_TEXT) {
        throw Refusal.of(
            413, "body_too_large", "the texts of a form have at most " + LONGEST_TEXT + " bytes");
      }
      edit.take(part);
    }
    return new EditBody(edit.fields, edit.uploads);
  }

  private void take(FormParts.Part part) {
    if (isFile(part)) {
      String name = Objects.requireNonNullElse(part.file(), part.name());
      uploads.add(Uploads.of(role(part.name()), name, part.content()));
    } else {
      fields = with(fields, part.name(), part.text());
    }
  }

  // Some clients give their files no name.
  private static boolean isFile(FormParts.Part part) {
    return part.file() != null || FILES.contains(part.name());
  }

  private static Upload.Role role(String name) {
    return switch (name) {
      case "image", "image[]" -> Upload.Role.IMAGE;
      case "mask", "mask[]" -> Upload.Role.MASK;
      case "markup", "markup[]" -> Upload.Role.MARKUP;
      default ->
          throw Refusal.of(
              400, "unknown_parameter", "there are no files but image, image[], mask and markup");
    };
  }

  // Names such as `svg[model]` lead into objects, `tags[]` into lists.
  private static Fields with(Fields fields, String name, String text) {
    Matcher nested = NESTED.matcher(name);
    if (nested.matches()) {
      String outer = nested.group(1);
      return fields.with(
          outer, with(fields.fields(outer), nested.group(2) + nested.group(3), text));
    }
    Matcher listed = LISTED.matcher(name);
    return listed.matches()
        ? fields.with(listed.group(1), extended(fields.get(listed.group(1)), text))
        : fields.with(name, value(name, text));
  }

  private static List<Object> extended(@Nullable Object list, String text) {
    List<Object> longer = new ArrayList<>();
    if (list instanceof List<?> before) {
      before.forEach(item -> longer.add(String.valueOf(item)));
    }
    longer.add(text);
    return longer;
  }

  private static Object value(String name, String text) {
    if (NUMBERS.contains(name) && WHOLE.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    boolean flag = FLAGS.contains(name) && (text.equals("true") || text.equals("false"));
    return flag ? Boolean.valueOf(text) : text;
  }
}
