package dev.easel.architecture.samples.libraries.adapter.openai;

import javax.sql.DataSource;

record BadDataSource(DataSource foreign) {}
