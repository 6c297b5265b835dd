package dev.easel.architecture.samples.purity.domain.image;

import dev.easel.architecture.samples.purity.config.Settings;

record BadConfiguration(Settings settings) {}
