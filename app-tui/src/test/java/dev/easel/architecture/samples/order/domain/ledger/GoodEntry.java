package dev.easel.architecture.samples.order.domain.ledger;

import dev.easel.architecture.samples.order.domain.cost.GoodMoney;
import dev.easel.architecture.samples.order.domain.image.GoodSize;

public record GoodEntry(GoodMoney money, GoodSize size) {}
