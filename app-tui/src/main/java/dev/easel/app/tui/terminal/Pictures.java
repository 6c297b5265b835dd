package dev.easel.app.tui.terminal;

import dev.easel.app.tui.screen.Frame.Placement;
import dev.easel.app.tui.screen.Graphics;
import java.util.List;

/// The pictures that a terminal draws itself, over cells that are blank.
interface Pictures {

  /// For terminals that draw none.
  Pictures NONE =
      new Pictures() {
        @Override
        public boolean staysUnder(List<Placement> next) {
          return true;
        }

        @Override
        public byte[] drawn(List<Placement> placements, boolean whole) {
          return new byte[0];
        }

        @Override
        public byte[] removed() {
          return new byte[0];
        }
      };

  /// The pictures of a terminal that draws them so.
  static Pictures of(Graphics graphics, PictureSource source) {
    return switch (graphics) {
      case NONE -> NONE;
      case KITTY -> new KittyPictures(source);
      case ITERM2 -> new ItermPictures(source);
    };
  }

  /// Whether the cells can be drawn as usual before these pictures come; otherwise all of them have
  /// to be drawn anew, to take away a picture that became part of them.
  boolean staysUnder(List<Placement> next);

  /// What to write, behind the cells of a frame, so that these pictures lie over it and no others.
  ///
  /// @param whole whether every cell was drawn, and so every picture lost
  byte[] drawn(List<Placement> placements, boolean whole);

  /// What to write so that no picture is left; nothing is remembered of them.
  byte[] removed();
}
