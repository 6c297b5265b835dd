package dev.easel.app.tui.screen;

/// The colours of the roles, as 0xRRGGBB for the two backgrounds and as numbers of the terminal's
/// own sixteen. The series are those of Okabe and Ito, which differ for colour-blind people too; on
/// a light background they are darker.
enum Paint {
  MUTED(8, 0x9aa0a9, 0x5a606b),
  BORDER(Paint.NONE, 0x4b5563, 0x9aa3af),
  ACTIVE_BORDER(12, 0x5aa9e6, 0x0b5cad),
  GOOD(12, 0x56b4e9, 0x0065a0),
  BAD(1, 0xff7a6b, 0xb3301f),
  WARNING(3, 0xe69f00, 0x835500),
  RUNNING(6, 0x2ec4b6, 0x0c6960),
  RELEASED(5, 0xd992b7, 0x8e4585),
  SERIES_1(12, 0x56b4e9, 0x0072b2),
  SERIES_2(3, 0xe69f00, 0xb37400),
  SERIES_3(6, 0x009e73, 0x00805d),
  SERIES_4(5, 0xcc79a7, 0xb0578c),
  SERIES_5(1, 0xd55e00, 0xc04f00),
  SERIES_6(Paint.NONE, 0xf0e442, 0x6b6b00),
  CHOSEN(Paint.NONE, 0x1c2f4d, 0xe4eefa);

  static final int NONE = -1;

  private final int basic;
  private final int dark;
  private final int light;

  Paint(int basic, int dark, int light) {
    this.basic = basic;
    this.dark = dark;
    this.light = light;
  }

  Colour in(Theme theme) {
    return switch (theme.colours()) {
      case TERMINAL -> basic(theme.depth());
      case DARK -> Colour.of(dark, theme.depth());
      case LIGHT -> Colour.of(light, theme.depth());
    };
  }

  private Colour basic(Depth depth) {
    return depth == Depth.NONE || basic == NONE ? Colour.OWN : new Colour.Basic(basic);
  }
}
