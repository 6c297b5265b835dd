package dev.easel.architecture.samples.surface.adapter.persistence;

public record GoodOne(String shown) {}
