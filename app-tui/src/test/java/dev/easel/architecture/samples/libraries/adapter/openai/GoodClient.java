package dev.easel.architecture.samples.libraries.adapter.openai;

import java.net.http.HttpClient;

record GoodClient(HttpClient foreign) {}
