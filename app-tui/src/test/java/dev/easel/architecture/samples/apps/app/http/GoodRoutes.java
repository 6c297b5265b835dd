package dev.easel.architecture.samples.apps.app.http;

import dev.easel.architecture.samples.apps.domain.usecase.GoodStudio;

public record GoodRoutes(GoodStudio studio) {}
