package dev.easel.architecture.samples.libraries.app.tui.terminal;

import com.googlecode.lanterna.screen.Screen;

record GoodScreen(Screen foreign) {}
