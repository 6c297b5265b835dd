package dev.easel.architecture.samples.surface.adapter.persistence;

record GoodHiddenToo(String shown) {}
