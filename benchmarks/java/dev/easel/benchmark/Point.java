package dev.easel.benchmark;

/// How long something took at one size of the log.
///
/// @param plot the drawing that it belongs to
/// @param series the line in it
/// @param entries the size of the log
/// @param millis what it took
public record Point(String plot, String series, long entries, double millis) {}
