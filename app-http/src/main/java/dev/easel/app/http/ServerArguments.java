package dev.easel.app.http;

import dev.easel.config.ConfigurationProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands behind `easel serve`: options that are configuration keys, `--sandbox` and `--json`.
///
/// @param json whether one JSON document on standard output says where the server listens
/// @param configuration values by configuration key
record ServerArguments(boolean sandbox, boolean json, Map<String, String> configuration) {

  private static final Map<String, String> KEYS =
      Map.of(
          "--port", "server.port",
          "--host", "server.host",
          "--data-dir", "data.dir",
          "--provider", "provider");

  private static final Set<String> FLAGS = Set.of("--sandbox", "--json");
  private static final Pattern OPTION = Pattern.compile("--?[a-z][a-z-]{0,30}");

  /// Copies the values.
  ServerArguments {
    configuration = Map.copyOf(configuration);
  }

  /// Reads the arguments.
  ///
  /// @throws ConfigurationProblem with everything that is wrong with them
  static ServerArguments parse(List<String> arguments) {
    Map<String, String> values = new HashMap<>();
    List<String> problems = new ArrayList<>();
    Set<String> flags = new HashSet<>();
    for (Iterator<String> rest = split(arguments).iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      if (FLAGS.contains(argument)) {
        flags.add(argument);
      } else if (argument.equals("--set") && rest.hasNext()) {
        set(rest.next(), values, problems);
      } else if (KEYS.containsKey(argument) && rest.hasNext()) {
        values.put(String.valueOf(KEYS.get(argument)), rest.next());
      } else {
        problems.add(problem(argument));
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationProblem(problems);
    }
    return new ServerArguments(flags.contains("--sandbox"), flags.contains("--json"), values);
  }

  // A word that is no option may be a key that slipped out of its place, so it is not repeated.
  private static String problem(String argument) {
    boolean known = KEYS.containsKey(argument) || argument.equals("--set");
    if (known) {
      return argument + " lacks its value; see easel serve --help";
    }
    return OPTION.matcher(argument).matches()
        ? argument + " is no option of serve; see easel serve --help"
        : "serve takes options only; see easel serve --help";
  }

  /// `--port=8080` as two words.
  private static List<String> split(List<String> arguments) {
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
      words.add(equals < 0 ? argument : argument.substring(0, equals));
      if (equals >= 0) {
        words.add(argument.substring(equals + 1));
      }
    }
    return words;
  }

  private static void set(String pair, Map<String, String> values, List<String> problems) {
    int equals = pair.indexOf('=');
    if (equals < 1) {
      problems.add("--set takes KEY=VALUE, such as --set budget.daily-usd=5");
    } else {
      values.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
  }
}
