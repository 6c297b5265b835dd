/// Pictures as cells of a screen: two pixels a cell where there are colours, a ramp of characters
/// where there are none. Whoever shows one asks [dev.easel.app.tui.picture.Previews], away from the
/// thread that draws, and draws what it gives.
package dev.easel.app.tui.picture;
