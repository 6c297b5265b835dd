package dev.easel.architecture.samples.libraries.adapter.openai;

import com.sun.net.httpserver.HttpServer;

record BadOtherServer(HttpServer foreign) {}
