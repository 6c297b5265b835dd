package dev.easel.architecture.samples.adapters.platform;

public record GoodClock(long nanos) {}
