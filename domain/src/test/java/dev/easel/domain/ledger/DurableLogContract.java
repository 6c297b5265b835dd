package dev.easel.domain.ledger;

/// The contract of a log on disk, beyond [GenerationLogContract]: a store's test implements this
/// and [#opener].
public interface DurableLogContract
    extends ReopeningContract,
        SharingContract,
        InterruptionContract,
        DeathContract,
        VerifyingContract,
        VanishingContract {}
