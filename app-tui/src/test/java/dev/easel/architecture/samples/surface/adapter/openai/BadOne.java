package dev.easel.architecture.samples.surface.adapter.openai;

public record BadOne(String shown) {}
