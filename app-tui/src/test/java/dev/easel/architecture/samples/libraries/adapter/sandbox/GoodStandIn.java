package dev.easel.architecture.samples.libraries.adapter.sandbox;

import com.sun.net.httpserver.HttpServer;

record GoodStandIn(HttpServer foreign) {}
