package dev.easel.architecture.samples.dashboard.app.tui.dashboard.view;

import dev.easel.architecture.samples.dashboard.app.tui.dashboard.state.GoodState;
import dev.easel.architecture.samples.dashboard.app.tui.screen.GoodCells;

/// A pure function.
public record GoodView(GoodState state, GoodCells cells) {}
