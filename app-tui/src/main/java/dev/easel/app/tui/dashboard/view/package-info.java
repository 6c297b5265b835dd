/// How the state of the dashboard looks: pure functions from it, a size, a theme and the time to a
/// frame. They know cells, roles and keys, and nothing of a terminal.
package dev.easel.app.tui.dashboard.view;
