package dev.easel.architecture.samples.purity.domain.image;

import java.sql.Connection;

record BadTable(Connection connection) {}
