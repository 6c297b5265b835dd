package dev.easel.architecture.samples.libraries.app.http;

import com.sun.net.httpserver.HttpServer;

record GoodServer(HttpServer foreign) {}
