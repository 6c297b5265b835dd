package dev.easel.architecture.samples.purity.domain.image;

import java.net.http.HttpClient;

record BadCall(HttpClient client) {}
