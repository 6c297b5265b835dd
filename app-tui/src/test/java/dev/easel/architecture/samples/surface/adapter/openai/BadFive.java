package dev.easel.architecture.samples.surface.adapter.openai;

public record BadFive(String shown) {}
