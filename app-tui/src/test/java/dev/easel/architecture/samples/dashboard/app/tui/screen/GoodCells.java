package dev.easel.architecture.samples.dashboard.app.tui.screen;

/// Cells to draw on.
public record GoodCells(int columns) {}
