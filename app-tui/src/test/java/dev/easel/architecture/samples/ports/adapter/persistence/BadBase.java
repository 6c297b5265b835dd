package dev.easel.architecture.samples.ports.adapter.persistence;

import dev.easel.architecture.samples.ports.domain.ledger.GoodLog;

abstract class BadBase implements GoodLog {}
