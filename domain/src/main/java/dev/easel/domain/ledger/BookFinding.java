package dev.easel.domain.ledger;

import dev.easel.domain.image.Nullable;

/// Something in the books that is not as Easel wrote it.
public sealed interface BookFinding {

  /// Whether the books are wrong because of it; otherwise it is only to be known.
  default boolean wrong() {
    return switch (this) {
      case Altered _, Removed _, Repeated _, Uneven _, Broken _ -> true;
      case PictureMissing _, PictureAltered _ -> true;
      case Foreign _, Abandoned _, PictureForeign _ -> false;
    };
  }

  /// An entry says something else than when it was sealed.
  ///
  /// @param place where it stands, for people
  /// @param how one sentence
  record Altered(EntryId id, String place, String how) implements BookFinding {}

  /// Entries that the log wrote are not there any more.
  ///
  /// @param id of the only one, null where the log cannot tell
  /// @param entries how many
  /// @param what which ones, for people
  record Removed(@Nullable EntryId id, long entries, String what) implements BookFinding {}

  /// An entry is there more than once.
  ///
  /// @param place where it stands again, for people
  record Repeated(EntryId id, String place) implements BookFinding {}

  /// A damaged line, or one of another program, which the log keeps.
  ///
  /// @param place where it stands, for people
  /// @param reason why it is no entry, one sentence
  record Foreign(String place, String reason) implements BookFinding {}

  /// An entry is in flight, and the process that would end it is no more.
  record Abandoned(EntryId id) implements BookFinding {}

  /// A sum that the log keeps is not that of its entries.
  ///
  /// @param sum which one, for people
  record Uneven(String sum, String kept, String counted) implements BookFinding {}

  /// A part of the log beside its entries is damaged.
  ///
  /// @param part of the log, for people
  /// @param how one sentence
  record Broken(String part, String how) implements BookFinding {}

  /// An entry names a picture that is neither there nor deleted on purpose.
  record PictureMissing(EntryId id, String sha256) implements BookFinding {}

  /// A picture has other bytes than its name says, or cannot be read.
  record PictureAltered(String sha256, String path) implements BookFinding {}

  /// A file among the pictures of which no entry speaks.
  record PictureForeign(String path) implements BookFinding {}
}
