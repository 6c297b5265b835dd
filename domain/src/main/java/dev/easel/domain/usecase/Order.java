package dev.easel.domain.usecase;

import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;

/// What a face hands over: a request, and who asks.
///
/// @param caller the named caller, null for the user
/// @param key an idempotency key, null for none
/// @param check whether the rules of the model are checked before anything is sent
/// @param promptKept whether the log may hold the prompt
public record Order(
    ImageRequest request,
    @Nullable String caller,
    @Nullable String key,
    boolean check,
    boolean promptKept) {

  /// The user's own order, checked, without a key, its prompt kept.
  public static Order of(ImageRequest request) {
    return new Order(request, null, null, true, true);
  }
}
