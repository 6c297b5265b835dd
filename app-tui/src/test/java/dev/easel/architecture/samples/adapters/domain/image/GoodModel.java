package dev.easel.architecture.samples.adapters.domain.image;

public record GoodModel(String id) {}
