package dev.easel.architecture.samples.order.domain;

record BadStray(String lives) {}
