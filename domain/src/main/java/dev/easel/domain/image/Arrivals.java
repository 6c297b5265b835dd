package dev.easel.domain.image;

/// The port through which whoever receives pictures lets whoever stores them begin early: what has
/// come of a picture can be written while the rest is on its way. Nothing depends on it, so its
/// failures are nobody's. Implementations are safe for use by several threads.
@FunctionalInterface
public interface Arrivals {

  /// Begins with a picture of which nothing has come yet.
  Arrival begin();

  /// Takes nothing early.
  Arrivals NONE =
      () ->
          new Arrival() {
            @Override
            public void take(byte[] bytes) {}

            @Override
            public Content whole(Content all) {
              return all;
            }

            @Override
            public void close() {}
          };

  /// One picture that is coming. For one thread.
  interface Arrival extends AutoCloseable {

    /// Takes the next bytes, which nobody changes any more. Waits for nothing.
    void take(byte[] bytes);

    /// Ends it: all bytes have been taken.
    ///
    /// @param all what was taken, as a whole
    /// @return the same bytes, in the form in which they are stored soonest
    Content whole(Content all);

    /// Ends it: the picture will not become whole. Does nothing after [#whole].
    @Override
    void close();
  }
}
