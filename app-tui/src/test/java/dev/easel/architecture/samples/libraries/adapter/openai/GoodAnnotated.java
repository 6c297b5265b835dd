package dev.easel.architecture.samples.libraries.adapter.openai;

import com.fasterxml.jackson.annotation.JsonInclude;

record GoodAnnotated(JsonInclude foreign) {}
