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
import dev.easel.config.DashboardSettings;
import dev.easel.config.ProviderSettings;
import dev.easel.config.Settings;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.Nullable;
import java.time.ZoneId;
import java.util.List;
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
        new World(size, session.time().now(), house(zone, List.of()), new Connection.Untried()),
        Place.START,
        Layers.NONE,
        Books.CLOSED,
        Requests.UNREAD,
        Jobs.NONE,
        Messages.NONE,
        new Options(wanted.mouse(), false, Options.PictureMode.valueOf(wanted.images().name())),
        Drafts.NONE,
        Pictures.NONE);
  }

  /// What does not change once it is open.
  World.House house(ZoneId zone) {
    return house(zone, session.catalogue().models().cards());
  }

  // Reading the catalogue takes a while, and the first frame shows nothing of it.
  private World.House house(ZoneId zone, List<ModelCard> models) {
    Settings settings = session.settings();
    ProviderSettings provider = settings.provider(settings.provider()).orElseThrow();
    return new World.House(
        zone,
        settings.provider(),
        provider.baseUrl().toString(),
        session.sandboxed(),
        keyMissing(provider),
        models,
        settings.defaults(),
        settings.promptsKept());
  }

  private @Nullable String keyMissing(ProviderSettings provider) {
    return session.sandboxed() || !provider.keyMissing()
        ? null
        : Ordering.keyMissing(provider.name());
  }
}
