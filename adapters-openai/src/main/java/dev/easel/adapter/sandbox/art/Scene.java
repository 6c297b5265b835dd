package dev.easel.adapter.sandbox.art;

import dev.easel.adapter.sandbox.art.Cast.Place;
import dev.easel.adapter.sandbox.art.Vocabulary.Land;
import dev.easel.adapter.sandbox.art.Vocabulary.Subject;
import java.util.List;

/// Chooses the kind of picture that suits a commission, and draws it on any canvas.
final class Scene {
  private final Commission commission;
  private final Vocabulary words;
  private final Dice dice;

  Scene(Commission commission) {
    this.commission = commission;
    this.words = commission.words();
    this.dice = commission.dice();
  }

  /// Phase runs from 0 to 1 through an endless animation; 0 is the still picture.
  void draw(Canvas canvas, double phase) {
    if (cutOut()) {
      subjects(canvas, phase);
    } else if (words.empty()) {
      new Abstraction(canvas, words, dice, phase).draw();
    } else if (words.has(Land.SPACE)) {
      new Cosmos(canvas, words, dice, phase).draw();
    } else if (indoors()) {
      new StillLife(canvas, words, dice, phase).draw();
    } else {
      new Landscape(canvas, words, dice, phase).draw();
    }
  }

  /// What may be seen of the canvas: all of it, or with nothing to cut out of a transparent
  /// picture, a disc.
  List<Outline> window(Canvas canvas) {
    boolean round = commission.transparent() && !cutOut();
    double middle = canvas.width() / 2;
    return round ? List.of(Outline.disc(middle, canvas.height() / 2, 0.47)) : List.of();
  }

  private boolean cutOut() {
    return commission.transparent() && !words.subjects().isEmpty();
  }

  private boolean indoors() {
    return words.lands().isEmpty()
        && words.subjects().stream().anyMatch(subject -> Cast.place(subject) == Place.TABLE);
  }

  private void subjects(Canvas canvas, double phase) {
    Light light = Light.day(words, dice);
    Cast cast = new Cast(light, words, dice.fork("cast"), phase);
    List<Subject> subjects = words.subjects();
    double lane = canvas.width() / subjects.size();
    double tall = Math.min(0.84 * canvas.height(), lane * 0.8);
    for (int i = 0; i < subjects.size(); i++) {
      double foot = canvas.height() / 2 + tall / 2;
      cast.draw(subjects.get(i), new Brush(canvas, lane * (i + 0.5), foot, tall, false));
    }
  }
}
