package anbinh.media.rtp;

import anbinh.media.Bytes;
import anbinh.media.MetadataListener;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/// Receives one metadata track: takes its RTP packets in order of arrival and puts XML documents
/// together (ONVIF Streaming Specification §5.1.2.1.1): the packets of a document have one
/// timestamp, and its last one has the marker. For one thread.
///
/// A document of which packets are missing, or that is too long, is left out. The listener is told
/// of one that cannot be unpacked.
public final class MetadataReceiver {
  /// So many packets in a row without one that can be read end the stream.
  private static final int MAXIMUM_UNREADABLE = 200;

  private final int payloadType;
  private final boolean packed;
  private final int maximumBytes;
  private final MetadataListener listener;
  private final SequenceTracker sequences = new SequenceTracker();
  private final ByteArrayOutputStream document = new ByteArrayOutputStream();
  private boolean sourceKnown;
  private int source;
  private int timestamp;
  private boolean damaged;
  private int unreadable;
  private long documents;
  private boolean ended;

  /// @param encoding XML or GZIP
  /// @param maximumBytes a longer document is left out, as it comes and unpacked
  public MetadataReceiver(
      int payloadType, MetadataEncoding encoding, int maximumBytes, MetadataListener listener) {
    this.payloadType = payloadType;
    this.packed =
        switch (encoding) {
          case XML -> false;
          case GZIP -> true;
          case EXI -> throw new IllegalArgumentException("EXI is not read");
        };
    this.maximumBytes = maximumBytes;
    this.listener = listener;
  }

  /// How many were handed on.
  public long documents() {
    return documents;
  }

  /// Whether the sender has said goodbye.
  public boolean ended() {
    return ended;
  }

  /// Takes an RTP packet.
  public void rtp(ByteBuffer bytes, Instant at) throws MalformedStreamException {
    Optional<RtpPacket> parsed = RtpPacket.parse(bytes);
    if (parsed.isEmpty() || parsed.get().payloadType() != payloadType) {
      if (++unreadable > MAXIMUM_UNREADABLE) {
        throw new MalformedStreamException(
            "more than " + MAXIMUM_UNREADABLE + " packets that are not metadata");
      }
      return;
    }
    unreadable = 0;
    RtpPacket packet = parsed.get();
    followSource(packet.source());
    int missing = sequences.accept(packet.sequence());
    if (missing == SequenceTracker.OLD) {
      return;
    }
    if (missing != 0) {
      skipped();
    }
    if (document.size() > 0 && packet.timestamp() != timestamp) {
      end(at); // Some cameras set no marker.
    }
    timestamp = packet.timestamp();
    append(packet.payload());
    if (packet.marker()) {
      end(at);
    }
  }

  /// Takes an RTCP packet.
  public void rtcp(ByteBuffer bytes) {
    for (RtcpPacket part : RtcpPacket.parse(bytes)) {
      if (part instanceof RtcpPacket.Goodbye goodbye && sourceKnown) {
        ended |= goodbye.sources().contains(source);
      }
    }
  }

  /// Says that packets may be missing.
  public void skipped() {
    document.reset();
    damaged = true;
  }

  private void followSource(int sender) {
    if (!sourceKnown || source != sender) {
      sourceKnown = true;
      source = sender;
      sequences.reset();
      document.reset();
      damaged = false;
    }
  }

  private void append(ByteBuffer payload) {
    if (damaged) {
      return;
    }
    if (document.size() + payload.remaining() > maximumBytes) {
      skipped();
      return;
    }
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    document.writeBytes(bytes);
  }

  private void tell(byte[] bytes, Instant at) {
    if (packed) {
      GzipDocument.unpack(bytes, maximumBytes)
          .ifPresentOrElse(
              unpacked -> listener.onDocument(unpacked, at), () -> listener.onUnreadable(at));
    } else {
      listener.onDocument(Bytes.copyOf(bytes), at);
    }
  }

  private void end(Instant at) {
    if (document.size() > 0) {
      documents++;
      tell(document.toByteArray(), at);
    }
    document.reset();
    damaged = false;
  }
}
