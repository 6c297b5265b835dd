package dev.easel.domain.usecase;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.ledger.Attempt;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.LogUnavailable;

/// How the calls of one order ended.
///
/// @param entry as the log last gave it
/// @param outcome of the last call, or why there was none
/// @param last the last call, where it is not on the entry yet
/// @param micros from the first sending to now, null when nothing was sent
/// @param unrecorded why the last call was not made: its sending could not be recorded; null when
///   that was not the reason
record Called(
    Entry entry,
    Outcome outcome,
    @Nullable Attempt last,
    @Nullable Long micros,
    @Nullable LogUnavailable unrecorded) {}
