package dev.easel.architecture.samples.order.domain.cost;

import dev.easel.architecture.samples.order.domain.ledger.GoodEntry;

record BadPrice(GoodEntry above) {}
