package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition.Field;
import dev.easel.domain.ledger.EntryId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// An index as bytes, and back.
final class JsonlIndexBody {

  private JsonlIndexBody() {}

  /// The bytes of an index.
  ///
  /// @param blocks its blocks, with their filters stored
  static byte[] bytes(JsonlIndex index, JsonlBlocks blocks) {
    JsonlOutput output = new JsonlOutput();
    write(output, index.counts());
    for (Field field : JsonlVocabulary.FIELDS) {
      Set<String> known = Set.copyOf(index.vocabulary().known(field));
      output.number(known.size());
      known.forEach(output::text);
    }
    output.number(blocks.count());
    blocks.all().forEach(block -> write(output, block));
    JsonlSumsBody.write(output, index.sums());
    return output.bytes();
  }

  /// Reads an index.
  static JsonlIndex read(JsonlInput input, ZoneId zone) {
    JsonlCounts counts = counts(input);
    JsonlVocabulary vocabulary = new JsonlVocabulary();
    for (Field field : JsonlVocabulary.FIELDS) {
      for (int left = input.count(); left > 0; left--) {
        vocabulary.enter(field, input.text());
      }
    }
    List<JsonlBlock> blocks = new ArrayList<>();
    for (int left = input.count(); left > 0; left--) {
      blocks.add(block(input));
    }
    return new JsonlIndex(zone, counts, JsonlSumsBody.read(input), vocabulary, blocks);
  }

  private static void write(JsonlOutput output, JsonlCounts counts) {
    output
        .number(counts.end())
        .number(counts.lines())
        .number(counts.entries())
        .number(counts.damaged())
        .text(counts.damage() == null ? "" : counts.damage());
  }

  private static JsonlCounts counts(JsonlInput input) {
    long end = input.number();
    long lines = input.number();
    long entries = input.number();
    long damaged = input.number();
    String damage = input.text();
    return new JsonlCounts(end, lines, entries, damaged, damage.isEmpty() ? null : damage);
  }

  private static void write(JsonlOutput output, JsonlBlock block) {
    output.number(block.start()).number(block.end()).number(block.entries());
    JsonlRanges ranges = block.ranges();
    write(output, ranges.lowest());
    write(output, ranges.highest());
    write(output, ranges.times());
    write(output, ranges.costs());
    write(output, ranges.latencies());
    if (!(block.words() instanceof JsonlBlock.Words.Stored(long offset, int length))) {
      throw new IllegalStateException("filters are stored before the index");
    }
    output.number(offset).number(length);
  }

  private static JsonlBlock block(JsonlInput input) {
    long start = input.number();
    long end = input.number();
    int entries = input.count();
    JsonlRanges ranges =
        new JsonlRanges(id(input), id(input), span(input), span(input), span(input));
    JsonlBlock.Words words = new JsonlBlock.Words.Stored(input.number(), input.count());
    return new JsonlBlock(start, end, entries, ranges, words, Set.of());
  }

  private static void write(JsonlOutput output, EntryId id) {
    output.number(id.value().getMostSignificantBits()).number(id.value().getLeastSignificantBits());
  }

  private static EntryId id(JsonlInput input) {
    return new EntryId(new UUID(input.number(), input.number()));
  }

  private static void write(JsonlOutput output, JsonlSpan span) {
    output.number(span.low()).number(span.high());
  }

  private static JsonlSpan span(JsonlInput input) {
    return new JsonlSpan(input.number(), input.number());
  }
}
