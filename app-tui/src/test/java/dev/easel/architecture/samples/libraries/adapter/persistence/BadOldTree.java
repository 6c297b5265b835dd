package dev.easel.architecture.samples.libraries.adapter.persistence;

import com.fasterxml.jackson.databind.JsonNode;

record BadOldTree(JsonNode foreign) {}
