package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlRecord.Added;
import dev.easel.adapter.persistence.JsonlRecord.Changed;
import dev.easel.adapter.persistence.JsonlRecord.Declared;
import dev.easel.adapter.persistence.JsonlRecord.Keyed;
import dev.easel.adapter.persistence.JsonlRecord.Marked;
import dev.easel.adapter.persistence.JsonlRecord.Opened;
import dev.easel.adapter.persistence.JsonlRecord.Reserved;
import dev.easel.adapter.persistence.JsonlRecord.Written;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryReading;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import dev.easel.domain.ledger.FactFields;
import dev.easel.domain.ledger.Intent.IdempotencyKey;
import dev.easel.domain.ledger.Json;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/// The records of the journal as fields, and back.
final class JsonlRecordFields {

  /// The version of the journal's shape.
  static final long VERSION = 1;

  private JsonlRecordFields() {}

  /// The fields of a record as a JSON object on one line, that of its entry the last of them.
  static String json(JsonlRecord record) {
    String fields = Json.write(of(record));
    return switch (record) {
      case Reserved reserved -> with(fields, reserved.entry());
      case Changed changed -> with(fields, changed.entry());
      case Opened _, Marked _, Written _, Added _, Keyed _, Declared _ -> fields;
    };
  }

  // The fields of an entry are not copied for that.
  private static String with(String fields, Entry entry) {
    String open = fields.substring(0, fields.length() - 1);
    return open + ",\"entry\":" + EntryFields.line(entry) + '}';
  }

  private static Fields of(JsonlRecord record) {
    return switch (record) {
      case Opened opened ->
          named("open", record)
              .with("v", VERSION)
              .with("zone", opened.zone().getId())
              .with("issued", opened.issued() == null ? null : opened.issued().toString())
              .with("registered", opened.registered())
              .with("carried", opened.carried());
      case Reserved reserved -> reserved(reserved);
      case Changed changed -> named("change", record).with("line", changed.line());
      case Marked marked -> marked(marked);
      case Written written ->
          named("line", record)
              .with("id", written.id().toString())
              .with("line", written.line())
              .with("sum", written.sum());
      case Added added -> named("lines", record).with("lines", JsonlWitness.text(added.lines()));
      case Keyed keyed ->
          named("key", record)
              .with("id", keyed.id().toString())
              .with("caller", keyed.caller())
              .plus(key(keyed.key()));
      case Declared declared ->
          named("declare", record).with("fact", FactFields.of(declared.fact()));
    };
  }

  private static Fields named(String what, JsonlRecord record) {
    return Fields.NONE.with("n", record.sequence()).with("do", what);
  }

  private static Fields reserved(Reserved reserved) {
    Money low = reserved.low();
    return named("reserve", reserved)
        .with("owner", reserved.owner())
        .plus(reserved.key() == null ? Fields.NONE : key(reserved.key()))
        .with("low_usd", EntryFields.usd(low))
        .with("high_usd", EntryFields.usd(reserved.entry().atRisk()));
  }

  private static Fields marked(Marked marked) {
    return named("mark", marked)
        .with("id", marked.id().toString())
        .with("line", marked.line())
        .with("star", marked.star())
        .with("tags", List.copyOf(marked.tags()));
  }

  private static Fields key(IdempotencyKey key) {
    return Fields.NONE.with("key", key.value()).with("request", key.requestHash());
  }

  /// The record that the fields are; empty when this Easel knows no such record.
  ///
  /// @throws NotAnEntry when a field has no readable value
  static Optional<JsonlRecord> read(Fields fields) throws NotAnEntry {
    long sequence = fields.whole("n").orElse(0);
    return Optional.ofNullable(
        switch (fields.text("do").orElse("")) {
          case "open" ->
              new Opened(
                  sequence,
                  zone(fields),
                  issued(fields),
                  fields.whole("registered").orElse(0),
                  numberOrNull(fields, "carried"));
          case "reserve" ->
              new Reserved(
                  sequence, entry(fields), text(fields, "owner"), keyOrNull(fields), low(fields));
          case "change" -> new Changed(sequence, entry(fields), line(fields));
          case "mark" ->
              new Marked(
                  sequence,
                  id(fields),
                  fields.flag("star").orElse(false),
                  tags(fields),
                  line(fields));
          case "line" ->
              new Written(sequence, id(fields), line(fields), numberOrNull(fields, "sum"));
          case "lines" -> new Added(sequence, JsonlWitness.read(text(fields, "lines")));
          case "key" -> new Keyed(sequence, text(fields, "caller"), key(fields), id(fields));
          case "declare" ->
              FactFields.read(fields.fields("fact"))
                  .map(fact -> new Declared(sequence, fact))
                  .orElse(null);
          default -> null;
        });
  }

  private static ZoneId zone(Fields fields) throws NotAnEntry {
    try {
      return ZoneId.of(text(fields, "zone"));
    } catch (DateTimeException unknown) {
      throw new NotAnEntry("its zone is not known");
    }
  }

  private static Entry entry(Fields fields) throws NotAnEntry {
    Fields entry = fields.fields("entry");
    if (entry.get("id") == null) {
      throw new NotAnEntry("its entry has no id");
    }
    return EntryReading.read(entry, ZoneOffset.UTC, moment -> EntryId.of(moment, 0, 0));
  }

  private static @Nullable EntryId issued(Fields fields) {
    return fields.text("issued").flatMap(EntryId::parse).orElse(null);
  }

  private static EntryId id(Fields fields) throws NotAnEntry {
    return EntryId.parse(text(fields, "id")).orElseThrow(() -> new NotAnEntry("its id is no UUID"));
  }

  private static @Nullable Long numberOrNull(Fields fields, String name) {
    OptionalLong number = fields.whole(name);
    return number.isPresent() ? (Long) number.getAsLong() : null;
  }

  private static long line(Fields fields) {
    return fields.whole("line").orElse(JsonlRecord.IN_FLIGHT);
  }

  private static @Nullable IdempotencyKey keyOrNull(Fields fields) throws NotAnEntry {
    return fields.get("key") == null ? null : key(fields);
  }

  private static IdempotencyKey key(Fields fields) throws NotAnEntry {
    return new IdempotencyKey(text(fields, "key"), text(fields, "request"));
  }

  private static @Nullable Money low(Fields fields) {
    return fields.decimal("low_usd").map(Money::ofUsd).orElse(null);
  }

  private static SortedSet<String> tags(Fields fields) {
    SortedSet<String> tags = new TreeSet<>();
    if (fields.get("tags") instanceof List<?> list) {
      list.forEach(tag -> tags.add(String.valueOf(tag)));
    }
    return tags;
  }

  private static String text(Fields fields, String name) throws NotAnEntry {
    return fields.text(name).orElseThrow(() -> new NotAnEntry("it has no " + name));
  }
}
