package dev.easel.architecture.samples.dashboard.app.tui.dashboard.view;

import dev.easel.architecture.samples.dashboard.app.tui.terminal.GoodTerminal;

/// A view that knows the terminal.
public record BadView(GoodTerminal terminal) {}
