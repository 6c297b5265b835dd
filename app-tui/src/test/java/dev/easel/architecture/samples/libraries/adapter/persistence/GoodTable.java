package dev.easel.architecture.samples.libraries.adapter.persistence;

import java.sql.Connection;

record GoodTable(Connection foreign) {}
