/// What the dashboard knows at a moment, what can happen to it, and what it can want: immutable
/// values without behaviour of their own that could surprise.
package dev.easel.app.tui.dashboard.state;
