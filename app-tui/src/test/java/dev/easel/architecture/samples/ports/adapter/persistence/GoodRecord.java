package dev.easel.architecture.samples.ports.adapter.persistence;

import dev.easel.architecture.samples.ports.domain.ledger.GoodLog;

record GoodRecord(int size) implements GoodLog {}
