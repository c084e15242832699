package anbinh.media.simulator;

import java.util.List;

/// A source with its pictures split into RTP payloads once, shared by all cameras that play it.
/// Immutable; equal to itself only.
final class PacketisedSource {
  /// Leaves room for IP, TCP and RTP headers in an Ethernet frame.
  static final int MAXIMUM_PAYLOAD_BYTES = 1400;

  private final VideoSource source;
  private final List<List<RtpPayload>> payloads;

  private PacketisedSource(VideoSource source, List<List<RtpPayload>> payloads) {
    this.source = source;
    this.payloads = payloads;
  }

  static PacketisedSource of(VideoSource source) {
    RtpPacketiser packetiser = new RtpPacketiser(source.format().codec(), MAXIMUM_PAYLOAD_BYTES);
    return new PacketisedSource(
        source, source.pictures().stream().map(packetiser::packetise).toList());
  }

  VideoSource source() {
    return source;
  }

  /// Of each picture in turn.
  List<List<RtpPayload>> payloads() {
    return payloads;
  }
}
