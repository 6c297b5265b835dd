package dev.easel.architecture.samples.surface.adapter.persistence;

public record GoodThree(String shown) {}
