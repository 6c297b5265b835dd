package dev.easel.app.tui.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Frame.Placement;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Kitty's graphics protocol: a picture is sent once, gets a number, and is placed by it as often
/// as it is shown (<https://sw.kovidgoyal.net/kitty/graphics-protocol/>). `q=2` asks for no
/// answers, which would come as keys.
final class KittyPictures implements Pictures {

  private static final int MOST_SENT = 32;
  private static final int CHUNK = 4096;

  private final PictureSource source;
  private final Map<Sent, Integer> sent = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Placement, Integer> placed = new HashMap<>();
  private final Map<Integer, PixelBox> sizes = new HashMap<>();
  // Other programs number their pictures in the same terminal.
  private int next = Math.toIntExact(ProcessHandle.current().pid() % 100_000) * 1000;

  KittyPictures(PictureSource source) {
    this.source = source;
  }

  private record Sent(String sha256, PixelBox box) {}

  @Override
  public boolean staysUnder(List<Placement> upcoming) {
    return true;
  }

  @Override
  public byte[] drawn(List<Placement> placements, boolean whole) {
    Escapes escapes = new Escapes();
    for (Placement old : List.copyOf(placed.keySet())) {
      if (whole || !placements.contains(old)) {
        command(escapes, "a=d,d=i,i=" + placed.remove(old));
      }
    }
    for (Placement placement : placements) {
      if (!placed.containsKey(placement)) {
        place(escapes, placement);
      }
    }
    forgetOldest(escapes);
    return escapes.all();
  }

  private void place(Escapes escapes, Placement placement) {
    Sent wanted = new Sent(placement.sha256(), PixelBox.of(placement.area()));
    Integer number = sent.get(wanted);
    if (number == null) {
      number = send(escapes, wanted);
    }
    if (number != 0 && !placement.area().empty()) {
      Area area = sizes.getOrDefault(number, wanted.box()).fittedInto(placement.area());
      escapes.move(area.left(), area.top());
      command(escapes, "a=p,i=" + number + ",c=" + area.columns() + ",r=" + area.rows() + ",C=1");
      placed.put(placement, number);
    }
  }

  private int send(Escapes escapes, Sent wanted) {
    byte[] png = source.png(wanted.sha256(), wanted.box().width(), wanted.box().height());
    if (png == null) {
      return 0;
    }
    next++;
    sent.put(wanted, next);
    sizes.put(next, PixelBox.of(png));
    byte[] base64 = Base64.getEncoder().encode(png);
    String keys = "a=t,f=100,i=" + next + ",q=2,";
    for (int offset = 0; offset < base64.length; offset += CHUNK) {
      int length = Math.min(CHUNK, base64.length - offset);
      boolean last = offset + length == base64.length;
      escapes
          .text("\u001b_G" + keys + "m=" + (last ? 0 : 1) + ";")
          .bytes(base64, offset, length)
          .text("\u001b\\");
      keys = "q=2,";
    }
    return next;
  }

  // A terminal keeps what was sent, some of them without bound.
  private void forgetOldest(Escapes escapes) {
    for (Sent oldest : List.copyOf(sent.keySet())) {
      int number = sent.getOrDefault(oldest, 0);
      if (sent.size() > MOST_SENT && !placed.containsValue(number)) {
        free(escapes, oldest, number);
      }
    }
  }

  private void free(Escapes escapes, Sent picture, int number) {
    sent.remove(picture);
    sizes.remove(number);
    command(escapes, "a=d,d=I,i=" + number);
  }

  @Override
  public byte[] removed() {
    Escapes escapes = new Escapes();
    placed.clear();
    Map.copyOf(sent).forEach((picture, number) -> free(escapes, picture, number));
    return escapes.all();
  }

  private static void command(Escapes escapes, String keys) {
    byte[] bytes = ("\u001b_G" + keys + ",q=2\u001b\\").getBytes(US_ASCII);
    escapes.bytes(bytes, 0, bytes.length);
  }
}
