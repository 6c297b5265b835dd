package dev.easel.domain.ledger;

/// What an idempotency key was last used for. From when it counts, the id of its entry says, see
/// [KeyTerm].
///
/// @param caller whose key it is, empty for the user
/// @param id of the entry that was reserved under it
public record UsedKey(String caller, Intent.IdempotencyKey key, EntryId id) {}
