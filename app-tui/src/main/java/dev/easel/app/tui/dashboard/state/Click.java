package dev.easel.app.tui.dashboard.state;

import dev.easel.app.tui.screen.KeyPress;
import dev.easel.app.tui.screen.Target;

/// Something that was clicked on.
public sealed interface Click extends Target {

  /// A tab.
  record OnTab(Tab tab) implements Click {}

  /// What says what a key does.
  record OnKey(KeyPress key) implements Click {}

  /// A request of the list that is shown.
  ///
  /// @param index its place in the list, from 0
  record OnRow(int index) implements Click {}

  /// A picture of the gallery.
  ///
  /// @param index its place among the pictures, from 0
  record OnTile(int index) implements Click {}

  /// A choice of the menu.
  ///
  /// @param index its place in the menu, from 0
  record OnChoice(int index) implements Click {}

  /// A key of the help.
  ///
  /// @param index its place among those that are found, from 0
  record OnHelp(int index) implements Click {}

  /// A place of the form.
  ///
  /// @param step to which choice it is to go: 1 for the next, -1 for the one before, 0 for none
  record OnSlot(Slot slot, int step) implements Click {}

  /// A panel of the overview.
  record OnPane(Pane pane) implements Click {}

  /// The picture beside the newest requests.
  record OnPreview() implements Click {}

  /// A chart.
  record OnChart(Chart chart) implements Click {}
}
