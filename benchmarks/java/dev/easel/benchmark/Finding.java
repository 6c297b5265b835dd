package dev.easel.benchmark;

/// One row of the table: what was measured against what, in the same run.
///
/// @param work what was done
/// @param measured what Easel took, in words with units
/// @param baseline what the baseline took in the same run, in words with units; empty when the
///   target is a bound
/// @param target what is wanted of the ratio or the figure; empty when nothing is, and it is only
///   told
/// @param ratio the ratio or figure that the target is about, in words
/// @param met whether the target is met
public record Finding(
    String work, String measured, String baseline, String target, String ratio, boolean met) {}
