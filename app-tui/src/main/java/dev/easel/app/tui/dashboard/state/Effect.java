package dev.easel.app.tui.dashboard.state;

import dev.easel.app.tui.export.ExportFormat;
import dev.easel.app.tui.picture.Wanted;
import dev.easel.app.tui.screen.Theme;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.usecase.MarkEntry;
import dev.easel.domain.usecase.Order;
import java.util.List;
import java.util.Set;

/// Something that the dashboard wants to be done outside the state.
public sealed interface Effect {

  /// Work on the books, the provider or the disk, done apart from the screen; what comes of it
  /// comes back as an [Event].
  sealed interface Work extends Effect {}

  /// Something about the screen itself, done at once.
  sealed interface Show extends Effect {}

  /// Read the sums.
  ///
  /// @param asked the number of the question, which comes back with the answer
  record ReadBooks(long asked, Range range) implements Work {}

  /// Read entries.
  ///
  /// @param query in the query language, the range included
  /// @param before from where on, null for the first
  record ReadEntries(long asked, String query, Listing.Order order, @Nullable EntryId before)
      implements Work {}

  /// Read what entries add up to.
  record ReadTotals(String query) implements Work {}

  /// Find out what is to be expected of these.
  record Expect(Set<Shape> shapes) implements Work {
    /// Copies the set.
    public Expect {
      shapes = Set.copyOf(shapes);
    }
  }

  /// Find out what is known of a request before it is sent.
  ///
  /// @param atOnce whether not to wait for further changes
  record Assess(long asked, Wish wish, boolean atOnce) implements Work {}

  /// Find the pictures of an entry, and what is known of it when it is made again.
  ///
  /// @param again whether it is to be made as it was; otherwise it is to be changed
  record Recall(long asked, Entry entry, boolean again) implements Work {}

  /// Read with what the next new request begins.
  record ReadDraft() implements Work {}

  /// Keep with what the next new request begins, also for the next sitting.
  record KeepDraft(Draft draft) implements Work {}

  /// Carry out an order.
  record Generate(long number, Order order) implements Work {}

  /// Take back an order, as far as that goes.
  record Cancel(long number) implements Work {}

  /// Put star and tags on entries.
  record Mark(List<Entry> entries, MarkEntry.Marks marks) implements Work {
    /// Copies the list.
    public Mark {
      entries = List.copyOf(entries);
    }
  }

  /// Say what became of the money of an unknown entry.
  ///
  /// @param charged how much was charged; null for what is at risk, zero for nothing
  record Settle(Entry entry, @Nullable Money charged) implements Work {}

  /// Delete the pictures of entries; the entries stay.
  record DeletePictures(List<Entry> entries) implements Work {
    /// Copies the list.
    public DeletePictures {
      entries = List.copyOf(entries);
    }
  }

  /// Write entries to a file, oldest first.
  ///
  /// @param query those that match it, in the query language
  /// @param only of these only those; all of them when there are none
  /// @param file its path as typed
  record Export(String query, Set<EntryId> only, ExportFormat format, String file) implements Work {
    /// Copies the set.
    public Export {
      only = Set.copyOf(only);
    }
  }

  /// Open the first picture of an entry in the system's viewer.
  record Open(Entry entry) implements Work {}

  /// Read a picture.
  record DrawPicture(Wanted wanted) implements Work {}

  /// Explain what an entry costs.
  record Explain(Entry entry) implements Work {}

  /// Raise a budget.
  ///
  /// @param caller whose, null for that of all together
  record Raise(BudgetPeriod period, @Nullable String caller, Money amount) implements Work {}

  /// Try whether the provider can be reached.
  record Probe() implements Work {}

  /// Give text to the clipboard.
  ///
  /// @param what it is, for the message
  record Copy(String what, String text) implements Show {}

  /// Use other colours.
  record UseTheme(Theme.Name theme) implements Show {}

  /// Show pictures in another way.
  record UsePictures(Options.PictureMode mode) implements Show {}

  /// Listen to the mouse, or not.
  record UseMouse(boolean wanted) implements Show {}

  /// Show what is shown once more, for what the terminal draws by itself.
  record ShowAgain() implements Show {}

  /// Draw everything again.
  record Redraw() implements Show {}

  /// Stop until the user takes the dashboard to the front again.
  record Suspend() implements Show {}

  /// Leave, after what is under way has ended.
  record QuitWhenDone() implements Show {}

  /// Leave now; what was sent and has not ended becomes unknown.
  record Quit() implements Show {}
}
