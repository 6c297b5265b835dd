package dev.easel.adapter.openai;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.GeneratedImage;
import dev.easel.domain.image.MissingImage;
import dev.easel.domain.image.Nullable;
import java.util.ArrayList;
import java.util.List;

/// Turns what an answer offers into pictures that are here and pictures that are not.
final class Gallery {

  /// The most characters of the place of a picture.
  static final int LONGEST_URL = 4_096;

  private final Downloads downloads;
  private final Deadline deadline;
  private final ForeignWords words;
  private final List<GeneratedImage> images = new ArrayList<>();
  private final List<MissingImage> missing = new ArrayList<>();

  Gallery(Downloads downloads, Deadline deadline, ForeignWords words) {
    this.downloads = downloads;
    this.deadline = deadline;
    this.words = words;
  }

  void take(Offer offer) {
    Content content = offer.content();
    String url = offer.url();
    if (content != null) {
      images.add(new GeneratedImage(content, revised(offer), place(url)));
    } else if (url != null) {
      download(url, revised(offer));
    } else if (offer.withheld()) {
      miss("the provider's moderation withheld this picture");
    } else {
      miss("the answer names this picture and does not hold it");
    }
  }

  private @Nullable String revised(Offer offer) {
    String text = offer.revisedPrompt();
    return text == null ? null : words.secretless(text);
  }

  private void download(String url, @Nullable String revisedPrompt) {
    switch (downloads.fetch(url, deadline)) {
      case Downloads.Fetched.Picture picture ->
          images.add(new GeneratedImage(picture.content(), revisedPrompt, place(url)));
      case Downloads.Fetched.Nothing nothing ->
          missing.add(
              new MissingImage(
                  place(url),
                  words.secretless("the picture could not be had: " + nothing.reason())));
    }
  }

  void miss(String reason) {
    missing.add(new MissingImage(null, reason));
  }

  /// The URL when it is a place: a data URL is the picture itself.
  private @Nullable String place(@Nullable String url) {
    return url == null || DataUrl.is(url) || url.length() > LONGEST_URL
        ? null
        : words.secretless(url);
  }

  int size() {
    return images.size() + missing.size();
  }

  List<GeneratedImage> images() {
    return images;
  }

  List<MissingImage> missing() {
    return missing;
  }
}
