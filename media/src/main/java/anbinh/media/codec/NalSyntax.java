package anbinh.media.codec;

import anbinh.media.Codec;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/// What can be told from the first bytes of a NAL unit in one coding. Offsets are absolute in the
/// buffer, whose position does not matter; the unit must be at least [#headerBytes] long.
public sealed interface NalSyntax permits H264Syntax, H265Syntax {
  static NalSyntax of(Codec codec) {
    return switch (codec) {
      case H264 -> H264Syntax.INSTANCE;
      case H265 -> H265Syntax.INSTANCE;
    };
  }

  int headerBytes();

  /// `nal_unit_type`.
  int type(byte firstByte);

  /// Whether the type is a slice of a picture that belongs to the base layer.
  boolean isSlice(int type);

  /// Whether a picture of slices of this type is one where decoding can start: H.264 IDR, H.265
  /// IRAP.
  boolean isKey(int type);

  boolean isParameterSet(int type);

  /// Whether the type is an access unit delimiter.
  boolean isDelimiter(int type);

  /// Whether the type is supplemental information (SEI) in front of a picture.
  boolean isMessage(int type);

  /// Whether a slice refers to no other picture, though its type does not say so. Always false in
  /// H.265, which has types for all pictures at which decoding can start.
  boolean isIntra(ByteBuffer slice);

  /// Whether a NAL unit of this type, coming after a slice, shows that the picture was complete
  /// (H.264 §7.4.1.2.3, H.265 §7.4.2.4.4). Slices are told apart by [#isFirstSlice].
  boolean opensUnit(int type);

  /// Whether a slice is the first of its picture: `first_mb_in_slice` 0 or
  /// `first_slice_segment_in_pic_flag`. Of a truncated slice: false.
  ///
  /// @param payload the byte that follows the header
  boolean isFirstSlice(byte payload);

  /// The picture parameter set that the slice from `offset` on names; empty when it cannot be read.
  OptionalInt pictureParameterSetId(ByteBuffer slice);
}
