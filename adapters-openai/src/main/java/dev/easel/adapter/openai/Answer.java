package dev.easel.adapter.openai;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.ArrayList;
import java.util.List;

/// What an answer has said so far. It is filled while it is read, so that what came whole is kept
/// when the rest does not come.
final class Answer {

  private final List<Offer> offers = new ArrayList<>();
  private final List<Fields> events = new ArrayList<>();
  private Fields document = Fields.NONE;
  private Fields actual = Fields.NONE;
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
    return actual;
  }

  void used(String name, @Nullable Object value) {
    actual = actual.with(name, value);
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
    return document;
  }

  void says(String name, @Nullable Object value) {
    document = document.with(name, value);
  }

  /// What its finished events say; empty when it is no stream.
  List<Fields> events() {
    return List.copyOf(events);
  }

  /// Takes in what a finished event says. Each event reports the usage of its own picture, so
  /// several are added up.
  void take(Answer event) {
    offers.addAll(event.offers);
    events.add(event.document);
    actual = actual.plus(event.actual);
    if (event.usage != null) {
      usage = usage == null ? event.usage : Sums.of(usage, event.usage);
    }
  }
}
