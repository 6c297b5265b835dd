package dev.easel.architecture.samples.libraries.app.tui;

import org.sqlite.SQLiteConfig;

record BadSqlite(SQLiteConfig foreign) {}
