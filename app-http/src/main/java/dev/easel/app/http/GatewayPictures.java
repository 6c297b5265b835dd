package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.GeneratedImage;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.PictureReference;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.StoredPicture;
import dev.easel.domain.usecase.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The pictures of an answer: those that have just come, else those that were kept.
final class GatewayPictures {

  private static final int OK = 200;

  private final PictureStore store;
  private final Map<String, Content> here = new HashMap<>();
  private final List<String> kept;

  GatewayPictures(Result.Done done, PictureStore store) {
    this.store = store;
    List<StoredPicture> stored = done.entry().images();
    this.kept =
        stored.stream().map(StoredPicture::sha256).filter(Objects::nonNull).distinct().toList();
    for (int index = 0; index < done.images().size(); index++) {
      here.put(
          name(done.images().get(index), stored.get(index)), done.images().get(index).content());
    }
  }

  private static String name(GeneratedImage image, StoredPicture stored) {
    return stored.sha256() == null ? CanonicalForm.sha256(image.content()) : stored.sha256();
  }

  /// Makes sure that none has been deleted.
  ///
  /// @throws Refusal 410 when one has
  void demandAll() {
    for (String name : kept) {
      if (find(new PictureReference(name, null)) == null) {
        throw Refusal.of(410, "picture_deleted", "a picture of this request has been deleted since")
            .with(GatewayErrors.SHOULD_RETRY, "false");
      }
    }
  }

  private @Nullable Content find(PictureReference reference) {
    Content content = here.get(reference.sha256());
    return content != null
        ? content
        : store.find(reference.sha256()).map(PictureStore.Picture::content).orElse(null);
  }

  /// A document of an answer as JSON, with its pictures.
  Content json(Fields document) {
    return Json.content(document, this::find);
  }

  /// The answer of an entry whose provider's own words are not kept, from what the entry says.
  static Envelope envelope(Entry entry) {
    boolean events = entry.requested().flag("stream").orElse(false);
    List<Fields> items =
        entry.images().stream().map(picture -> item(picture, entry.revisedPrompt())).toList();
    return new Envelope(
        OK, Map.of(), events, events ? events(entry, items) : List.of(document(entry, items)));
  }

  private static Fields item(StoredPicture picture, @Nullable String revisedPrompt) {
    Fields item =
        picture.sha256() == null
            ? Fields.NONE.withPresent("url", picture.providerUrl())
            : Fields.NONE.with("b64_json", new PictureReference(picture.sha256(), null).value());
    return item.withPresent("revised_prompt", revisedPrompt);
  }

  private static Fields document(Entry entry, List<Fields> items) {
    return Fields.NONE
        .with("created", entry.timestamp().getEpochSecond())
        .with("data", items)
        .plus(entry.actual())
        .withPresent("usage", entry.usage());
  }

  private static List<Fields> events(Entry entry, List<Fields> items) {
    String family = entry.operation() == Operation.EDIT ? "image_edit" : "image_generation";
    List<Fields> events = new ArrayList<>();
    for (Fields item : items) {
      Fields event =
          Fields.NONE
              .with("type", family + ".completed")
              .plus(item)
              .with("created_at", entry.timestamp().getEpochSecond())
              .plus(entry.actual());
      boolean last = events.size() == items.size() - 1;
      events.add(last ? event.withPresent("usage", entry.usage()) : event);
    }
    return events;
  }
}
