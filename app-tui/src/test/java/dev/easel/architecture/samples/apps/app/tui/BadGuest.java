package dev.easel.architecture.samples.apps.app.tui;

import dev.easel.architecture.samples.apps.app.http.GoodRoutes;

record BadGuest(GoodRoutes routes) {}
