package dev.easel.domain.ledger;

import dev.easel.domain.image.Nullable;
import java.time.Instant;

/// One call to the provider that has ended.
///
/// @param at when it was sent, to the millisecond
/// @param code the failure's code, null when pictures came
/// @param status the HTTP status, null when there was none
/// @param message the failure in one sentence, null when pictures came; foreign text
/// @param waitMillis the pause that Easel set before the next call, null when none was to follow
/// @param queuedMillis how long it had waited for its turn before it was sent, on top of the pause
///   that the call before asked for; null when it had not
public record Attempt(
    Instant at,
    @Nullable String code,
    @Nullable Integer status,
    @Nullable String message,
    @Nullable Long waitMillis,
    @Nullable Long queuedMillis) {}
