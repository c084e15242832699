package anbinh.media.codec;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.OptionalInt;

/// What is used of an H.264 sequence parameter set (§7.3.2.1.1, annex E).
///
/// @param constraints the byte of `constraint_set` flags
/// @param width luma samples after cropping
/// @param height luma samples after cropping
/// @param framesOnly `frame_mbs_only_flag`: no picture is a single field
/// @param reorderDepth `max_num_reorder_frames`, stated or inferred
public record H264Sps(
    int id,
    int profile,
    int constraints,
    int level,
    int width,
    int height,
    boolean framesOnly,
    int reorderDepth) {

  private static final int EXTENDED_SAR = 255;

  /// Reads a whole NAL unit; what follows the fields needed, such as padding that some cameras add,
  /// is not looked at.
  public static H264Sps parse(ByteBuffer nal) throws MalformedBitstreamException {
    BitReader reader = BitReader.ofNal(nal, 1);
    int profile = reader.smallBits(8);
    int constraints = reader.smallBits(8);
    int level = reader.smallBits(8);
    int id = reader.unsigned(31, "seq_parameter_set_id");
    int chroma = hasChromaFormat(profile) ? readChromaFormat(reader) : 1;
    reader.unsigned(12, "log2_max_frame_num_minus4");
    int pictureOrderCountType = readPictureOrderCount(reader);
    reader.unsigned(16, "max_num_ref_frames");
    reader.skip(1);
    int macroblocksWide = reader.unsigned(1023, "pic_width_in_mbs_minus1") + 1;
    int mapUnitsHigh = reader.unsigned(1023, "pic_height_in_map_units_minus1") + 1;
    boolean framesOnly = reader.flag();
    if (!framesOnly) {
      reader.skip(1);
    }
    reader.skip(1);
    int fields = framesOnly ? 1 : 2;
    int width = macroblocksWide * 16;
    int height = mapUnitsHigh * 16 * fields;
    if (reader.flag()) {
      int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
      int unitY = (chroma == 1 ? 2 : 1) * fields;
      width -= unitX * (crop(reader, width) + crop(reader, width));
      height -= unitY * (crop(reader, height) + crop(reader, height));
    }
    if (width <= 0 || height <= 0) {
      throw new MalformedBitstreamException("cropping leaves no picture");
    }
    int inferred =
        pictureOrderCountType == 2
            ? 0
            : inferredReorderDepth(
                profile, constraints, level, macroblocksWide * mapUnitsHigh * fields);
    int reorderDepth = pictureOrderCountType == 2 ? 0 : statedReorderDepth(reader).orElse(inferred);
    return new H264Sps(id, profile, constraints, level, width, height, framesOnly, reorderDepth);
  }

  /// The RFC 6381 string of the sample entry.
  public String codecs() {
    return String.format(Locale.ROOT, "avc1.%02X%02X%02X", profile, constraints, level);
  }

  private static int crop(BitReader reader, int limit) throws MalformedBitstreamException {
    return reader.unsigned(limit, "frame cropping");
  }

  private static boolean hasChromaFormat(int profile) {
    return switch (profile) {
      case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
      default -> false;
    };
  }

  private static int readChromaFormat(BitReader reader) throws MalformedBitstreamException {
    int chroma = reader.unsigned(3, "chroma_format_idc");
    boolean separatePlanes = chroma == 3 && reader.flag();
    reader.unsigned(6, "bit_depth_luma_minus8");
    reader.unsigned(6, "bit_depth_chroma_minus8");
    reader.skip(1);
    if (reader.flag()) {
      int lists = chroma == 3 ? 12 : 8;
      for (int i = 0; i < lists; i++) {
        if (reader.flag()) {
          skipScalingList(reader, i < 6 ? 16 : 64);
        }
      }
    }
    return separatePlanes ? 0 : chroma;
  }

  private static void skipScalingList(BitReader reader, int size)
      throws MalformedBitstreamException {
    long last = 8;
    long next = 8;
    for (int i = 0; i < size && next != 0; i++) {
      next = Math.floorMod(last + reader.signed(), 256L);
      last = next == 0 ? last : next;
    }
  }

  private static int readPictureOrderCount(BitReader reader) throws MalformedBitstreamException {
    int type = reader.unsigned(2, "pic_order_cnt_type");
    if (type == 0) {
      reader.unsigned(12, "log2_max_pic_order_cnt_lsb_minus4");
    } else if (type == 1) {
      reader.skip(1);
      reader.signed();
      reader.signed();
      int cycle = reader.unsigned(255, "num_ref_frames_in_pic_order_cnt_cycle");
      for (int i = 0; i < cycle; i++) {
        reader.signed();
      }
    }
    return type;
  }

  /// `max_num_reorder_frames` of the VUI. Many cameras write a broken VUI; that costs its contents
  /// only.
  private static OptionalInt statedReorderDepth(BitReader reader) {
    try {
      if (!reader.flag()) {
        return OptionalInt.empty();
      }
      skipVideoUsability(reader);
      if (!reader.flag()) {
        return OptionalInt.empty();
      }
      reader.skip(1);
      reader.unsigned(16, "max_bytes_per_pic_denom");
      reader.unsigned(16, "max_bits_per_mb_denom");
      reader.unsigned(16, "log2_max_mv_length_horizontal");
      reader.unsigned(16, "log2_max_mv_length_vertical");
      return OptionalInt.of(reader.unsigned(16, "max_num_reorder_frames"));
    } catch (MalformedBitstreamException brokenUsability) {
      return OptionalInt.empty();
    }
  }

  private static void skipVideoUsability(BitReader reader) throws MalformedBitstreamException {
    if (reader.flag() && reader.bits(8) == EXTENDED_SAR) {
      reader.skip(32);
    }
    if (reader.flag()) {
      reader.skip(1);
    }
    if (reader.flag()) {
      reader.skip(4);
      if (reader.flag()) {
        reader.skip(24);
      }
    }
    if (reader.flag()) {
      reader.unsigned(5, "chroma_sample_loc_type_top_field");
      reader.unsigned(5, "chroma_sample_loc_type_bottom_field");
    }
    if (reader.flag()) {
      reader.skip(65);
    }
    boolean nalReference = reader.flag();
    if (nalReference) {
      skipReferenceDecoder(reader);
    }
    boolean vclReference = reader.flag();
    if (vclReference) {
      skipReferenceDecoder(reader);
    }
    if (nalReference || vclReference) {
      reader.skip(1);
    }
    reader.skip(1);
  }

  private static void skipReferenceDecoder(BitReader reader) throws MalformedBitstreamException {
    int count = reader.unsigned(31, "cpb_cnt_minus1") + 1;
    reader.skip(8);
    for (int i = 0; i < count; i++) {
      reader.unsigned(Integer.MAX_VALUE, "bit_rate_value_minus1");
      reader.unsigned(Integer.MAX_VALUE, "cpb_size_value_minus1");
      reader.skip(1);
    }
    reader.skip(20);
  }

  /// What annex E.2.1 says holds when nothing is stated. Baseline has no B-slices and is taken as
  /// not reordering, which is what encoders do.
  private static int inferredReorderDepth(
      int profile, int constraints, int level, int macroblocks) {
    boolean intraOnly = (constraints & 0x10) != 0;
    return switch (profile) {
      case 66 -> 0;
      case 44, 86, 100, 110, 122, 244 -> intraOnly ? 0 : maximumFrames(level, macroblocks);
      default -> maximumFrames(level == 11 && (constraints & 0x10) != 0 ? 9 : level, macroblocks);
    };
  }

  /// `MaxDpbFrames` (§A.3.1 h, table A-1).
  private static int maximumFrames(int level, int macroblocks) {
    int maximumMacroblocks =
        switch (level) {
          case 9, 10 -> 396;
          case 11 -> 900;
          case 12, 13, 20 -> 2_376;
          case 21 -> 4_752;
          case 22, 30 -> 8_100;
          case 31 -> 18_000;
          case 32 -> 20_480;
          case 40, 41 -> 32_768;
          case 42 -> 34_816;
          case 50 -> 110_400;
          case 51, 52 -> 184_320;
          default -> 696_320;
        };
    return Math.min(maximumMacroblocks / macroblocks, 16);
  }
}
