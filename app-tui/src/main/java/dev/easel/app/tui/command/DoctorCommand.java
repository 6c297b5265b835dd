package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.Table;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.config.Key;
import dev.easel.config.Pace;
import dev.easel.config.ProviderKey;
import dev.easel.config.Setting;
import dev.easel.domain.image.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `easel doctor`.
@Command(
    name = "doctor",
    header = "Say what is configured, reachable, writable and how full. Spends nothing.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:healthy", "1:something is wrong", "2:the configuration cannot be used"},
    footer = {
      "",
      "Examples:",
      "  easel doctor",
      "  easel doctor --keys      every key of the configuration",
      "  easel doctor --json",
    })
final class DoctorCommand implements Callable<Integer> {

  private static final int NAME_CELLS = 12;
  private static final int KEY_CELLS = 24;

  private final Session session;

  @Option(names = "--keys", description = "List every key of the configuration instead.")
  private boolean keys;

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return keys ? listKeys() : examine();
  }

  private int examine() {
    List<Finding> findings = new Examination(session).findings();
    boolean healthy =
        findings.stream().noneMatch(finding -> finding.health() == Finding.Health.WRONG);
    if (session.json()) {
      session.print(document(findings, healthy));
    } else {
      findings.forEach(finding -> session.print(line(finding)));
      showSettings();
      session.print("");
      session.print(
          healthy
              ? session.palette().good("Easel is healthy.")
              : session.palette().bad("Something is wrong; see above."));
    }
    return healthy ? ExitCode.DONE : ExitCode.UNHEALTHY;
  }

  private Fields document(List<Finding> findings, boolean healthy) {
    return Fields.NONE
        .with("healthy", healthy)
        .with(
            "findings",
            findings.stream()
                .map(finding ->
                    Fields.NONE
                        .with("about", finding.about())
                        .with("health", finding.health().name().toLowerCase(Locale.ROOT))
                        .with("message", finding.message()))
                .toList())
        .with(
            "settings",
            session.configured().inEffect().stream()
                .map(setting ->
                    Fields.NONE
                        .with("key", setting.key())
                        .with("value", setting.shown())
                        .with("from", setting.origin()))
                .toList());
  }

  private String line(Finding finding) {
    Palette palette = session.palette();
    String sign =
        switch (finding.health()) {
          case WELL -> palette.good("✓");
          case MINDED -> palette.warning("!");
          case WRONG -> palette.bad("✗");
        };
    String about = Cells.padded(VisibleText.line(finding.about()), NAME_CELLS);
    return sign + " " + about + " " + VisibleText.line(finding.message());
  }

  private void showSettings() {
    List<Setting> settings = session.configured().inEffect();
    session.print("");
    session.print(session.palette().strong("Configured"));
    if (settings.isEmpty()) {
      session.print("  nothing; all defaults (easel doctor --keys)");
    }
    for (Setting setting : settings) {
      String key = Cells.padded(VisibleText.line(setting.key()), KEY_CELLS);
      String origin = session.palette().faint("  " + VisibleText.line(setting.origin()));
      session.print("  " + key + " " + VisibleText.line(setting.shown()) + origin);
    }
  }

  private int listKeys() {
    if (session.json()) {
      session.print(
          Fields.NONE.with(
              "keys", Arrays.stream(Key.values()).map(DoctorCommand::fields).toList()));
      return ExitCode.DONE;
    }
    Table table = new Table(List.of("key", "default", "may be", "environment variable"));
    for (Key key : Key.values()) {
      table.add(row(key.word(), key.standard().orElse("none"), key.allowed(), key.variable()));
    }
    for (ProviderKey.Part part : ProviderKey.Part.values()) {
      String word = new ProviderKey("NAME", part).word();
      String variable = "EASEL_PROVIDER_NAME_" + part.name();
      table.add(row(word, standard(part), part.allowed(), variable));
    }
    session.print(table.lines(session.palette()));
    return ExitCode.DONE;
  }

  private static String standard(ProviderKey.Part part) {
    return switch (part) {
      case DIALECT -> "openai";
      case TIMEOUT -> "10m";
      case CONCURRENCY -> Integer.toString(Pace.STANDARD.concurrency());
      case BASE_URL, API_KEY, HEADERS, REQUESTS_PER_MINUTE -> "none";
    };
  }

  private static List<Table.Cell> row(String... cells) {
    List<Table.Cell> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(Table.Cell.of(cell));
    }
    return row;
  }

  private static Fields fields(Key key) {
    return Fields.NONE
        .with("key", key.word())
        .with("default", key.standard().orElse(null))
        .with("allowed", key.allowed())
        .with("variable", key.variable())
        .with("secret", key.secret());
  }
}
