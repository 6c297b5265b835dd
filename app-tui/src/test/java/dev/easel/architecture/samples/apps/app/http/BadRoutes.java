package dev.easel.architecture.samples.apps.app.http;

import dev.easel.architecture.samples.apps.adapter.openai.GoodFactory;

record BadRoutes(GoodFactory factory) {}
