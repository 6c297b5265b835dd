package dev.easel.architecture.samples.surface.adapter.persistence;

public record GoodFive(String shown) {}
