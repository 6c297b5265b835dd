package dev.easel.architecture.samples.apps.adapter.openai;

public record GoodFactory(String url) {}
