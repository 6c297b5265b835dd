package dev.easel.architecture.samples.order.domain.cost;

import dev.easel.architecture.samples.order.domain.image.GoodSize;

public record GoodMoney(GoodSize size) {}
