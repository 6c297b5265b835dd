package dev.easel.domain.ledger;

import dev.easel.domain.image.Nullable;
import java.time.ZoneId;

/// How a log is.
///
/// @param backend `jsonl` or `sqlite`
/// @param place its path
/// @param zone the zone whose days it counts
/// @param entries finished entries
/// @param running reserved entries
/// @param damaged damaged and foreign lines that it keeps
/// @param bytes what it takes on the disk, side files included
/// @param damage where the first damaged line is, for people; null when there is none
public record LogCondition(
    String backend,
    String place,
    ZoneId zone,
    long entries,
    long running,
    long damaged,
    long bytes,
    @Nullable String damage) {}
