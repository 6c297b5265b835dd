package dev.easel.architecture.samples.libraries.adapter.sandbox;

import java.net.http.HttpClient;

record BadCaller(HttpClient foreign) {}
