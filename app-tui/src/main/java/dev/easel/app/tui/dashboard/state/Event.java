package dev.easel.app.tui.dashboard.state;

import dev.easel.app.tui.picture.Preview;
import dev.easel.app.tui.picture.Wanted;
import dev.easel.app.tui.screen.Input;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Progress;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.usecase.Explanation;
import dev.easel.domain.usecase.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Something that happened.
public sealed interface Event {

  /// Time went by; comes before every other event.
  record Ticked(Instant now) implements Event {}

  /// The log is open.
  record Opened(World.House house) implements Event {}

  /// Something came from the terminal.
  record Came(Input input) implements Event {}

  /// Something that is shown was clicked on.
  record Clicked(Click click) implements Event {}

  /// The sums were read.
  record BooksRead(long asked, Books.Sheet sheet) implements Event {}

  /// The sums could not be read.
  record BooksTroubled(long asked, String sentence) implements Event {}

  /// Entries were read.
  ///
  /// @param more whether they follow those that were read before
  /// @param next from where more of them come, null when there are none
  record EntriesRead(long asked, List<Entry> entries, @Nullable EntryId next, boolean more)
      implements Event {
    /// Copies the list.
    public EntriesRead {
      entries = List.copyOf(entries);
    }
  }

  /// Entries were found, newest first, by a question that goes on looking for more.
  record EntriesFound(long asked, List<Entry> entries) implements Event {
    /// Copies the list.
    public EntriesFound {
      entries = List.copyOf(entries);
    }
  }

  /// What entries add up to was read.
  record TotalsRead(String query, Statistics totals) implements Event {}

  /// Entries could not be read.
  record EntriesTroubled(long asked, String sentence) implements Event {}

  /// Entries are new or different, by whichever process.
  record Changed(List<Entry> entries) implements Event {
    /// Copies the list.
    public Changed {
      entries = List.copyOf(entries);
    }
  }

  /// It is known what to expect.
  record Expected(Map<Shape, Expectation> expectations) implements Event {
    /// Copies the map.
    public Expected {
      expectations = Map.copyOf(expectations);
    }
  }

  /// It is known what there is to know of a request before it is sent.
  record Assessed(long asked, Assessment assessment) implements Event {}

  /// That could not be found out.
  record AssessTroubled(long asked, String sentence) implements Event {}

  /// An entry was found to be made again as it was.
  record Recalled(long asked, Entry entry, Assessment assessment) implements Event {}

  /// An entry was found to be changed and made again.
  ///
  /// @param files the pictures that it was made of
  record Reopened(long asked, Entry entry, List<Wish.PictureFile> files) implements Event {
    /// Copies the list.
    public Reopened {
      files = List.copyOf(files);
    }
  }

  /// An entry cannot be made again.
  record RecallTroubled(long asked, String sentence) implements Event {}

  /// It was read with what the next new request begins.
  record DraftRead(Draft draft) implements Event {}

  /// A job made progress.
  record JobSaw(long number, Progress progress) implements Event {}

  /// The user no longer wants a job.
  record JobCancelled(long number) implements Event {}

  /// A job has ended.
  record JobEnded(long number, Result result) implements Event {}

  /// A job failed in a way that nobody expected.
  record JobFailed(long number, String sentence) implements Event {}

  /// A budget was raised.
  ///
  /// @param caller whose, null for that of all together
  record Raised(BudgetPeriod period, @Nullable String caller, Money amount) implements Event {}

  /// A picture was read, or cannot be.
  record PictureDrawn(Wanted wanted, Preview preview) implements Event {}

  /// It is known why an entry costs what it costs.
  record Explained(Explanation explanation) implements Event {}

  /// Something is to be told.
  record Told(Message.Severity severity, String text) implements Event {}

  /// A picture has become ready that the terminal draws itself.
  record PictureReady() implements Event {}

  /// The provider was found, or not.
  record Connected(Connection connection) implements Event {}
}
