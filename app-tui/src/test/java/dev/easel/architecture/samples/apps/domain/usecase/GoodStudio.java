package dev.easel.architecture.samples.apps.domain.usecase;

public record GoodStudio(String name) {}
