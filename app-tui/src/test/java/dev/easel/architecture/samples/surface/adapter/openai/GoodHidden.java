package dev.easel.architecture.samples.surface.adapter.openai;

record GoodHidden(String shown) {}
