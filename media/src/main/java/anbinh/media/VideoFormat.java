package anbinh.media;

import java.util.List;

/// What a decoder must know before the first picture of a track.
///
/// @param parameterSets NAL units without start code or length, in the order SPS, PPS (H.264) or
///   VPS, SPS, PPS (H.265); several of a kind are allowed
/// @param width luma samples after cropping
/// @param height luma samples after cropping
/// @param codecs the RFC 6381 string of the sample entry, for example `avc1.4D401F` or
///   `hvc1.1.6.L93.B0`
/// @param reorderDepth how many pictures may follow a picture in coding order and precede it in
///   presentation order (`max_num_reorder_frames`); 0 when the stream has no B-frames
public record VideoFormat(
    Codec codec,
    List<Bytes> parameterSets,
    int width,
    int height,
    String codecs,
    int reorderDepth) {
  public VideoFormat {
    parameterSets = List.copyOf(parameterSets);
  }
}
