package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.World;
import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Frame;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.screen.Size;
import dev.easel.app.tui.screen.Theme;
import dev.easel.app.tui.text.Wrapping;
import java.time.Instant;
import java.util.List;

/// The whole screen.
public final class Screen {

  private Screen() {}

  /// Draws the state. The same arguments give the same frame.
  public static Frame render(State state, Size size, Theme theme, Instant now) {
    Canvas canvas = Canvas.of(size);
    if (!size.holds(World.SMALLEST)) {
      tooSmall(canvas, size, state);
      return canvas.frame();
    }
    Scene scene = new Scene(state, theme, now);
    Header.draw(canvas.part(canvas.area().top(1)), scene);
    Area below = canvas.area().below(1).above(2);
    int banner = Banner.draw(canvas.part(below.top(1)), scene);
    tab(canvas.part(below.below(banner)), scene);
    state.layers().stack().forEach(layer -> layer(canvas, layer, scene));
    Footer.draw(canvas.part(canvas.area().below(1)), scene);
    return canvas.frame();
  }

  private static void tooSmall(Canvas canvas, Size size, State state) {
    String needed = "Easel needs %s, this is %s.".formatted(World.SMALLEST, size);
    String quits = state.jobs().active().isEmpty() ? "q quits." : "What is under way goes on.";
    List<String> lines = Wrapping.lines(needed + "\n" + quits, canvas.columns() - 2);
    int first = Math.max(0, (canvas.rows() - lines.size()) / 2);
    for (int row = 0; row < lines.size(); row++) {
      canvas.text(1, first + row, lines.get(row), Role.TEXT);
    }
  }

  private static void tab(Canvas canvas, Scene scene) {
    switch (scene.state().place().tab()) {
      case REQUESTS -> RequestsView.draw(canvas, scene);
      case OVERVIEW -> OverviewView.draw(canvas, scene);
      case STATS -> StatsView.draw(canvas, scene);
      case GALLERY -> GalleryView.draw(canvas, scene);
    }
  }

  private static void layer(Canvas canvas, Layer layer, Scene scene) {
    Canvas body = canvas.part(canvas.area().below(1).above(2));
    switch (layer) {
      case Layer.Line _ -> {} // drawn in the footer
      case Layer.Help help -> HelpView.draw(behind(body), help, scene);
      case Layer.Detail detail -> DetailView.draw(body, detail, scene);
      case Layer.Picture picture -> PictureView.draw(body, picture, scene);
      case Layer.Menu menu -> MenuView.draw(behind(body), menu);
      case Layer.BudgetSheet sheet -> BudgetView.draw(behind(body), sheet, scene);
      case Layer.MessageList list -> MessagesView.draw(behind(body), list, scene);
      case Layer.Form form -> FormView.draw(behind(body), form, scene);
      case Layer.Offer offer -> OfferView.draw(behind(body), offer, scene);
    }
  }

  private static Canvas behind(Canvas canvas) {
    canvas.mute();
    return canvas;
  }
}
