package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Message;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.app.tui.text.Wrapping;
import java.util.List;

/// What was told, the newest first.
final class MessagesView {

  private MessagesView() {}

  static void draw(Canvas canvas, Layer.MessageList list, Scene scene) {
    List<Message> messages = scene.state().messages().recent();
    Canvas within =
        Panel.window(
            canvas.part(canvas.area().centred(canvas.columns() - 4, canvas.rows() - 2)),
            "Messages",
            Figures.counted(messages.size(), "message", "messages"));
    if (messages.isEmpty()) {
      within.text(1, 1, "Nothing was told yet.", Role.MUTED);
    }
    int row = 0;
    for (Message message :
        messages.subList(Math.min(list.first(), messages.size()), messages.size())) {
      within.text(1, row, scene.moment(message.at()), Role.MUTED);
      String text = Footer.sign(message) + " " + VisibleText.line(message.text());
      for (String line : Wrapping.lines(text, within.columns() - 15)) {
        within.text(13, row++, line, Footer.role(message));
      }
    }
  }
}
