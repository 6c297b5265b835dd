package dev.easel.architecture.samples.libraries.app.tui;

import java.sql.Connection;

record BadTable(Connection foreign) {}
