package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlRecord.Added;
import dev.easel.adapter.persistence.JsonlRecord.Changed;
import dev.easel.adapter.persistence.JsonlRecord.Declared;
import dev.easel.adapter.persistence.JsonlRecord.Keyed;
import dev.easel.adapter.persistence.JsonlRecord.Marked;
import dev.easel.adapter.persistence.JsonlRecord.Opened;
import dev.easel.adapter.persistence.JsonlRecord.Reserved;
import dev.easel.adapter.persistence.JsonlRecord.Written;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Facts;
import dev.easel.domain.ledger.Intent.IdempotencyKey;
import dev.easel.domain.ledger.UsedKey;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// What the records of the journal add up to. Only overlays may be read by any thread; the rest is
/// for one at a time.
final class JsonlJournal {

  /// A key as its caller knows it, the user's under the empty name.
  record KeyName(String caller, String value) {
    /// The name of a key that was used.
    static KeyName of(UsedKey used) {
      return new KeyName(used.caller(), used.key().value());
    }
  }

  /// What a key was last used for.
  record KeyUse(String requestHash, EntryId id) {
    /// With the key.
    UsedKey of(KeyName name) {
      IdempotencyKey key = new IdempotencyKey(name.value(), requestHash);
      return new UsedKey(name.caller(), key, id);
    }
  }

  private final NavigableMap<EntryId, JsonlInFlight> inFlight = new TreeMap<>();
  private final Map<String, Integer> owners = new HashMap<>();
  private final Map<EntryId, JsonlOverlay> overlays = new ConcurrentHashMap<>();
  private final Map<KeyName, KeyUse> keys = new HashMap<>();
  private final Map<EntryId, Long> landings = new HashMap<>();
  private final Set<EntryId> announced = new HashSet<>();
  private final NavigableMap<Long, EntryId> unannounced = new TreeMap<>();
  private final Set<EntryId> stirred = new LinkedHashSet<>();
  private final Set<EntryId> overlaid = new LinkedHashSet<>();
  private final List<Declared> declared = new ArrayList<>();
  private final JsonlSequences sequences = new JsonlSequences();
  private @Nullable ZoneId zone;
  private @Nullable EntryId issued;
  private long sequence;

  /// Takes the next record.
  void apply(JsonlRecord record) {
    sequence = Math.max(sequence, record.sequence());
    switch (record) {
      case Opened opened -> open(opened);
      case Reserved reserved -> reserve(reserved);
      case Changed changed -> change(changed);
      case Marked marked -> mark(marked);
      case Written written -> written(written);
      case Added _ -> {}
      case Keyed keyed -> use(keyed.caller(), keyed.key(), keyed.id());
      case Declared fact -> declared.add(fact);
    }
  }

  private void open(Opened opened) {
    zone = opened.zone();
    EntryId last = opened.issued();
    if (last != null) {
      issued(last);
    }
  }

  private void reserve(Reserved reserved) {
    Entry entry = reserved.entry();
    issued(entry.id());
    put(new JsonlInFlight(entry, reserved.owner(), reserved.low(), reserved.sequence()));
    IdempotencyKey key = reserved.key();
    if (key != null) {
      use(Objects.requireNonNullElse(entry.caller(), ""), key, entry.id());
    }
  }

  private void use(String caller, IdempotencyKey key, EntryId id) {
    keys.put(new KeyName(caller, key.value()), new KeyUse(key.requestHash(), id));
  }

  private void change(Changed changed) {
    EntryId id = changed.entry().id();
    JsonlInFlight flying = inFlight.get(id);
    if (changed.line() != JsonlRecord.IN_FLIGHT) {
      lay(id, JsonlOverlay.of(changed));
    } else if (flying != null) {
      put(flying.with(changed.entry(), changed.sequence()));
    }
  }

