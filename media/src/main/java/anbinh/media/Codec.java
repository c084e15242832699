package anbinh.media;

/// A video coding that is recorded without decoding.
public enum Codec {
  /// ITU-T H.264 | ISO/IEC 14496-10 (AVC).
  H264,
  /// ITU-T H.265 | ISO/IEC 23008-2 (HEVC).
  H265
}
