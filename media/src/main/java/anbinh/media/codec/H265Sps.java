package anbinh.media.codec;

import java.nio.ByteBuffer;

/// What is used of an H.265 sequence parameter set (§7.3.2.2.1).
///
/// @param width luma samples after the conformance window
/// @param height luma samples after the conformance window
/// @param reorderDepth `sps_max_num_reorder_pics` of the highest temporal layer
public record H265Sps(
    int id, int vpsId, H265Profile profile, int width, int height, int reorderDepth) {

  /// Reads a whole NAL unit; what follows the fields needed is not looked at.
  public static H265Sps parse(ByteBuffer nal) throws MalformedBitstreamException {
    BitReader reader = BitReader.ofNal(nal, 2);
    int vpsId = reader.smallBits(4);
    int subLayersMinusOne = reader.smallBits(3);
    reader.skip(1);
    H265Profile profile = H265Profile.parse(reader, subLayersMinusOne);
    int id = reader.unsigned(15, "sps_seq_parameter_set_id");
    int chroma = reader.unsigned(3, "chroma_format_idc");
    if (chroma == 3) {
      reader.skip(1);
    }
    int width = reader.unsigned(16_888, "pic_width_in_luma_samples");
    int height = reader.unsigned(16_888, "pic_height_in_luma_samples");
    if (reader.flag()) {
      int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
      int unitY = chroma == 1 ? 2 : 1;
      width -= unitX * (window(reader, width) + window(reader, width));
      height -= unitY * (window(reader, height) + window(reader, height));
    }
    if (width <= 0 || height <= 0) {
      throw new MalformedBitstreamException("the conformance window leaves no picture");
    }
    reader.unsigned(8, "bit_depth_luma_minus8");
    reader.unsigned(8, "bit_depth_chroma_minus8");
    reader.unsigned(12, "log2_max_pic_order_cnt_lsb_minus4");
    int layersListed = reader.flag() ? subLayersMinusOne + 1 : 1;
    int reorderDepth = 0;
    for (int i = 0; i < layersListed; i++) {
      reader.unsigned(15, "sps_max_dec_pic_buffering_minus1");
      reorderDepth = reader.unsigned(15, "sps_max_num_reorder_pics");
      reader.unsigned(Integer.MAX_VALUE, "sps_max_latency_increase_plus1");
    }
    return new H265Sps(id, vpsId, profile, width, height, reorderDepth);
  }

  private static int window(BitReader reader, int limit) throws MalformedBitstreamException {
    return reader.unsigned(limit, "conformance window");
  }
}
