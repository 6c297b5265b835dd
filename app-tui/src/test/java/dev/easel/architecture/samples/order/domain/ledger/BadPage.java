package dev.easel.architecture.samples.order.domain.ledger;

import dev.easel.architecture.samples.order.domain.usecase.GoodBrowsing;

record BadPage(GoodBrowsing above) {}
