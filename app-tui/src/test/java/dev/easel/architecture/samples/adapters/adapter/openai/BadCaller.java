package dev.easel.architecture.samples.adapters.adapter.openai;

import dev.easel.architecture.samples.adapters.app.tui.GoodScreen;

record BadCaller(GoodScreen screen) {}
