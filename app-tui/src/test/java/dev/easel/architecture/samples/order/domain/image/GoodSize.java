package dev.easel.architecture.samples.order.domain.image;

public record GoodSize(int width) {}
