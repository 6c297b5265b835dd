package dev.easel.app.tui.dashboard.state;

import dev.easel.app.tui.screen.Size;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.usecase.Defaults;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What surrounds the dashboard.
///
/// @param size of the screen
/// @param now the moment of the last event
/// @param house what does not change while it is open
/// @param connection how the provider was last found
public record World(Size size, Instant now, House house, Connection connection) implements Part {

  /// The smallest screen on which there is room.
  public static final Size SMALLEST = new Size(60, 16);

  /// What does not change while the dashboard is open.
  ///
  /// @param zone whose days are counted
  /// @param provider the configured provider that new requests go to
  /// @param baseUrl where it is, for people
  /// @param sandbox whether all is play
  /// @param keyMissing what to do about the missing key, one sentence; null when there is one, or
  ///   none is needed
  /// @param models the model cards
  /// @param defaults what is asked for when nobody says
  /// @param promptKept whether the log holds prompts unless a request says otherwise
  public record House(
      ZoneId zone,
      String provider,
      String baseUrl,
      boolean sandbox,
      @Nullable String keyMissing,
      List<ModelCard> models,
      Defaults defaults,
      boolean promptKept) {

    /// Copies the cards.
    public House {
      models = List.copyOf(models);
    }

    /// The card of a model of the provider.
    public Optional<ModelCard> card(String model) {
      return models.stream()
          .filter(card -> card.provider().equals(provider) && card.id().equals(model))
          .findFirst();
    }
  }

  /// Whether the screen is too small to show anything.
  public boolean cramped() {
    return !size.holds(SMALLEST);
  }

  /// The same on a screen of another size.
  public World sized(Size other) {
    return new World(other, now, house, connection);
  }

  /// The same a moment later.
  public World at(Instant moment) {
    return new World(size, moment, house, connection);
  }

  /// The same with what is known once the log is open.
  public World opened(House other) {
    return new World(size, now, other, connection);
  }

  /// The same with another connection.
  public World connected(Connection other) {
    return new World(size, now, house, other);
  }
}
