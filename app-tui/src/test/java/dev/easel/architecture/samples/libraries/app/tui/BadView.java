package dev.easel.architecture.samples.libraries.app.tui;

import com.googlecode.lanterna.screen.Screen;

record BadView(Screen foreign) {}
