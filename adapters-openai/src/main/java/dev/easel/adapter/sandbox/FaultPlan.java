package dev.easel.adapter.sandbox;

/// Which requests a fault befalls.
///
/// @param first only the first so many requests for pictures; [Long#MAX_VALUE] for no end
/// @param percent of them, spread evenly: 1 to 100
public record FaultPlan(Fault fault, long first, int percent) {

  /// Reads `rate-limit` (every request), `rate-limit:2` (the first two) or `server-error:30%`
  /// (three of ten).
  ///
  /// @throws IllegalArgumentException with one sentence that lists the words when it is none
  public static FaultPlan parse(String text) {
    String[] parts = text.split(":", 2);
    Fault fault =
        Fault.named(parts[0].strip())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "'" + parts[0] + "' is no fault; there are: " + Fault.words()));
    return parts.length == 1
        ? new FaultPlan(fault, Long.MAX_VALUE, 100)
        : counted(fault, parts[1].strip(), text);
  }

  private static FaultPlan counted(Fault fault, String count, String text) {
    if (count.matches("[1-9]\\d?%|100%")) {
      int percent = Integer.parseInt(count.substring(0, count.length() - 1));
      return new FaultPlan(fault, Long.MAX_VALUE, percent);
    }
    if (count.matches("[1-9]\\d{0,8}")) {
      return new FaultPlan(fault, Long.parseLong(count), 100);
    }
    throw new IllegalArgumentException(
        "'" + text + "' must end with a number of requests or with 1% to 100%");
  }

  /// Whether it befalls the n-th request, from 1.
  boolean befalls(long request) {
    return request <= first
        && Math.floorDiv(request * percent, 100) > Math.floorDiv((request - 1) * percent, 100);
  }
}
