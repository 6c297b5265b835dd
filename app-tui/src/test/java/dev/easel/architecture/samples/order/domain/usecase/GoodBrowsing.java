package dev.easel.architecture.samples.order.domain.usecase;

import dev.easel.architecture.samples.order.domain.ledger.GoodEntry;

public record GoodBrowsing(GoodEntry entry) {}
