package dev.easel.app.tui.command;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Connection;
import dev.easel.app.tui.dashboard.state.Drafts;
import dev.easel.app.tui.dashboard.state.Jobs;
import dev.easel.app.tui.dashboard.state.Layers;
import dev.easel.app.tui.dashboard.state.Messages;
import dev.easel.app.tui.dashboard.state.Options;
import dev.easel.app.tui.dashboard.state.Pictures;
import dev.easel.app.tui.dashboard.state.Place;
import dev.easel.app.tui.dashboard.state.Requests;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.World;
import dev.easel.app.tui.screen.Size;
import dev.easel.app.tui.screen.Theme;
import dev.easel.config.DashboardSettings;
import dev.easel.config.ProviderSettings;
import dev.easel.config.Settings;
import dev.easel.domain.image.Nullable;
import java.time.ZoneId;
import java.util.Optional;

/// What the dashboard knows before it has read anything.
final class HouseReading {

  private final Session session;

  HouseReading(Session session) {
    this.session = session;
  }

  /// The state at the beginning, on a screen of a size.
  State beginning(Size size) {
    Settings settings = session.settings();
    DashboardSettings wanted = settings.dashboard();
    ZoneId zone = Optional.ofNullable(settings.log().zone()).orElseGet(ZoneId::systemDefault);
    return new State(
        new World(size, session.time().now(), house(zone), new Connection.Untried()),
        Place.START,
        Layers.NONE,
        Books.CLOSED,
        Requests.UNREAD,
        Jobs.NONE,
        Messages.NONE,
        new Options(
            Theme.Name.valueOf(wanted.colours().name()),
            wanted.mouse(),
            false,
            Options.PictureMode.valueOf(wanted.images().name())),
        Drafts.NONE,
        Pictures.NONE);
  }

  /// What does not change while it is open.
  World.House house(ZoneId zone) {
    Settings settings = session.settings();
    ProviderSettings provider = settings.provider(settings.provider()).orElseThrow();
    return new World.House(
        zone,
        settings.provider(),
        provider.baseUrl().toString(),
        session.sandboxed(),
        keyMissing(provider),
        session.catalogue().models().cards(),
        settings.defaults(),
        settings.promptsKept(),
        settings.log().path().toString());
  }

  private @Nullable String keyMissing(ProviderSettings provider) {
    return session.sandboxed() || !provider.keyMissing()
        ? null
        : Ordering.keyMissing(provider.name());
  }
}
