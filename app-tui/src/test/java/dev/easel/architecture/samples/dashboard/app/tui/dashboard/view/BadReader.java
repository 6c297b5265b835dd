package dev.easel.architecture.samples.dashboard.app.tui.dashboard.view;

import java.nio.file.Path;

/// A view that knows files.
public record BadReader(Path file) {}
