package dev.easel.architecture.samples.adapters.config;

public record GoodSettings(String key) {}
