package dev.easel.domain.ledger;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Standing;
import java.util.List;

/// What a log says to the wish to make a request.
public sealed interface Reservation {

  /// The entry is written and durable; the request may be sent.
  ///
  /// @param standings of the budgets that it keeps within, the request included
  record Reserved(Entry entry, List<Standing> standings) implements Reservation {
    /// Copies the list.
    public Reserved {
      standings = List.copyOf(standings);
    }
  }

  /// A budget stands against it. The entry is written, released, with code `over_budget`.
  record OverBudget(Entry entry, Budget.Refusal refusal) implements Reservation {}

  /// The same key with the same request is under way, here or in another process.
  record Running(Entry entry) implements Reservation {}

  /// The same key with the same request has ended, settled or unknown.
  record Done(Entry entry) implements Reservation {}

  /// The key was used for another request and is not free again, see [GenerationLog#reserve].
  record KeyReused(Entry entry) implements Reservation {}

  /// Nothing stands against it but that its pictures could not be kept. Nothing is written, so that
  /// a disk without room is not filled with refusals.
  record Hindered(PictureStore.Unstorable hindrance) implements Reservation {}
}
