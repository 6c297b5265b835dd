package dev.easel.adapter.openai;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;

/// A picture as an answer offers it: the bytes, or where they are, or neither.
///
/// @param withheld whether the provider says that its moderation keeps the picture back
record Offer(
    @Nullable Content content,
    @Nullable String url,
    @Nullable String revisedPrompt,
    boolean withheld) {}
