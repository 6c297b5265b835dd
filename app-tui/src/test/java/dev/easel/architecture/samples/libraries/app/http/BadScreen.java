package dev.easel.architecture.samples.libraries.app.http;

import com.googlecode.lanterna.screen.Screen;

record BadScreen(Screen foreign) {}
