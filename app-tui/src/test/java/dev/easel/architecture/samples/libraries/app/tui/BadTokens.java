package dev.easel.architecture.samples.libraries.app.tui;

import com.knuddels.jtokkit.api.Encoding;

record BadTokens(Encoding foreign) {}
