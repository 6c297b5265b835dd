/// A screen of character cells, without any terminal: what views draw on and what keys are, so that
/// only one package knows the library behind them.
package dev.easel.app.tui.screen;
