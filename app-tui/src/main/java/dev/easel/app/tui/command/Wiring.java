package dev.easel.app.tui.command;

import dev.easel.app.tui.terminal.Opener;
import dev.easel.app.tui.terminal.Terminals;
import dev.easel.config.LogSettings;
import dev.easel.config.Settings;
import dev.easel.domain.cost.PriceBook;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.ModelCatalog;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.ProviderProbe;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.usecase.Studio;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What the composition root puts together for the commands, each part only when it is asked for.
public interface Wiring {

  /// What is known of models and prices.
  ///
  /// @param models the model cards
  /// @param prices the price book
  /// @param pricing what computes with it
  record Catalogue(ModelCatalog models, PriceBook prices, Pricing pricing) {}

  /// Reads the catalogue.
  ///
  /// @param userFile the user's own prices, null when there are none
  Catalogue catalogue(@Nullable Path userFile);

  /// Opens a log, or makes it.
  GenerationLog log(LogSettings settings);

  /// The lines of a file as records, without opening it as a log.
  ///
  /// @param zone of timestamps that name none
  GenerationLog.Records lines(Path file, ZoneId zone);

  /// Whether there is something in the place of the log.
  boolean logExists(LogSettings settings);

  /// What is known to be missed of a log that is not there.
  Optional<BookFinding> missed(LogSettings settings);

  /// Opens the pictures.
  PictureStore pictures(Path directory);

  /// Gives a log the ends of its entries that dead processes have left with their pictures, where
  /// it lacks them.
  ///
  /// @param pictures the directory of the pictures
  void recover(Path pictures, GenerationLog log);

  /// Everything that a face can do, over parts that are open.
  Studio studio(Settings settings, Catalogue catalogue, GenerationLog log, PictureStore pictures);

  /// Starts a sandbox.
  ///
  /// @throws IOException when its port is taken
  /// @throws IllegalArgumentException with one sentence when the wish makes no sense
  Sandbox sandbox(SandboxWish wish, Catalogue catalogue) throws IOException;

  /// The words for what can go wrong in a sandbox, for people.
  String faults();

  /// What tries to reach the configured providers.
  ProviderProbe probe(Settings settings);

  /// What takes the user's terminal over for the dashboard.
  default Opener terminal(Surroundings surroundings) {
    return (theme, pictures, inputs) ->
        Terminals.open(
            surroundings.environment(), surroundings.terminals().out(), theme, pictures, inputs);
  }

  /// A sandbox that runs.
  interface Sandbox extends AutoCloseable {
    /// What clients take as their base URL.
    URI baseUrl();

    @Override
    void close();
  }

  /// How a sandbox is to behave.
  ///
  /// @param port 0 takes a free one
  /// @param latency such as `2s` or `1s..5s`, null for none
  /// @param faults such as `rate-limit:2`
  record SandboxWish(int port, @Nullable String latency, List<String> faults) {
    /// A free port, no delay, no faults.
    static final SandboxWish QUIET = new SandboxWish(0, null, List.of());

    /// Copies the faults.
    public SandboxWish {
      faults = List.copyOf(faults);
    }
  }
}
