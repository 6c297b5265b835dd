package dev.easel.adapter.sandbox.art;

/// A friendly robot that stands on (0, 0) and is one unit tall.
final class RobotFigure {
  private final Tint own;

  /// The tint is the thing's own colour, before the light falls on it.
  RobotFigure(Light light, Tint own) {
    this.own = light.on(own);
  }

  void draw(Brush brush) {
    brush.shadow(0.36);
    limbs(brush, -1);
    limbs(brush, 1);
    Fill metal = metal();
    brush.smooth(metal, "-24,-56 24,-56 25,-36 20,-17 -20,-17 -25,-36");
    brush.box(own.darker(0.6), -0.05, -0.62, 0.05, -0.54);
    brush.smooth(metal, "-24,-88 0,-90 24,-88 26,-74 22,-60 0,-58 -22,-60 -26,-74");
    brush.smooth(Tint.hex(0x16222e), "-19,-82 19,-82 20,-73 17,-66 -17,-66 -20,-73");
    face(brush);
  }

  private Fill metal() {
    return Fill.across(-0.3, 0.3, own.lighter(0.4), own, own.darker(0.4));
  }

  /// The arm and the leg of one side, -1 or 1.
  private void limbs(Brush brush, int side) {
    Tint joint = own.darker(0.6);
    Brush leg = brush.at(side * 0.12, 0, 1);
    brush.line(joint, 0.07, side * 0.25, -0.52, side * 0.36, -0.42, side * 0.35, -0.24);
    brush.ellipse(own.darker(0.2), side * 0.35, -0.22, 0.06, 0.06);
    leg.box(joint, -0.045, -0.20, 0.045, -0.04);
    leg.smooth(metal(), "-10,1 -8,-6 8,-6 10,1");
  }

  private void face(Brush brush) {
    Tint lamp = Tint.hex(0x6ff0e2);
    for (int side = -1; side <= 1; side += 2) {
      brush.glow(lamp.alpha(0.8), side * 0.09, -0.745, 0.11);
      brush.ellipse(lamp, side * 0.09, -0.745, 0.034, 0.04);
    }
    brush.box(own.darker(0.5), -0.008, -1.0, 0.008, -0.89);
    brush.ellipse(Tint.hex(0xff6b57), 0, -1.0, 0.03, 0.03);
    brush.glow(Tint.hex(0xff6b57).alpha(0.7), 0, -1.0, 0.1);
    brush.ellipse(Tint.hex(0xffcf5a), 0, -0.40, 0.05, 0.05);
    brush.line(own.darker(0.5), 0.012, "-12,-27 0,-25 12,-27");
  }
}
