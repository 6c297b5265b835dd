package dev.easel.architecture.samples.dashboard.app.tui.dashboard.state;

import java.time.Instant;

/// A state.
public record GoodState(Instant now) {}
