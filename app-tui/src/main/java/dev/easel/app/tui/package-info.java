/// The face in the terminal: the shell commands and the dashboard.
package dev.easel.app.tui;
