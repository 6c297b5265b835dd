package dev.easel.architecture.samples.surface.adapter.openai;

public record BadTwo(String shown) {}
