package dev.easel.app.tui.dashboard.state;

/// A part of the state.
public sealed interface Part
    permits World, Place, Layers, Books, Requests, Jobs, Messages, Options, Drafts, Pictures {}
