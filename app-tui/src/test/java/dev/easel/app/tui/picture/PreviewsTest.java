package dev.easel.app.tui.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Ink;
import dev.easel.app.tui.screen.Size;
import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.InMemoryPictureStore;
import dev.easel.domain.ledger.SamplePictures;
import org.junit.jupiter.api.Test;

final class PreviewsTest {
  private static final int RED = 0xff0000;
  private static final int BLUE = 0x0000ff;

  private final InMemoryPictureStore store = new InMemoryPictureStore();
  private final Previews previews = new Previews(store, 10_000);

  @Test
  void fitTheWholePictureIntoItsCells() {
    String name = keep(400, 200);

    Preview.Drawn wide = drawn(fit(name, 80, 40));
    Preview.Drawn low = drawn(fit(name, 80, 3));

    assertEquals("80x20", cells(wide).columns() + "x" + cells(wide).rows());
    assertEquals("80x40", wide.width() + "x" + wide.height());
    assertEquals("12x3", cells(low).columns() + "x" + cells(low).rows());
    assertEquals(new Ink.Exact(RED, RED), ink(wide, 39));
    assertEquals(new Ink.Exact(BLUE, BLUE), ink(wide, 40));
  }

  @Test
  void showPartsOfItPixelByPixel() {
    String name = keep(400, 200);

    Preview.Drawn part = drawn(full(name, 190, 50));

    assertEquals("20x10", cells(part).columns() + "x" + cells(part).rows());
    assertEquals("400x200", part.width() + "x" + part.height());
    assertEquals(new Ink.Exact(RED, RED), ink(part, 9));
    assertEquals(new Ink.Exact(BLUE, BLUE), ink(part, 10));
    assertEquals(new Ink.Exact(BLUE, BLUE), ink(drawn(full(name, 9_999, 9_999)), 0));
    assertEquals(new Ink.Exact(RED, RED), ink(drawn(full(name, -5, -5)), 19));
  }

  @Test
  void enlargeNoSmallPicture() {
    Preview.Drawn drawn = drawn(full(keep(4, 2), 0, 0));

    assertEquals("4x1", cells(drawn).columns() + "x" + cells(drawn).rows());
  }

  @Test
  void remainForALittleWhile() {
    Wanted first = fit(keep(100, 200), 50, 50);
    Wanted second = fit(keep(50, 100), 50, 50);
    Wanted third = fit(keep(25, 50), 50, 50);
    Previews few = new Previews(store, 10_600);
    Preview drawn = few.draw(first);
    Preview other = few.draw(second);

    assertSame(drawn, few.draw(first));
    few.draw(third);

    assertSame(drawn, few.draw(first));
    assertNotSame(other, few.draw(second), "looked at before the others");
  }

  @Test
  void keepNothingThatIsLargerThanAllThatTheyMayKeep() {
    Previews none = new Previews(store, 10);
    Wanted wanted = fit(keep(100, 200), 50, 50);

    Preview drawn = none.draw(wanted);

    assertInstanceOf(Preview.Drawn.class, drawn);
    assertNotSame(drawn, none.draw(wanted));
  }

  @Test
  void showNothingThatHasGone() {
    Wanted wanted = fit(keep(100, 200), 50, 50);
    assertInstanceOf(Preview.Drawn.class, previews.draw(wanted));

    store.delete(wanted.sha256());

    assertEquals(new Preview.Pruned(), previews.draw(wanted));
  }

  @Test
  void sayWhyThereIsNone() {
    String pruned = keep(40, 40);
    store.delete(pruned);
    String svg = String.valueOf(store.keep(Content.of(SamplePictures.svg())).sha256());

    assertEquals(new Preview.Pruned(), previews.draw(fit(pruned, 9, 9)));
    assertEquals(new Preview.Pruned(), previews.draw(full(pruned, 0, 0)));
    assertEquals(new Preview.Missing(), previews.draw(fit("0".repeat(64), 9, 9)));
    assertEquals(new Preview.Undrawable(), previews.draw(fit(svg, 9, 9)));
  }

  @Test
  void showWhatHasComeBack() {
    String name = keep(40, 40);
    store.delete(name);
    assertEquals(new Preview.Pruned(), previews.draw(fit(name, 9, 9)));

    keep(40, 40);

    assertInstanceOf(Preview.Drawn.class, previews.draw(fit(name, 9, 9)));
  }

  @Test
  void takeNoCellsForOne() {
    assertInstanceOf(Preview.Drawn.class, previews.draw(fit(keep(40, 40), 0, -3)));
  }

  private String keep(int width, int height) {
    byte[] bytes = SamplePictures.twoColours("png", width, height);
    return String.valueOf(store.keep(Content.of(bytes)).sha256());
  }

  private static Wanted fit(String sha256, int columns, int rows) {
    return Wanted.fit(sha256, columns, rows);
  }

  private static Wanted full(String sha256, int left, int top) {
    return new Wanted(sha256, 20, 10, new Wanted.Scale.Full(left, top));
  }

  private Preview.Drawn drawn(Wanted wanted) {
    return assertInstanceOf(Preview.Drawn.class, previews.draw(wanted));
  }

  private static PictureCells cells(Preview.Drawn drawn) {
    return drawn.cells(Style.HALF_BLOCKS);
  }

  private static Ink ink(Preview.Drawn drawn, int column) {
    PictureCells cells = cells(drawn);
    Canvas canvas = Canvas.of(new Size(cells.columns(), cells.rows()));
    cells.draw(canvas);
    return canvas.cell(column, 0).ink();
  }
}
