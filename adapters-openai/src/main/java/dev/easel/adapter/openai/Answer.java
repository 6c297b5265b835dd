package dev.easel.adapter.openai;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an answer has said so far. It is filled while it is read, so that what came whole is kept
/// when the rest does not come.
final class Answer {

  private final List<Offer> offers = new ArrayList<>();
  private final List<Fields> events = new ArrayList<>();
  private final Map<String, @Nullable Object> document = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> actual = new LinkedHashMap<>();
  private @Nullable Fields usage;
  private @Nullable Object error;
  private String type = "";
  private int partialIndex;

  List<Offer> offers() {
    return List.copyOf(offers);
  }

  void offer(Offer offer) {
    offers.add(offer);
  }

  /// Forgets the pictures of a list that the answer replaces by a second one of that name.
  void forgetOffers() {
    offers.clear();
  }

  /// Whether a picture has come whole.
  boolean holdsPicture() {
    return offers.stream().anyMatch(offer -> offer.content() != null);
  }

  /// What the answer says it used.
  Fields actual() {
    return Fields.of(actual);
  }

  void used(String name, @Nullable Object value) {
    actual.put(name, value);
  }

  @Nullable
  Fields usage() {
    return usage;
  }

  void usage(Fields said) {
    usage = said;
  }

  /// The value of `error`: a text or a map; null when there is none.
  @Nullable
  Object error() {
    return error;
  }

  void error(@Nullable Object said) {
    error = said;
  }

  /// The type of an event; empty outside of streams.
  String type() {
    return type;
  }

  void type(String said) {
    type = said;
  }

  /// Which of several partial pictures an event brings, from 0.
  int partialIndex() {
    return partialIndex;
  }

  void partialIndex(int said) {
    partialIndex = said;
  }

  /// All that it says, its pictures as references.
  Fields document() {
    return Fields.of(document);
  }

  void says(String name, @Nullable Object value) {
    document.put(name, value);
  }

  /// What its finished events say; empty when it is no stream.
  List<Fields> events() {
    return List.copyOf(events);
  }

  /// Takes in what a finished event says. Each event reports the usage of its own picture, so
  /// several are added up.
  void take(Answer event) {
    offers.addAll(event.offers);
    events.add(event.document());
    actual.putAll(event.actual);
    if (event.usage != null) {
      usage = usage == null ? event.usage : Sums.of(usage, event.usage);
    }
  }
}
