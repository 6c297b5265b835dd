package dev.easel.architecture.samples.surface.adapter.openai;

public record BadFour(String shown) {}
