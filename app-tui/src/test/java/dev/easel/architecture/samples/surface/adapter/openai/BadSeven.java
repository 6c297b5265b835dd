package dev.easel.architecture.samples.surface.adapter.openai;

public record BadSeven(String shown) {}
