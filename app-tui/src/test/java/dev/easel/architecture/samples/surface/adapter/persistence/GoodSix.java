package dev.easel.architecture.samples.surface.adapter.persistence;

public record GoodSix(String shown) {}
