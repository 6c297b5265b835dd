/// The real terminal, behind [dev.easel.app.tui.screen.Display]. The only package that knows
/// Lanterna, of which it uses the screen that writes nothing but what has changed.
package dev.easel.app.tui.terminal;
