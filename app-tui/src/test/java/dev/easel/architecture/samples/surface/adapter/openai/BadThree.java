package dev.easel.architecture.samples.surface.adapter.openai;

public record BadThree(String shown) {}
