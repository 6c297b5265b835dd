package dev.easel.domain.ledger;

/// The one contract of every [GenerationLog]: a store's test implements this and [#open].
public interface GenerationLogContract
    extends ReservingContract,
        KeysContract,
        BudgetContract,
        FactsContract,
        BrowsingContract,
        QueryContract,
        TextContract,
        StatisticsContract,
        ChangesContract,
        TransferContract,
        TransitionsContract,
        InspectionContract {}
