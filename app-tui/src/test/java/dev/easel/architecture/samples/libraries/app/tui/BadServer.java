package dev.easel.architecture.samples.libraries.app.tui;

import com.sun.net.httpserver.HttpServer;

record BadServer(HttpServer foreign) {}
