package anbinh.media.ingest;

import anbinh.media.MetadataListener;
import anbinh.media.StreamState.Cause;
import anbinh.media.rtp.MalformedStreamException;
import anbinh.media.rtp.MetadataEncoding;
import anbinh.media.rtp.MetadataReceiver;
import anbinh.media.rtsp.RtspUri;
import anbinh.media.rtsp.Sdp;
import anbinh.media.rtsp.SdpMedia;
import anbinh.media.rtsp.StreamFailedException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Receives a camera's metadata: documents go to a [MetadataListener]. A camera may have nothing to
/// tell for long, so only that nothing at all comes, not even answers, means that it is gone.
final class MetadataReception implements Reception {
  private static final int MAXIMUM_BYTES = 1 << 20;

  /// Longer than between two answers to what keeps the session alive.
  private static final long SILENCE_NANOS = 150_000_000_000L;

  private final MetadataListener listener;
  private @Nullable MetadataReceiver receiver;
  private long documents;
  private long lastHeard;

  MetadataReception(MetadataListener listener) {
    this.listener = listener;
  }

  @Override
  public Track choose(Sdp description, String base) throws StreamFailedException {
    Offer best = null;
    for (SdpMedia media : description.media()) {
      for (int payloadType : media.payloadTypes()) {
        MetadataEncoding encoding =
            media
                .encoding(payloadType)
                .flatMap(each -> MetadataEncoding.find(each.name()))
                .orElse(null);
        boolean isBetter =
            best == null || (encoding != null && encoding.compareTo(best.encoding) < 0);
        if (encoding != null && isBetter && !media.encrypted()) {
          best = new Offer(media, payloadType, encoding);
        }
      }
    }
    if (best == null) {
      throw new StreamFailedException(
          Cause.NOT_FOUND,
          "the camera's description names no metadata track (vnd.onvif.metadata): add metadata to"
              + " this profile in the camera");
    }
    if (best.encoding == MetadataEncoding.EXI) {
      throw new StreamFailedException(
          Cause.UNSUPPORTED_CODEC,
          "the camera sends its metadata as EXI, which is not supported: choose no compression or"
              + " GZIP for the metadata of this profile in the camera");
    }
    receiver = new MetadataReceiver(best.payloadType, best.encoding, MAXIMUM_BYTES, listener);
    return new Track(
        RtspUri.resolve(base, best.media.control().orElse("*")),
        RtspUri.resolve(base, description.control()));
  }

  /// A track that can be had.
  private record Offer(SdpMedia media, int payloadType, MetadataEncoding encoding) {}

  @Override
  public void playing(long nanos) {
    lastHeard = nanos;
    listener.onPlaying();
  }

  @Override
  public void rtp(ByteBuffer packet, long nanos, Instant at) throws MalformedStreamException {
    receiver().rtp(packet, at);
  }

  @Override
  public void rtcp(ByteBuffer packet, Instant at) {
    receiver().rtcp(packet);
  }

  @Override
  public void skipped() {
    receiver().skipped();
  }

  @Override
  public boolean ended() {
    return receiver().ended();
  }

  @Override
  public boolean advanced(long nanos) {
    lastHeard = nanos;
    boolean advanced = receiver().documents() != documents;
    documents = receiver().documents();
    return advanced;
  }

  @Override
  public void check(long nanos, long skippedBytes) throws StreamFailedException {
    if (nanos - lastHeard > SILENCE_NANOS) {
      throw new StreamFailedException(
          Cause.STALLED, "nothing came for " + SILENCE_NANOS / 1_000_000_000L + " s");
    }
  }

  private MetadataReceiver receiver() {
    MetadataReceiver current = receiver;
    if (current == null) {
      throw new IllegalStateException("no track was chosen");
    }
    return current;
  }
}
