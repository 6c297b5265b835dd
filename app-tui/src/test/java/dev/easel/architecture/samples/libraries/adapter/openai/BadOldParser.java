package dev.easel.architecture.samples.libraries.adapter.openai;

import com.fasterxml.jackson.core.JsonParser;

record BadOldParser(JsonParser foreign) {}
