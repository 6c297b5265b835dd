package dev.easel.architecture.samples.purity.domain.image;

import tools.jackson.databind.JsonNode;

record BadLibrary(JsonNode json) {}
