package dev.easel.architecture.samples.dashboard.app.tui.dashboard.work;

import java.nio.file.Path;

/// Work may know files.
public record GoodWork(Path file) {}