  private void mark(Marked marked) {
    JsonlInFlight flying = inFlight.get(marked.id());
    if (marked.line() != JsonlRecord.IN_FLIGHT) {
      lay(marked.id(), JsonlOverlay.of(overlays.get(marked.id()), marked));
    } else if (flying != null) {
      put(flying.with(flying.entry().marked(marked.star(), marked.tags()), marked.sequence()));
    }
  }

  private void lay(EntryId id, JsonlOverlay overlay) {
    overlays.put(id, overlay);
    overlaid.add(id);
    named(id, overlay.line());
  }

  private void written(Written written) {
    issued(written.id());
    sequences.add(written.line(), written.sequence());
    unannounced.remove(written.line());
    if (named(written.id(), written.line())) {
      announced.add(written.id());
    }
  }

  // Whether the line is not known yet.
  private boolean named(EntryId id, long line) {
    boolean flies = inFlight.containsKey(id);
    if (flies) {
      landings.put(id, line);
    }
    return flies;
  }

  private void put(JsonlInFlight flying) {
    owners.merge(flying.owner(), 1, Integer::sum);
    disown(inFlight.put(flying.entry().id(), flying));
    stirred.add(flying.entry().id());
  }

  private void disown(@Nullable JsonlInFlight flying) {
    if (flying != null) {
      owners.computeIfPresent(flying.owner(), (_, entries) -> entries == 1 ? null : entries - 1);
    }
  }

  private void issued(EntryId id) {
    issued = issued == null || id.compareTo(issued) > 0 ? id : issued;
  }

  /// The entry is in flight no more: it has its line.
  ///
  /// @param line where that begins
  void land(EntryId id, long line) {
    landings.remove(id);
    JsonlInFlight flown = inFlight.remove(id);
    if (flown != null) {
      disown(flown);
      stirred.add(id);
      if (!announced.remove(id)) {
        unannounced.put(line, id);
      }
    }
  }

  /// The lines of entries that were in flight of which no record says that they are written, by
  /// where they begin: they may not have been forced.
  NavigableMap<Long, EntryId> unannounced() {
    return Collections.unmodifiableNavigableMap(unannounced);
  }

  /// The entries in flight, by id.
  NavigableMap<EntryId, JsonlInFlight> inFlight() {
    return inFlight;
  }

  /// Those who have entries in flight.
  Set<String> owners() {
    return Collections.unmodifiableSet(owners.keySet());
  }

  /// What lies over lines, by id. A live view for any thread.
  Map<EntryId, JsonlOverlay> overlays() {
    return overlays;
  }

  /// What the keys were last used for.
  Map<KeyName, KeyUse> keys() {
    return keys;
  }

  /// The same, as another log can be told.
  List<UsedKey> usedKeys() {
    return keys.entrySet().stream().map(use -> use.getValue().of(use.getKey())).toList();
  }

  /// Entries in flight of which a record says where their line begins. To be emptied by whoever
  /// knows how far the log is read.
  Map<EntryId, Long> landings() {
    return landings;
  }

  /// The entries that are new or different in flight, or there no more. To be emptied by whoever
  /// counts them.
  Set<EntryId> stirred() {
    return stirred;
  }

  /// The entries whose overlay is new or different. To be emptied by whoever counts them.
  Set<EntryId> overlaid() {
    return overlaid;
  }

  /// What the user has declared, in order.
  List<Declared> declared() {
    return Collections.unmodifiableList(declared);
  }

  /// What that adds up to.
  Facts facts() {
    return new Facts(declared.stream().map(Declared::fact).toList());
  }

  /// Lets everything be counted again.
  void stirAll() {
    stirred.addAll(inFlight.keySet());
    overlaid.addAll(overlays.keySet());
  }

  /// When lines were written, in terms of this journal.
  JsonlSequences sequences() {
    return sequences;
  }

  /// The zone whose days the log counts; empty before the first record.
  Optional<ZoneId> zone() {
    return Optional.ofNullable(zone);
  }

  /// The last id that the log issued.
  Optional<EntryId> issued() {
    return Optional.ofNullable(issued);
  }

  /// The number of the last record, 0 before the first.
  long sequence() {
    return sequence;
  }
}
