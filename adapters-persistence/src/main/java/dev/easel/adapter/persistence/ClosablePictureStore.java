package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.PictureStore;

/// A picture store of which something is to be put away at the end.
public interface ClosablePictureStore extends PictureStore, AutoCloseable {

  /// Puts it away, within two seconds. Pictures that are kept meanwhile or afterwards are kept all
  /// the same.
  @Override
  void close();
}
