package dev.easel.app.http;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.usecase.CheckPicture;
import dev.easel.domain.usecase.Studio;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Answers pictures by the hash of their bytes.
final class PictureRoutes {

  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern WIDTH = Pattern.compile("\\d{1,4}");
  private static final int NARROWEST = 16;
  private static final int WIDEST = 1024;

  private final PictureStore pictures;
  private final CheckPicture checking;

  PictureRoutes(Studio studio) {
    this.pictures = studio.pictures();
    this.checking = studio.checkPicture();
  }

  /// `GET /pictures/{sha256}`, with `?w=` as a thumbnail. What a name stands for never changes, so
  /// that whoever has it keeps it; no cache may give it to another client.
  Reply picture(Request request) {
    String name = request.parameter();
    if (!NAME.matcher(name).matches()) {
      throw Refusal.of(404, "no_such_picture", "a picture's name is 64 hexadecimal digits");
    }
    OptionalInt width = request.asked("w").stream().mapToInt(PictureRoutes::width).findFirst();
    PictureStore.Picture picture = found(name, request.caller());
    EntityTag tag = EntityTag.of(width.isPresent() ? name + "-" + width.getAsInt() : name);
    tag.demand(request);
    if (tag.known(request)) {
      return cached(Reply.notModified(), tag);
    }
    Reply whole = typed(width.isPresent() ? smaller(name, width.getAsInt()) : picture);
    return Ranges.taken(cached(whole, tag));
  }

  // Whose it is takes longer to say than whether it was ever here.
  private PictureStore.Picture found(String name, @Nullable String caller) {
    Optional<PictureStore.Picture> picture = pictures.find(name);
    if (picture.isEmpty() && !pictures.deleted(name)) {
      throw none();
    }
    demandOwn(name, caller);
    return picture.orElseThrow(PictureRoutes::deleted);
  }

  // A caller does not learn whether there is a picture that is not its own.
  private void demandOwn(String name, @Nullable String caller) {
    if (caller != null && !checking.isOf(caller, name)) {
      throw none();
    }
  }

  private PictureStore.Picture smaller(String name, int width) {
    return pictures
        .thumbnail(name, width)
        .orElseThrow(() ->
            Refusal.of(404, "no_thumbnail", "this picture cannot be drawn smaller; leave w out"));
  }

  private static int width(String text) {
    int width = WIDTH.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (width < NARROWEST || width > WIDEST) {
      throw Refusal.of(400, "bad_width", "w must be from " + NARROWEST + " to " + WIDEST);
    }
    return width;
  }

  private static Refusal deleted() {
    return Refusal.of(410, "picture_deleted", "this picture has been deleted; its entry is kept");
  }

  private static Refusal none() {
    return Refusal.of(404, "no_such_picture", "there is no picture of this name");
  }

  private static Reply cached(Reply reply, EntityTag tag) {
    return reply
        .with("ETag", tag.text())
        .with("Cache-Control", "private, max-age=31536000, immutable");
  }

  private static Reply typed(PictureStore.Picture picture) {
    Reply reply = Reply.of(200, picture.mediaType(), picture.content());
    if (!picture.mediaType().startsWith("image/svg")) {
      return reply;
    }
    return reply
        .with("Content-Security-Policy", "sandbox; default-src 'none'")
        .with("Content-Disposition", "attachment; filename=\"picture.svg\"");
  }
}
