package dev.easel.config;

import dev.easel.domain.image.Nullable;
import java.nio.file.Path;
import java.time.ZoneId;

/// Which log to open.
///
/// @param path the log's file; its directory is made when it is not there
/// @param zone whose days are counted; null to take the log's own, or the system's for a new log
public record LogSettings(LogBackend backend, Path path, @Nullable ZoneId zone) {}
