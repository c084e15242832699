package anbinh.media.rtp;

import anbinh.media.Codec;

/// Takes NAL units out of the RTP payloads of one coding and hands them to an
/// [AccessUnitAssembler].
sealed interface Depacketiser permits H264Depacketiser, H265Depacketiser {
  String UNKNOWN = "RTP payloads that are not the video announced";

  static Depacketiser of(Codec codec, AccessUnitAssembler assembler) {
    return switch (codec) {
      case H264 -> new H264Depacketiser(assembler);
      case H265 -> new H265Depacketiser(assembler);
    };
  }

  /// @return false when the payload breaks its format; what it held before that has been handed on
  ///   and the caller must treat the unit as damaged
  boolean accept(RtpPacket packet);

  /// What a payload is that was not accepted, for those who look after the camera.
  String describe(RtpPacket packet);
}
