package dev.easel.app.tui.screen;

/// What a click on a part of the screen means, to whoever drew it.
public interface Target {}
