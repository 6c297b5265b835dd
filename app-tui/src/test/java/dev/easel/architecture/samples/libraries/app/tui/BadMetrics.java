package dev.easel.architecture.samples.libraries.app.tui;

import io.prometheus.metrics.model.snapshots.Labels;

record BadMetrics(Labels foreign) {}
