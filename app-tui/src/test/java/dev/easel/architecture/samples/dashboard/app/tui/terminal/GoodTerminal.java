package dev.easel.architecture.samples.dashboard.app.tui.terminal;

/// A terminal.
public final class GoodTerminal {}
