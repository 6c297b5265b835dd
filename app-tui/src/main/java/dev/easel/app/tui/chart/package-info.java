/// Charts drawn with block elements on a canvas, by roles. Every one starts from zero, names its
/// unit, its maximum and how many requests it counts, and never draws what is unknown as nothing.
package dev.easel.app.tui.chart;
