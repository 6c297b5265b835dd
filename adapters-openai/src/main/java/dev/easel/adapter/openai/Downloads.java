package dev.easel.adapter.openai;

import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Fetches the pictures of which an answer gives only the place. The place is a stranger's word, so
/// it may be on the internet or no closer than the provider itself ([Reach]); no key goes there.
///
/// A name is looked up and judged immediately before the connection is made, which finds the same
/// addresses because Java keeps them for 30 seconds (`networkaddress.cache.ttl`). A name server
/// that changes its mind just when they expire could still have a request without contents or key
/// sent to another address; what it answered would have to be a picture to be kept.
final class Downloads {

  private static final int MOST_REDIRECTS = 3;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Transport transport;
  private final URI provider;
  private final Reach.Names names;
  private final Arrivals arrivals;

  /// @param provider the URL that answered, against which relative places are read
  Downloads(Transport transport, URI provider, Reach.Names names, Arrivals arrivals) {
    this.transport = transport;
    this.provider = provider;
    this.names = names;
    this.arrivals = arrivals;
  }

  /// What came of a download.
  sealed interface Fetched {
    /// A picture.
    record Picture(Content content) implements Fetched {}

    /// No picture.
    ///
    /// @param reason one sentence
    record Nothing(String reason) implements Fetched {}
  }

  Fetched fetch(String url, Deadline deadline) {
    if (DataUrl.is(url)) {
      return DataUrl.content(url)
          .<Fetched>map(Fetched.Picture::new)
          .orElseGet(() -> new Fetched.Nothing("its data URL is malformed"));
    }
    try {
      return follow(provider.resolve(url.strip()), deadline.orIn(LONGEST));
    } catch (IllegalArgumentException noUrl) {
      return new Fetched.Nothing("its place is no URL");
    }
  }

  private Fetched follow(URI first, Deadline deadline) {
    URI place = first;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Optional<String> objection = objection(place);
      if (objection.isPresent()) {
        return new Fetched.Nothing(objection.get());
      }
      Hop came = get(place, deadline);
      if (came instanceof Hop.End end) {
        return end.fetched();
      }
      place = ((Hop.Onward) came).place();
    }
    return new Fetched.Nothing("it was redirected more than " + MOST_REDIRECTS + " times");
  }

  private sealed interface Hop {
    record End(Fetched fetched) implements Hop {}

    record Onward(URI place) implements Hop {}
  }

  /// Why a place is not asked; empty when it is.
  private Optional<String> objection(URI place) {
    String scheme = Objects.requireNonNullElse(place.getScheme(), "");
    if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
      return Optional.of("its place is neither http nor https");
    }
    if (place.getHost() == null || place.getUserInfo() != null) {
      return Optional.of("its place names no plain host");
    }
    try {
      return distance(place.getHost());
    } catch (UnknownHostException unknown) {
      return Optional.of("the name " + place.getHost() + " is not known here");
    }
  }

  private Optional<String> distance(String host) throws UnknownHostException {
    Reach allowed = reach(provider.getHost());
    for (InetAddress address : names.addresses(host)) {
      Reach reach = Reach.of(address);
      if (!allowed.mayPointTo(reach)) {
        return Optional.of(
            host + " is " + reach.words() + " and the provider is not, so it was not asked");
      }
    }
    return Optional.empty();
  }

  /// The reach of the provider: what all of its addresses share, else public.
  private Reach reach(String host) {
    try {
      List<Reach> all = names.addresses(host).stream().map(Reach::of).distinct().toList();
      return all.size() == 1 ? all.getFirst() : Reach.PUBLIC;
    } catch (UnknownHostException behindProxy) {
      return Reach.PUBLIC;
    }
  }

  private Hop get(URI place, Deadline deadline) {
    Outgoing request = Outgoing.get(place).with("Accept", "image/*");
    try (HttpReply reply = transport.send(request, deadline)) {
      return hop(reply, reply.body(deadline, AnswerReader.LARGEST_PICTURE, bytes -> {}));
    } catch (DeadlinePassed late) {
      return nothing("it did not arrive in time");
    } catch (TooLarge large) {
      return nothing("it is larger than " + large.limit() + " bytes");
    } catch (IOException broken) {
      return nothing("the connection to " + place.getHost() + " failed");
    } catch (IllegalArgumentException malformed) {
      return nothing("it was redirected to what is no URL");
    }
  }

  private Hop hop(HttpReply reply, InputStream body) throws IOException {
    if (reply.status() == 200) {
      return picture(body);
    }
    Optional<String> location = reply.headers().value("location");
    return location.isPresent() && reply.status() / 100 == 3
        ? new Hop.Onward(reply.url().resolve(location.get()))
        : nothing("its place answered with status " + reply.status());
  }

  private Hop picture(InputStream body) throws IOException {
    try (Chunks bytes = new Chunks(AnswerReader.LARGEST_PICTURE, arrivals.begin())) {
      body.transferTo(bytes);
      return ImageFormat.recognise(bytes.head(ImageFormat.HEAD_BYTES)).isPresent()
          ? new Hop.End(new Fetched.Picture(bytes.content()))
          : nothing("what lies there is no picture that Easel knows");
    }
  }

  private static Hop nothing(String reason) {
    return new Hop.End(new Fetched.Nothing(reason));
  }
}
