/// What happens to the state of the dashboard: pure functions from a state and an event, or a key,
/// to another state and what is wanted. One table says what every key does; the hints, the help and
/// the manual read it too.
package dev.easel.app.tui.dashboard.update;
