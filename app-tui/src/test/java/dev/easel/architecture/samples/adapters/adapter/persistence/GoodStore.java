package dev.easel.architecture.samples.adapters.adapter.persistence;

import dev.easel.architecture.samples.adapters.config.GoodSettings;
import dev.easel.architecture.samples.adapters.domain.image.GoodModel;
import dev.easel.architecture.samples.adapters.platform.GoodClock;

public record GoodStore(GoodModel model, GoodSettings settings, GoodClock clock) {}
