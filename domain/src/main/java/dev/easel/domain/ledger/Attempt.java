package dev.easel.domain.ledger;

import dev.easel.domain.image.Nullable;
import java.time.Instant;

/// One call to the provider that ended without pictures and was followed by another, or by the end.
///
/// @param at when it was sent, to the millisecond
/// @param code the failure's code
/// @param status the HTTP status, null when there was none
/// @param message the failure in one sentence
/// @param waitMillis how long Easel waited before the next try, null when there was none
public record Attempt(
    Instant at, String code, @Nullable Integer status, String message, @Nullable Long waitMillis) {}
