package anbinh.media.ingest;

import anbinh.media.StreamListener;
import anbinh.media.StreamState.Cause;
import anbinh.media.rtp.MalformedStreamException;
import anbinh.media.rtp.RtpReceiver;
import anbinh.media.rtsp.Sdp;
import anbinh.media.rtsp.StreamFailedException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Receives a camera's video: pictures go to a [StreamListener].
final class VideoReception implements Reception {
  /// Without a deliverable picture a stream is given up after so many times the stall time, though
  /// pictures come: long enough for the widest spaced key pictures in use.
  private static final int STALLS_WITHOUT_KEY = 3;

  /// Without a whole picture among those delivered: at a new connection cameras begin with one.
  private static final int STALLS_DAMAGED = 9;

  private final IngestOptions options;
  private final StreamListener listener;

  private @Nullable RtpReceiver receiver;
  private long picturesSeen;
  private long picturesDelivered;
  private long picturesSound;
  private long lastPictureSeen;
  private long lastPictureSound;
  private long lastPictureDelivered;

  VideoReception(IngestOptions options, StreamListener listener) {
    this.options = options;
    this.listener = listener;
  }

  @Override
  public Track choose(Sdp description, String base) throws StreamFailedException {
    VideoTrack chosen = VideoTrack.choose(description, base);
    receiver =
        new RtpReceiver(
            chosen.codec(),
            chosen.payloadType(),
            chosen.announced(),
            options.maximumUnitBytes(),
            listener);
    return chosen.track();
  }

  @Override
  public void playing(long nanos) {
    lastPictureSeen = nanos;
    lastPictureDelivered = nanos;
    lastPictureSound = nanos;
  }

  @Override
  public void rtp(ByteBuffer packet, long nanos, Instant at) throws MalformedStreamException {
    receiver().rtp(packet, nanos, at);
  }

  @Override
  public void rtcp(ByteBuffer packet, Instant at) {
    receiver().rtcp(packet, at);
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
    RtpReceiver current = receiver();
    boolean seen = current.picturesSeen() != picturesSeen;
    if (seen) {
      picturesSeen = current.picturesSeen();
      lastPictureSeen = nanos;
    }
    if (current.picturesDelivered() != picturesDelivered) {
      picturesDelivered = current.picturesDelivered();
      lastPictureDelivered = nanos;
    }
    if (current.picturesSound() != picturesSound) {
      picturesSound = current.picturesSound();
      lastPictureSound = nanos;
    }
    return seen;
  }

  @Override
  public void check(long nanos, long skippedBytes) throws StreamFailedException {
    long limit = options.stallAfter().toNanos();
    String without = " for " + options.stallAfter().toMillis() + " ms";
    RtpReceiver current = receiver();
    boolean noFormat = picturesDelivered == 0 && current.keysWithoutFormat() > 0;
    if (noFormat && nanos - lastPictureDelivered > limit) {
      throw new StreamFailedException(
          Cause.MALFORMED_STREAM, "pictures came, but no usable parameter sets" + without);
    }
    if (nanos - lastPictureSeen > limit) {
      throw skippedBytes > 0
          ? new StreamFailedException(
              Cause.MALFORMED_STREAM, "bytes came that are not RTP, and no picture" + without)
          : new StreamFailedException(Cause.STALLED, "no picture came" + without);
    }
    if (nanos - lastPictureSound > STALLS_DAMAGED * limit) {
      throw new StreamFailedException(Cause.STALLED, "pictures came, but none of them whole");
    }
    if (nanos - lastPictureDelivered > STALLS_WITHOUT_KEY * limit) {
      boolean gradual = current.gradualRefreshes() > 0;
      throw new StreamFailedException(
          Cause.STALLED,
          "pictures came, but none at which decoding can start"
              + (gradual
                  ? ": the camera renews its picture gradually; turn intra refresh off in it and"
                      + " set an interval of key pictures"
                  : ""));
    }
  }

  private RtpReceiver receiver() {
    RtpReceiver current = receiver;
    if (current == null) {
      throw new IllegalStateException("no track was chosen");
    }
    return current;
  }
}
