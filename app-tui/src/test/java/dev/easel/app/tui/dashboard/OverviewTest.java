package dev.easel.app.tui.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Pane;
import dev.easel.app.tui.dashboard.state.Scope;
import dev.easel.app.tui.dashboard.update.Subject;
import dev.easel.app.tui.screen.Golden;
import dev.easel.app.tui.screen.Size;
import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryPictureStore;
import dev.easel.domain.ledger.LogRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
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
  @CsvSource({"110, 46", "160, 48", "200, 60"})
  void showsThePictureOfTheChosenRequestWhereThereIsRoom(int columns, int rows) {
    check("picture", Exhibition.usual().sitting(columns, rows).press("j").later(Exhibition.STILL));
  }

  @ParameterizedTest
  @CsvSource({"60, 16", "80, 24", "160, 48"})
  void showsOnePanelAlone(int columns, int rows) {
    Sitting sitting =
        sitting(SampleLog.busy(), "5", "100", new Size(columns, rows)).press("+", "l");
    check("alone-spend", sitting);
    check("alone-models", sitting.press("l", "l", "l"));
    String together = sitting.press("escape").text();
    assertEquals(together, sitting.press("+", "_").text());
  }

  @ParameterizedTest
  @CsvSource({"60, 16", "80, 24", "160, 48"})
  void showsThePictureAlone(int columns, int rows) {
    Sitting sitting = Exhibition.usual().sitting(columns, rows).press("+", "h");
    check("alone-picture", sitting.later(Exhibition.STILL));
  }

  @Test
  void theChosenRequestStaysChosenWhenANewOneComes() {
    GenerationLog log = Scenery.month();
    Sitting sitting = Sitting.at(log, new Size(80, 24)).press("j", "j");
    Entry chosen = Subject.of(sitting.state()).orElseThrow();
    Entry fresh = EntryDraft.at(Scenery.NOW, 7_777).prompt("a new one").entry();
    log.add(sink -> sink.accept(new LogRecord.Whole(fresh)));
    sitting.happens(new Event.Changed(List.of(fresh)));

    assertTrue(sitting.text().contains("a new one"), sitting.text());
    assertEquals(chosen.id(), Subject.of(sitting.state()).orElseThrow().id());
    sitting.press("g");
    assertEquals(fresh.id(), Subject.of(sitting.state()).orElseThrow().id());
  }

  @Test
  void nothingIsDoneToARequestThatIsNotToBeSeen() {
    Sitting sitting = Exhibition.usual().sitting(80, 24).press("+", "l", "j", "d");
    assertEquals(Scope.OVERVIEW, Scope.of(sitting.state()));
    assertEquals(0, sitting.state().place().row());
    assertEquals(Scope.PICTURE, Scope.of(sitting.press("h", "h", "j", "v").state()));
  }

  @Test
  void everyPanelHasAllTheRoomAtEverySize() {
    for (Size size : List.of(new Size(60, 16), new Size(79, 24), new Size(300, 100))) {
      Sitting sitting = sitting(SampleLog.busy(), "5", "100", size).press("+");
      for (Pane pane : Pane.values()) {
        assertEquals(pane, sitting.state().place().pane());
        assertEquals(size, sitting.frame().size());
        sitting.press("l");
      }
    }
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
