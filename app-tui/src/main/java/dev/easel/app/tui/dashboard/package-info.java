/// The dashboard: a loop that turns what happens into states and states into frames. `state` holds
/// what is known, `update` decides what follows from what happens, `view` draws, and `work` does
/// what is wanted outside.
package dev.easel.app.tui.dashboard;
