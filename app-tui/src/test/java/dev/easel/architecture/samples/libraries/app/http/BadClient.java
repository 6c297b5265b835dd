package dev.easel.architecture.samples.libraries.app.http;

import java.net.http.HttpClient;

record BadClient(HttpClient foreign) {}
