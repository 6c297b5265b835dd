package dev.easel.app.tui.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Listing;
import dev.easel.app.tui.dashboard.state.Message;
import dev.easel.app.tui.dashboard.state.Scope;
import dev.easel.app.tui.screen.Golden;
import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.Size;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tab of requests.
final class RequestsTest {

  private static final Size USUAL = new Size(80, 24);

  private static Sitting requests() {
    return Sitting.at(Scenery.month(), USUAL).press("2");
  }

  private static Listing listing(Sitting sitting) {
    return sitting.state().requests().listing();
  }

  private static EntryId chosen(Sitting sitting) {
    return listing(sitting).current().map(Entry::id).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"60,16", "80,24", "120,30", "160,48"})
  void listsRequestsAtEverySize(int columns, int rows) {
    Sitting sitting = Sitting.at(Scenery.month(), new Size(columns, rows)).press("2", "j", "j");
    Golden.check("requests/list-%dx%d".formatted(columns, rows), sitting.frame());
  }

  @ParameterizedTest
  @CsvSource({"60,16", "80,24", "120,30", "160,48"})
  void showsTheKeysOfWhereTheUserIs(int columns, int rows) {
    Sitting sitting = Sitting.at(Scenery.month(), new Size(columns, rows)).press("2", "?");
    Golden.check("requests/help-%dx%d".formatted(columns, rows), sitting.frame());
  }

  @ParameterizedTest
  @CsvSource({"80,24", "120,30", "160,48"})
  void saysWhenNothingMatches(int columns, int rows) {
    Sitting sitting =
        Sitting.at(Scenery.month(), new Size(columns, rows))
            .press("/")
            .type("walrus")
            .press("enter");
    Golden.check("requests/nothing-%dx%d".formatted(columns, rows), sitting.frame());
  }

  @ParameterizedTest
  @CsvSource({"80,24", "120,30", "160,48"})
  void invitesToBeginWhereThereIsNothing(int columns, int rows) {
    Sitting sitting = Sitting.at(Scenery.empty(), new Size(columns, rows)).press("2", ":");
    sitting.type("range all").press("enter");
    Golden.check("requests/empty-%dx%d".formatted(columns, rows), sitting.frame());
  }

  @Test
  void saysWhatIsTooSmall() {
    String text = requests().resize(new Size(59, 15)).text();
    assertTrue(text.contains("Easel needs 60x16, this is 59x15"), text);
  }

  @ParameterizedTest
  @CsvSource({"120,30", "160,48", "200,60"})
  void showsTheChosenOneBesideTheListWhereThereIsRoom(int columns, int rows) {
    Sitting sitting = Exhibition.usual().sitting(columns, rows).press("2", "j");
    Golden.check(
        "requests/beside-%dx%d".formatted(columns, rows), sitting.later(Exhibition.STILL).frame());
    sitting.press("G").later(Exhibition.STILL);
    assertEquals(columns, sitting.frame().size().columns());
  }

  @Test
  void doesNothingUnseenWhereThereIsNoRoom() {
    Sitting sitting = requests().resize(new Size(10, 3)).press("d", "enter", "n", "1").paste("x");
    assertEquals(Scope.REQUESTS, Scope.of(sitting.state()));
    assertTrue(sitting.press("q").shown.contains(new Effect.Quit()));
  }

  @Test
  void escAndAKeyQuicklyBehindItAreTwoKeys() {
    Sitting sitting = requests().press("enter", "alt-3");
    assertEquals(Scope.GALLERY, Scope.of(sitting.state()));
    sitting.press("/", "alt-q");
    assertEquals(Scope.LINE, Scope.of(sitting.state()));
  }

  @Test
  void escClearsNoFilterThatIsNotToBeSeen() {
    Sitting sitting = requests().press("/").type("fox").press("enter", "1", "escape");
    assertEquals("fox", listing(sitting).filter());
    assertEquals("", listing(sitting.press("2", "escape")).filter());
  }

  @ParameterizedTest
  @CsvSource({"60,16", "80,24", "120,30"})
  void tellsALongMessageInSeveralLines(int columns, int rows) {
    String sentence =
        "nothing was sent: this request may cost $0.05272, and the daily budget of $0.01 has $0"
            + " committed and $0.01 left; easel budget raise 1 raises it";
    Sitting sitting = Sitting.at(Scenery.month(), new Size(columns, rows)).press("2");
    sitting.happens(new Event.Told(Message.Severity.ERROR, sentence));
    Golden.check("requests/told-%dx%d".formatted(columns, rows), sitting.frame());
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "20,5", "59,15", "60,16", "79,24", "300,100"})
  void drawsAtAnySize(int columns, int rows) {
    Sitting sitting = requests().resize(new Size(columns, rows));
    for (String key : List.of("?", "escape", "/", "escape", "y", "escape", "1", "3", "4", "2")) {
      assertEquals(rows, sitting.press(key).frame().size().rows());
    }
  }

  @Test
  void filtersAndSaysSo() {
    Sitting sitting = requests().press("/").type("model:dall-e-3").press("enter");
    assertTrue(listing(sitting).entries().stream().allMatch(one -> one.model().equals("dall-e-3")));
    assertTrue(sitting.text().contains("filter: model:dall-e-3"), sitting.text());
  }

  @Test
  void keepsTheLineWhileTheFilterCannotBeUnderstood() {
    Sitting sitting = requests().press("/").type("colour:red").press("enter");
    assertTrue(sitting.text().contains("colour"), sitting.text());
    assertTrue(sitting.state().layers().top().isPresent());
    assertEquals("", listing(sitting.press("escape")).filter());
  }

  @Test
  void escapeClosesThenClearsAndNeverQuits() {
    Sitting sitting = requests().press("/").type("fuchs").press("enter", "space", "?");
    sitting.press("escape");
    assertTrue(sitting.state().layers().top().isEmpty());
    sitting.press("escape");
    assertTrue(listing(sitting).marked().isEmpty());
    sitting.press("escape");
    assertEquals("", listing(sitting).filter());
    sitting.press("escape", "escape");
    assertTrue(sitting.shown.isEmpty());
  }

  @Test
  void whatIsNewMovesNothingThatIsChosen() {
    Sitting sitting = requests().press("j", "j", "j");
    EntryId before = chosen(sitting);
    int count = listing(sitting).entries().size();
    Entry fresh = EntryDraft.at(Scenery.NOW, 5_000).prompt("made elsewhere").entry();
    sitting.happensAlone(new Event.Changed(List.of(fresh)));
    assertEquals(before, chosen(sitting));
    assertEquals(count + 1, listing(sitting).entries().size());
    assertEquals(fresh.id(), listing(sitting).entries().getFirst().id());
  }

  @Test
  void aBusyLogDoesNotKeepASortedListFromBeingShown() {
    Sitting sitting = requests().press("s");
    Event changed = new Event.Changed(List.of(EntryDraft.at(Scenery.NOW, 5_000).entry()));
    assertTrue(asks(sitting.happensAlone(changed)));
    assertFalse(asks(sitting.happensAlone(changed)), "a question is open");
    Event answer =
        new Event.EntriesRead(
            listing(sitting).asked(), listing(sitting).entries(), listing(sitting).next(), false);
    assertTrue(asks(sitting.happensAlone(answer)), "something has changed since it was asked");
  }

  private static boolean asks(List<Effect> effects) {
    return effects.stream().anyMatch(Effect.ReadEntries.class::isInstance);
  }

  @Test
  void countsWhatIsNewAmongTheListed() {
    Sitting sitting = requests();
    Event changed = new Event.Changed(List.of(EntryDraft.at(Scenery.NOW, 5_000).entry()));
    assertTrue(
        sitting.happensAlone(changed).stream().anyMatch(Effect.ReadTotals.class::isInstance));
  }

  @Test
  void whatIsFollowedIsTheNewest() {
    Sitting sitting = requests().press("j", "F");
    Entry fresh = EntryDraft.at(Scenery.NOW, 5_000).entry();
    sitting.happensAlone(new Event.Changed(List.of(fresh)));
    assertEquals(fresh.id(), chosen(sitting));
  }

  @Test
  void whatIsNewAndDoesNotMatchStaysOut() {
    Sitting sitting = requests().press("/").type("lighthouse").press("enter");
    int count = listing(sitting).entries().size();
    Entry fresh = EntryDraft.at(Scenery.NOW, 5_000).prompt("a walrus").entry();
    sitting.happensAlone(new Event.Changed(List.of(fresh)));
    assertEquals(count, listing(sitting).entries().size());
  }

  @Test
  void dropsTheAnswerToAnOldQuestion() {
    Sitting sitting = requests();
    List<Entry> shown = listing(sitting).entries();
    var read = new Event.EntriesRead(listing(sitting).asked() - 1, List.of(), null, false);
    sitting.happensAlone(read);
    assertEquals(shown, listing(sitting).entries());
  }

  @Test
  void showsWhatALongSearchHasFoundSoFar() {
    Sitting sitting = requests();
    List<Entry> before = listing(sitting).entries();
    sitting.press("/").happensAlone(Sitting.ENTER);
    Entry fresh = EntryDraft.at(Scenery.NOW, 5_000).entry();

    sitting.happensAlone(new Event.EntriesFound(listing(sitting).asked(), List.of(fresh)));

    assertEquals(fresh.id(), listing(sitting).entries().getFirst().id());
    assertEquals(before, listing(sitting).entries().subList(1, before.size() + 1));
    assertNotNull(listing(sitting).asking());
  }

  @Test
  void aLongSearchShowsNothingThatDoesNotMatch() {
    Sitting sitting = requests().press("/").type("lighthouse");
    int before = listing(sitting).entries().size();
    sitting.happensAlone(Sitting.ENTER);
    Entry found = EntryDraft.at(Scenery.NOW, 5_000).prompt("a lighthouse").entry();

    sitting.happensAlone(new Event.EntriesFound(listing(sitting).asked(), List.of(found)));

    List<Entry> shown = listing(sitting).entries();
    assertEquals(found, shown.getFirst());
    assertTrue(shown.size() < before, shown.size() + " of " + before);
    assertTrue(shown.stream().allMatch(entry -> entry.prompt().contains("lighthouse")));
  }

  @Test
  void whatAnOvertakenSearchFindsIsDropped() {
    Sitting sitting = requests();
    List<Entry> shown = listing(sitting).entries();
    Entry found = EntryDraft.at(Scenery.NOW, 5_000).entry();

    sitting.happensAlone(new Event.EntriesFound(listing(sitting).asked() - 1, List.of(found)));

    assertEquals(shown, listing(sitting).entries());
  }

  @Test
  void aLogThatAnswersInPartsIsReadToTheEnd() {
    List<List<Entry>> read = new ArrayList<>();
    for (GenerationLog log : List.of(Scenery.empty(), Scenery.hurried())) {
      log.add(
          sink -> Scenery.entries(450).forEach(entry -> sink.accept(new LogRecord.Whole(entry))));
      Sitting sitting = Sitting.at(log, USUAL).press("2", ":").type("range all").press("enter");
      sitting.press("/").type("cost>0.05 -state:reserved").press("enter");
      read.add(listing(sitting).entries());
    }
    assertFalse(read.getFirst().isEmpty());
    assertEquals(read.getFirst(), read.getLast());
  }

  @Test
  void readsOnAsTheUserGoesDown() {
    GenerationLog log = Scenery.empty();
    List<Entry> entries = Scenery.entries(450);
    log.add(sink -> entries.forEach(entry -> sink.accept(new LogRecord.Whole(entry))));
    Sitting sitting = Sitting.at(log, USUAL).press("2", ":").type("range all").press("enter");
    assertEquals(200, listing(sitting).entries().size());
    sitting.press("G", "G", "G");
    assertEquals(450, listing(sitting).entries().size());
    assertEquals(entries.getFirst().id(), chosen(sitting));
    assertTrue(sitting.text().contains("end of list"), sitting.text());
  }

  @Test
  void sortsByCostOverAllThatMatch() {
    Sitting sitting = requests().press(":").type("range all").press("enter", "s");
    assertEquals(Money.ofUsd("0.2107"), firstCost(sitting));
    assertEquals(Money.ZERO, firstCost(sitting.press("S")));
  }

  private static Money firstCost(Sitting sitting) {
    return listing(sitting).entries().getFirst().cost().known().orElseThrow();
  }

  @Test
  void settlesWhatIsUnknownByHand() {
    Sitting sitting = requests().press("/").type("state:unknown").press("enter");
    EntryId id = chosen(sitting);
    sitting.press("$", "c");
    assertEquals(EntryState.SETTLED, sitting.studio.log().find(id).orElseThrow().state());
  }

  @Test
  void saysWhyAKeyDoesNotApply() {
    Sitting sitting =
        requests().press("G", "g").press("/").type("state:settled").press("enter", "$");
    assertTrue(sitting.text().contains("only what is unknown can be settled"), sitting.text());
  }

  @Test
  void putsStarAndTagsOnWhatIsMarked() {
    Sitting sitting = requests().press("/").type("fuchs").press("enter", "space", "space", "*");
    assertEquals(2, listing(sitting).entries().stream().filter(Entry::star).count());
    sitting.press("#").type("poster").press("enter");
    assertEquals(
        2,
        listing(sitting).entries().stream().filter(one -> one.tags().contains("poster")).count());
  }

  @Test
  void tagsLeaveStarsAsTheyAre() {
    Sitting sitting = requests().press("/").type("fuchs").press("enter", "*", "space", "space");
    sitting.press("#").type("poster").press("enter");
    assertEquals(2, tagged(sitting).size());
    assertEquals(1, tagged(sitting).stream().filter(Entry::star).count());
  }

  private static List<Entry> tagged(Sitting sitting) {
    return listing(sitting).entries().stream()
        .filter(one -> one.tags().contains("poster"))
        .toList();
  }

  @Test
  void exportsWhatIsListedAndOverwritesNothing(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("fuchs.csv");
    Sitting sitting = requests().press("/").type("fuchs").press("enter");
    int listed = listing(sitting).entries().size();
    sitting.press(":").type("export " + file).press("enter");
    assertEquals(listed + 1, Files.readAllLines(file).size(), "the names of the columns first");
    List<String> before = Files.readAllLines(file);
    sitting.press(":").type("export " + file).press("enter");
    assertTrue(sitting.text().contains("exists"), sitting.text());
    assertEquals(before, Files.readAllLines(file));
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void pastedTextIsNeverTakenForKeys() {
    Sitting sitting = requests();
    sitting.happens(new Event.Came(new Input.Pasted("q")));
    assertTrue(sitting.shown.isEmpty());
    sitting.press("/");
    sitting.happens(new Event.Came(new Input.Pasted("fu\nchs\u001b[31m")));
    assertFalse(String.join("", sitting.frame().text()).contains("\u001b"));
    assertTrue(sitting.state().layers().top().isPresent());
  }
}
