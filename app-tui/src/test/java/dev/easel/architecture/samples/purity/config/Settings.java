package dev.easel.architecture.samples.purity.config;

public record Settings(String zone) {}
