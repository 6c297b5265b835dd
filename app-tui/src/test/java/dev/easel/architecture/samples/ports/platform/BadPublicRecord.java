package dev.easel.architecture.samples.ports.platform;

import dev.easel.architecture.samples.ports.domain.ledger.GoodLog;

public record BadPublicRecord(int size) implements GoodLog {}
