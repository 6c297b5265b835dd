package dev.easel.app.tui.dashboard.update;

import static dev.easel.app.tui.dashboard.state.Scope.DETAIL;
import static dev.easel.app.tui.dashboard.state.Scope.GALLERY;
import static dev.easel.app.tui.dashboard.state.Scope.OVERVIEW;
import static dev.easel.app.tui.dashboard.state.Scope.PICTURE;
import static dev.easel.app.tui.dashboard.state.Scope.REQUESTS;

import java.util.List;
import java.util.Set;

/// The keys of the gallery, of one request, and of one picture.
final class PictureKeys {

  private PictureKeys() {}

  static List<Binding> all() {
    return List.of(
        Binding.of(
                "close",
                "escape",
                "Esc",
                "back",
                Group.MOVE,
                Set.of(DETAIL, PICTURE),
                Leaving::back)
            .hinted("back"),
        Binding.of(
                "detail",
                "enter",
                "Enter",
                "everything about it",
                Group.ACT,
                Set.of(OVERVIEW, REQUESTS, GALLERY),
                Details::open)
            .unless(Subject::missing)
            .hinted("detail"),
        Binding.of(
                "picture",
                "v",
                "v",
                "the picture alone",
                Group.ACT,
                Set.of(OVERVIEW, REQUESTS, GALLERY, DETAIL),
                Details::look)
            .unless(Details::sightless)
            .hinted("picture"),
        Binding.of(
            "right",
            "l right",
            "l →",
            "the next picture",
            Group.MOVE,
            Set.of(GALLERY),
            state -> Gallery.by(state, 1)),
        Binding.of(
            "left",
            "h left",
            "h ←",
            "the picture before",
            Group.MOVE,
            Set.of(GALLERY),
            state -> Gallery.by(state, -1)),
        Binding.of(
                "next-of-it",
                "l right",
                "l →",
                "the next picture of it",
                Group.MOVE,
                Set.of(DETAIL),
                state -> Details.sideways(state, 1))
            .unless(Details::single)
            .hinted("next of it"),
        Binding.of(
                "last-of-it",
                "h left",
                "h ←",
                "the picture of it before",
                Group.MOVE,
                Set.of(DETAIL),
                state -> Details.sideways(state, -1))
            .unless(Details::single),
        Binding.of(
                "rightwards",
                "l right",
                "l →",
                "the next picture of it; in full size, what lies to the right",
                Group.MOVE,
                Set.of(PICTURE),
                state -> Details.sideways(state, 1))
            .unless(Details::still)
            .hinted("aside"),
        Binding.of(
                "leftwards",
                "h left",
                "h ←",
                "the picture of it before; in full size, what lies to the left",
                Group.MOVE,
                Set.of(PICTURE),
                state -> Details.sideways(state, -1))
            .unless(Details::still),
        Binding.of(
                "zoom",
                "z",
                "z",
                "in full size, or all of it",
                Group.ACT,
                Set.of(PICTURE),
                Details::zoom)
            .unless(Details::sightless)
            .hinted("full size"),
        Binding.of(
                "newer",
                "[",
                "[",
                "the request above it in the list",
                Group.MOVE,
                Set.of(DETAIL, PICTURE),
                state -> Details.beside(state, -1))
            .hinted("above"),
        Binding.of(
                "older",
                "]",
                "]",
                "the request below it in the list",
                Group.MOVE,
                Set.of(DETAIL, PICTURE),
                state -> Details.beside(state, 1))
            .hinted("below"),
        Binding.of("raw", "m", "m", "as JSON, or in words", Group.ACT, Set.of(DETAIL), Details::raw)
            .hinted("JSON"));
  }
}
