package dev.easel.architecture.samples.adapters.app.tui;

public record GoodScreen(int rows) {}
