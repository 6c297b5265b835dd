package dev.easel.app.tui.dashboard;

import dev.easel.app.tui.screen.Golden;
import dev.easel.app.tui.screen.Size;
import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryPictureStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The overview at every size and in every state.
final class OverviewTest {

  private static Sitting sitting(GenerationLog log, String daily, String monthly, Size size) {
    Budget budget = new Budget(Money.ofUsd(daily), Money.ofUsd(monthly), true);
    return Sitting.at(log, new InMemoryPictureStore(), budget, size);
  }

  private static void check(String name, Sitting sitting) {
    Golden.check("overview/%s-%s".formatted(name, sitting.state().world().size()), sitting.frame());
  }

  @ParameterizedTest
  @CsvSource({"60, 16", "79, 24", "80, 24", "100, 24", "120, 30", "160, 48", "200, 60", "300, 100"})
  void showsWhatWasSpentAndWhatRuns(int columns, int rows) {
    check("busy", sitting(SampleLog.busy(), "5", "100", new Size(columns, rows)));
  }

  @ParameterizedTest
  @CsvSource({"80, 24", "120, 30", "160, 48"})
  void showsHowRequestsEndedWhileNothingRuns(int columns, int rows) {
    check("idle", Sitting.at(SampleLog.idle(), new Size(columns, rows)));
  }

  @ParameterizedTest
  @CsvSource({"60, 16", "80, 24", "120, 30", "160, 48"})
  void invitesToBeginWhereThereIsNothing(int columns, int rows) {
    check("empty", Sitting.at(Scenery.empty(), new Size(columns, rows)));
  }

  @ParameterizedTest
  @CsvSource({"80, 24", "120, 30", "160, 48"})
  void warnsOfABudgetThatIsNearlySpent(int columns, int rows) {
    check("near", sitting(SampleLog.idle(), "2.2", "80", new Size(columns, rows)));
  }

  @ParameterizedTest
  @CsvSource({"80, 24", "120, 30", "160, 48"})
  void saysThatABudgetIsReached(int columns, int rows) {
    check("reached", sitting(SampleLog.idle(), "0.5", "40", new Size(columns, rows)));
  }
}
