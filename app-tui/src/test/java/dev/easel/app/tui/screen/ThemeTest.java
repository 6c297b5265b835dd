package dev.easel.app.tui.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {

  private static final Set<Role> LINES_AND_AREAS =
      EnumSet.of(
          Role.BORDER,
          Role.SERIES_1,
          Role.SERIES_2,
          Role.SERIES_3,
          Role.SERIES_4,
          Role.SERIES_5,
          Role.SERIES_6);
  private static final Theme PLAIN = new Theme(Theme.Name.TERMINAL, Depth.NONE, false);

  // Ratios by WCAG 2.2: 4.5 for text, 3 for parts of graphics.
  @ParameterizedTest
  @CsvSource({"DARK, 1e1e1e", "DARK, 000000", "LIGHT, ffffff", "LIGHT, fafafa"})
  void everyRoleCanBeReadOnTheBackgroundItsThemeIsFor(Theme.Name name, String background) {
    Theme theme = new Theme(name, Depth.TRUE, false);
    for (Role role : Role.values()) {
      if (theme.style(Ink.of(role)).foreground() instanceof Colour.Exact(int rgb)) {
        double needed = role == Role.BORDER ? 1.8 : LINES_AND_AREAS.contains(role) ? 3 : 4.5;
        double ratio = contrast(rgb, Integer.parseInt(background, 16));
        assertTrue(ratio >= needed, role + " has a contrast of " + ratio);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Theme.Name.class,
      names = {"DARK", "LIGHT"})
  void everyTextCanBeReadInTheChosenRow(Theme.Name name) {
    Theme theme = new Theme(name, Depth.TRUE, false);
    for (Role role : EnumSet.complementOf(EnumSet.copyOf(LINES_AND_AREAS))) {
      Style style = theme.style(new Ink.Painted(role, Ground.CHOSEN));
      int ground = ((Colour.Exact) style.background()).rgb();
      if (style.foreground() instanceof Colour.Exact(int rgb)) {
        assertTrue(contrast(rgb, ground) >= 4.5, role + " has " + contrast(rgb, ground));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.Name.class)
  void onlyTheChosenRowHasABackground(Theme.Name name) {
    for (Depth depth : Depth.values()) {
      for (Role role : Role.values()) {
        Theme theme = new Theme(name, depth, false);
        assertEquals(Colour.OWN, theme.style(Ink.of(role)).background());
        assertFalse(theme.style(Ink.of(role)).reversed());
        Style chosen = theme.style(new Ink.Painted(role, Ground.CHOSEN));
        assertTrue(chosen.reversed() == chosen.background().equals(Colour.OWN));
      }
    }
  }

  @Test
  void withoutColoursNothingHasOne() {
    for (Theme.Name name : Theme.Name.values()) {
      Theme theme = new Theme(name, Depth.NONE, false);
      assertEquals(Set.of(Colour.OWN), colours(theme, new Ink.Exact(0xff8000, 0x0000ff)));
      for (Role role : Role.values()) {
        for (Ground ground : Ground.values()) {
          assertEquals(Set.of(Colour.OWN), colours(theme, new Ink.Painted(role, ground)));
        }
      }
    }
  }

  @Test
  void whatTheFocusHasIsToldWithoutColoursToo() {
    assertTrue(PLAIN.style(Ink.of(Role.ACTIVE_BORDER)).bold());
    assertFalse(PLAIN.style(Ink.of(Role.BORDER)).bold());
    assertTrue(PLAIN.style(new Ink.Painted(Role.TEXT, Ground.CHOSEN)).reversed());
    assertTrue(PLAIN.style(new Ink.Painted(Role.TEXT, Ground.CHOSEN_ELSEWHERE)).bold());
    assertTrue(PLAIN.style(new Ink.Painted(Role.INPUT, Ground.CURSOR)).reversed());
  }

  @ParameterizedTest
  @CsvSource({
    "ff8000, 208",
    "000000, 16",
    "ffffff, 231",
    "808080, 244",
    "5fd7af, 79",
    "1a1a1a, 234",
  })
  void ofTheTwoHundredAndFiftySixTheNearestIsTaken(String rgb, int number) {
    assertEquals(new Colour.Indexed(number), Colour.of(Integer.parseInt(rgb, 16), Depth.INDEXED));
  }

  @ParameterizedTest
  @CsvSource({"ff1010, 9", "000000, 0", "c0c010, 3", "f0f0f0, 7", "101010, 0"})
  void ofTheSixteenTheNearestIsTaken(String rgb, int number) {
    assertEquals(new Colour.Basic(number), Colour.of(Integer.parseInt(rgb, 16), Depth.SIXTEEN));
  }

  @Test
  void whereThereAreSixteenColoursEveryThemeUsesTheTerminalsOwn() {
    for (Role role : Role.values()) {
      assertEquals(
          new Theme(Theme.Name.TERMINAL, Depth.SIXTEEN, false).style(Ink.of(role)),
          new Theme(Theme.Name.DARK, Depth.SIXTEEN, false).style(Ink.of(role)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "xterm-256color, truecolor, TRUE",
    "xterm-256color, 24bit, TRUE",
    "xterm-256color, '', INDEXED",
    "tmux-256color, '', INDEXED",
    "screen, '', INDEXED",
    "xterm-kitty, '', TRUE",
    "xterm-ghostty, '', TRUE",
    "foot, '', TRUE",
    "alacritty, '', TRUE",
    "xterm-direct, '', TRUE",
    "linux, '', SIXTEEN",
    "vt220, '', SIXTEEN",
    "xterm-16color, '', SIXTEEN",
  })
  void theDepthIsWhatTheEnvironmentPromises(String term, String promise, Depth depth) {
    assertEquals(depth, Depth.of(Map.of("TERM", term, "COLORTERM", promise)));
    assertEquals(Depth.NONE, Depth.of(Map.of("TERM", term, "COLORTERM", promise, "NO_COLOR", "1")));
    assertEquals(depth, Depth.of(Map.of("TERM", term, "COLORTERM", promise, "NO_COLOR", "")));
  }

  @ParameterizedTest
  @CsvSource({
    "linux, C.UTF-8, true",
    "vt100, '', true",
    "xterm, de_DE.UTF-8, false",
    "xterm, de_DE.utf8, false",
    "xterm, de_DE.ISO-8859-1, true",
    "xterm, '', false",
    "xterm, C, false",
  })
  void asciiIsForTerminalsThatDrawNothingElse(String term, String locale, boolean ascii) {
    Map<String, String> environment = Map.of("TERM", term, "LC_ALL", "", "LANG", locale);

    assertEquals(ascii, Theme.of(Theme.Name.DARK, null, false, environment).ascii());
    assertTrue(Theme.of(Theme.Name.DARK, null, true, environment).ascii());
  }

  @Test
  void whatTheUserAskedForHolds() {
    Map<String, String> environment = Map.of("TERM", "xterm-kitty", "NO_COLOR", "1");

    assertEquals(
        Depth.SIXTEEN, Theme.of(Theme.Name.DARK, Depth.SIXTEEN, false, environment).depth());
  }

  @Test
  void inAsciiEveryGlyphIsOneCharacterOfAscii() {
    Theme theme = new Theme(Theme.Name.TERMINAL, Depth.TRUE, true);
    String glyphs = "─│┌┐└┘├┤┬┴┼━┃┏┓┗┛▏▎▍▌▋▊▉█▁▂▃▄▅▆▇▀▐░▒▓▖▗▘▝←→↑↓▲▼▶▸‹›↵✓✗↻●○…·•–×漢é⣿";

    glyphs
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(glyph -> assertTrue(theme.drawn(glyph).matches("[ -~]"), glyph));
    assertEquals("+-|#>?", drawn(theme, "┌─│█▶漢"));
    assertEquals("a lighthouse", drawn(theme, "a lighthouse"));
  }

  @Test
  void inAsciiTheEighthsOfAColumnDiffer() {
    Theme theme = new Theme(Theme.Name.TERMINAL, Depth.TRUE, true);

    assertEquals("_.-=+*%#", drawn(theme, "▁▂▃▄▅▆▇█"));
  }

  @Test
  void theSeriesOfAThemeDiffer() {
    for (Theme.Name name : Theme.Name.values()) {
      for (Depth depth : EnumSet.of(Depth.TRUE, Depth.INDEXED, Depth.SIXTEEN)) {
        Theme theme = new Theme(name, depth, false);
        Set<Style> styles =
            IntStream.range(0, 6)
                .mapToObj(number -> theme.style(Ink.of(Role.series(number))))
                .collect(Collectors.toSet());
        assertEquals(6, styles.size(), theme.toString());
      }
    }
  }

  private static Set<Colour> colours(Theme theme, Ink ink) {
    Style style = theme.style(ink);
    Set<Colour> colours = new HashSet<>();
    colours.add(style.foreground());
    colours.add(style.background());
    return colours;
  }

  private static String drawn(Theme theme, String text) {
    return text.codePoints()
        .mapToObj(point -> theme.drawn(Character.toString(point)))
        .collect(Collectors.joining());
  }

  private static double contrast(int one, int other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int part) {
    double value = (part & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
