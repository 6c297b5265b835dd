package dev.easel.domain.usecase;

import dev.easel.domain.ledger.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Which pictures may go, and why others stay. It holds for the moment at which it was made;
/// [PrunePictures#carryOut] looks again. Not safe for use by several threads.
public final class PruningPlan {

  private final PictureTable table;
  private final Basis basis;
  private final Share wanted;
  private final long[] ranks;

  /// Some pictures.
  ///
  /// @param bytes what they take together, without their thumbnails
  public record Share(long pictures, long bytes) {}

  /// A picture that may go.
  ///
  /// @param newest when the newest entry that names it was accepted, to the second
  public record Going(String sha256, long bytes, Instant newest) {}

  /// What a plan rests on.
  ///
  /// @param query whose entries' pictures may go
  /// @param made when its making began
  /// @param cursor from where changes of the log are newer than the plan
  record Basis(Retention retention, Query query, Instant made, String cursor) {}

  PruningPlan(PictureTable table, Basis basis) {
    this.table = table;
    this.basis = basis;
    this.wanted = share(table::isWanted);
    this.ranks = ranked();
  }

  // By age as by room the oldest go first, so the rules only say how many.
  private long[] ranked() {
    long[] all =
        IntStream.range(0, table.count()).filter(table::mayGo).mapToLong(table::rank).toArray();
    Arrays.sort(all);
    long left = wanted.bytes();
    int count = 0;
    while (count < all.length && goes(PictureTable.ranked(all[count]), left)) {
      left -= table.bytes(PictureTable.ranked(all[count]));
      count++;
    }
    return Arrays.copyOf(all, count);
  }

  private boolean goes(int at, long left) {
    Retention retention = basis.retention();
    boolean old =
        retention.age() != null && table.newest(at).isBefore(basis.made().minus(retention.age()));
    return old || (retention.mostBytes() != null && left > retention.mostBytes());
  }

  private Share share(IntPredicate which) {
    long pictures = IntStream.range(0, table.count()).filter(which).count();
    long bytes = IntStream.range(0, table.count()).filter(which).mapToLong(table::bytes).sum();
    return new Share(pictures, bytes);
  }

  PictureTable table() {
    return table;
  }

  Basis basis() {
    return basis;
  }

  LongStream ranks() {
    return Arrays.stream(ranks);
  }

  /// The rules.
  public Retention retention() {
    return basis.retention();
  }

  /// Those that may go.
  public Share going() {
    long bytes = ranks().mapToInt(PictureTable::ranked).mapToLong(table::bytes).sum();
    return new Share(ranks.length, bytes);
  }

  /// Those that may go, oldest first.
  public Stream<Going> oldestFirst() {
    return ranks().mapToInt(PictureTable::ranked).mapToObj(this::going);
  }

  /// The last of those that may go, if any may.
  public Optional<Going> lastGoing() {
    return ranks.length == 0
        ? Optional.empty()
        : Optional.of(going(PictureTable.ranked(ranks[ranks.length - 1])));
  }

  private Going going(int at) {
    return new Going(table.sha256(at), table.bytes(at), table.newest(at));
  }

  /// Those of the entries asked for that stay.
  public Share staying() {
    Share going = going();
    return new Share(wanted.pictures() - going.pictures(), wanted.bytes() - going.bytes());
  }

  /// Those that stay because a starred entry names them.
  public Share starred() {
    return share(at -> table.isWanted(at) && table.isStarred(at));
  }

  /// Those that no entry of this log names.
  public Share unnamed() {
    return share(at -> !table.isNamed(at));
  }

  /// How many bytes what stays is over the rule for room, 0 when it is not.
  public long over() {
    Long most = basis.retention().mostBytes();
    return most == null ? 0 : Math.max(0, staying().bytes() - most);
  }
}
