package dev.easel.architecture.samples.adapters.adapter.openai;

import dev.easel.architecture.samples.adapters.adapter.persistence.GoodStore;

public record BadNeighbour(GoodStore store) {}
