package dev.easel.domain.usecase;

import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;

/// What a face hands over: a request, and who asks.
///
/// @param caller the named caller, null for the user
/// @param key an idempotency key, null for none
/// @param check whether the rules of the model are checked before anything is sent
/// @param promptKept whether the log may hold the prompt
/// @param verbatim whether what is not asked for stays so, and is the provider's to choose, instead
///   of getting the configured default
public record Order(
    ImageRequest request,
    @Nullable String caller,
    @Nullable String key,
    boolean check,
    boolean promptKept,
    boolean verbatim) {

  /// An order that gets the configured defaults.
  public Order(
      ImageRequest request,
      @Nullable String caller,
      @Nullable String key,
      boolean check,
      boolean promptKept) {
    this(request, caller, key, check, promptKept, false);
  }

  /// The same order under an idempotency key.
  public Order keyed(String other) {
    return new Order(request, caller, other, check, promptKept, verbatim);
  }

  /// The user's own order, checked, without a key, its prompt kept.
  public static Order of(ImageRequest request) {
    return new Order(request, null, null, true, true);
  }
}
