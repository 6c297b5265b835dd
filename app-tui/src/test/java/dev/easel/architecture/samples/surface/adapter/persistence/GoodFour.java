package dev.easel.architecture.samples.surface.adapter.persistence;

public record GoodFour(String shown) {}
