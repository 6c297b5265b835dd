package dev.easel.architecture.samples.libraries.adapter.openai;

import tools.jackson.databind.JsonNode;

record GoodJson(JsonNode foreign) {}
