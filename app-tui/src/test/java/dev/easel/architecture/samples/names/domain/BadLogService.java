package dev.easel.architecture.samples.names.domain;

final class BadLogService {}
