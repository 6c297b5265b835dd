package dev.easel.architecture.samples.dashboard.app.tui.dashboard.state;

import dev.easel.architecture.samples.dashboard.app.tui.dashboard.view.GoodView;

/// A state that knows how it looks.
public record BadState(GoodView view) {}
