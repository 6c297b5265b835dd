package dev.easel.architecture.samples.surface.adapter.openai;

public record BadSix(String shown) {}
