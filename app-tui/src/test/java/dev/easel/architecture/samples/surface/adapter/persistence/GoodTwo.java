package dev.easel.architecture.samples.surface.adapter.persistence;

public record GoodTwo(String shown) {}
