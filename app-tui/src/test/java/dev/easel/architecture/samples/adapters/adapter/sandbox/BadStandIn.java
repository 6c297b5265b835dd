package dev.easel.architecture.samples.adapters.adapter.sandbox;

import dev.easel.architecture.samples.adapters.adapter.openai.BadNeighbour;

record BadStandIn(BadNeighbour client) {}
