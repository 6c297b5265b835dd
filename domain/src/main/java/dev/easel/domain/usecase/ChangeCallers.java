package dev.easel.domain.usecase;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Caller;
import dev.easel.domain.ledger.Fact;
import dev.easel.domain.ledger.GenerationLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/// Lets others make requests under names of their own, and takes that back. Only the hash of a
/// token is kept, so a token can be told once.
public final class ChangeCallers {

  private final GenerationLog log;
  private final Tokens tokens;
  private final Time time;

  /// Puts the use case together.
  public ChangeCallers(GenerationLog log, Tokens tokens, Time time) {
    this.log = log;
    this.tokens = tokens;
    this.time = time;
  }

  /// What came of it.
  public sealed interface Change {
    /// The caller has a token that it did not have before.
    ///
    /// @param token to be told now or never
    record Admitted(Caller caller, String token) implements Change {}

    /// The caller is no caller any more.
    record Removed(String name) implements Change {}

    /// Nothing has changed.
    ///
    /// @param reason one sentence
    record Refused(String reason) implements Change {}
  }

  /// Adds a caller.
  ///
  /// @param daily the most that it may spend in a day, null for no limit of its own
  public Change add(String name, @Nullable Money daily) {
    return admit(
        name,
        admitted -> new Fact.CallerAdded(admitted.at(), admitted.name(), admitted.hash(), daily));
  }

  /// Gives a caller another token; the old one stops working.
  public Change renew(String name) {
    return admit(
        name, admitted -> new Fact.CallerRenewed(admitted.at(), admitted.name(), admitted.hash()));
  }

  private record Admission(Instant at, String name, String hash) {}

  private Change admit(String text, Function<Admission, Fact> fact) {
    String token = tokens.next();
    try {
      String name = Caller.name(text);
      log.declare(fact.apply(new Admission(now(), name, RecogniseCaller.hash(token))));
      return log.facts()
          .caller(name)
          .<Change>map(caller -> new Change.Admitted(caller, token))
          .orElseGet(() -> new Change.Refused("the caller %s was removed at once".formatted(name)));
    } catch (IllegalArgumentException | IllegalStateException refused) {
      return new Change.Refused(String.valueOf(refused.getMessage()));
    }
  }

  /// Removes a caller: its token stops working in every process.
  public Change remove(String text) {
    try {
      String name = Caller.name(text);
      log.declare(new Fact.CallerRemoved(now(), name));
      return new Change.Removed(name);
    } catch (IllegalArgumentException | IllegalStateException refused) {
      return new Change.Refused(String.valueOf(refused.getMessage()));
    }
  }

  private Instant now() {
    return time.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
