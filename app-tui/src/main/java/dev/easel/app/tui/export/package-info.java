/// The forms in which entries leave the terminal.
package dev.easel.app.tui.export;
