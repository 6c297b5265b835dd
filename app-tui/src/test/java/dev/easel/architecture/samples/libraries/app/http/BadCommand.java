package dev.easel.architecture.samples.libraries.app.http;

import picocli.CommandLine;

record BadCommand(CommandLine foreign) {}
