package dev.easel.adapter.openai;

import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;

/// One call to one provider, from the first byte to the last download, within one deadline.
final class Call {

  /// The most bytes of an answer: ten large pictures in base64.
  private static final long LARGEST_ANSWER = 512L * 1024 * 1024;

  private final Transport transport;
  private final Provider provider;
  private final Reach.Names names;
  private final ImageRequest request;
  private final Draft.Ready draft;
  private final Watch watch;
  private final Arrivals arrivals;
  private final Deadline deadline;
  private final URI route;
  private final Troubles troubles;

  Call(
      Transport transport,
      Provider provider,
      Reach.Names names,
      ImageRequest request,
      Draft.Ready draft,
      Watch watch,
      Arrivals arrivals) {
    this.transport = transport;
    this.provider = provider;
    this.names = names;
    this.request = request;
    this.draft = draft;
    this.watch = watch;
    this.arrivals = arrivals;
    this.deadline = Deadline.in(provider.settings().timeout());
    this.route = provider.route(draft.path(), request.model());
    @Nullable String proxy = transport.proxy(route).map(ProxyAddress::toString).orElse(null);
    this.troubles =
        new Troubles(provider.host(), proxy, provider.settings().timeout(), provider.words());
  }

  Outcome run() {
    HttpReply reply;
    try {
      reply = transport.send(outgoing(), deadline);
    } catch (IOException | RuntimeException thrown) {
      return failed(null, troubles.whileSending(thrown));
    }
    try (reply) {
      return answered(reply, accept(reply));
    } catch (IOException thrown) {
      return failed(requestId(reply), troubles.whileReceiving(thrown));
    }
  }

  private Outgoing outgoing() {
    Outgoing outgoing = Outgoing.post(route);
    provider.authorise(outgoing);
    return outgoing
        .with(
            "Accept", request.stream() ? "text/event-stream, application/json" : "application/json")
        .with(draft.body());
  }

  /// How much of an answer is read, and until when: of one that refuses, little and not for long.
  private InputStream accept(HttpReply reply) throws IOException {
    return reply.status() / 100 == 2
        ? reply.body(deadline, LARGEST_ANSWER, bytes -> watch.saw(new Progress.Receiving(bytes)))
        : reply.body(deadline.orIn(Rejections.PATIENCE), Rejections.LARGEST, bytes -> {});
  }

  private Outcome answered(HttpReply reply, InputStream stream) {
    int status = reply.status();
    if (status == 407) {
      return failed(null, troubles.proxyRefused());
    }
    Envelopes envelopes = new Envelopes(request, status, reply.headers(), provider.words());
    if (status / 100 != 2) {
      Rejections rejections = new Rejections(provider.words(), provider.name());
      Rejections.Read read = rejections.read(status, reply.headers(), stream);
      Envelope envelope = envelopes.of(status, read.body());
      return new Outcome.Failed(draft.sent(), requestId(reply), read.failure(), envelope);
    }
    Reception reception = new Reception(troubles, provider.words(), watch, request.n(), arrivals);
    @Nullable Failure failure = reception.receive(stream);
    return failure != null && !reception.worthKeeping()
        ? refused(requestId(reply), failure, reception, envelopes)
        : delivered(requestId(reply), reception, failure, envelopes);
  }

  private Outcome refused(
      @Nullable String requestId, Failure failure, Reception reception, Envelopes envelopes) {
    boolean said = reception.refusal() != null;
    return failure instanceof Failure.Rejected rejected && said
        ? new Outcome.Failed(
            draft.sent(), requestId, failure, envelopes.of(rejected.status(), reception.refusal()))
        : failed(requestId, failure);
  }

  private Outcome delivered(
      @Nullable String requestId,
      Reception reception,
      @Nullable Failure failure,
      Envelopes envelopes) {
    Downloads downloads = new Downloads(transport, route, names, arrivals);
    Gallery gallery = new Gallery(downloads, deadline, provider.words());
    reception.answer().offers().forEach(gallery::take);
    if (failure != null && gallery.size() < request.n()) {
      gallery.miss(failure.message());
    }
    Fields usage = reception.answer().usage();
    return new Outcome.Delivered(
        draft.sent(),
        requestId,
        provider.words().secretless(reception.answer().actual()),
        usage == null ? null : provider.words().secretless(usage),
        provider.cost(usage),
        gallery.images(),
        gallery.missing(),
        whole(reception.answer(), failure) ? envelopes.of(reception.answer()) : null);
  }

  /// Whether what came can be given out again: an object that broke off cannot, events can.
  private static boolean whole(Answer answer, @Nullable Failure failure) {
    return failure == null || !answer.events().isEmpty();
  }

  private Outcome failed(@Nullable String requestId, Failure failure) {
    return new Outcome.Failed(draft.sent(), requestId, failure);
  }

  private @Nullable String requestId(HttpReply reply) {
    String said = reply.headers().value("x-request-id").orElse("");
    String id = provider.words().plain(Objects.requireNonNull(said));
    return id.isEmpty() ? null : id;
  }
}
