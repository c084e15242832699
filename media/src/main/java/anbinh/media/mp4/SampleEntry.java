package anbinh.media.mp4;

import anbinh.media.Bytes;
import anbinh.media.Codec;
import anbinh.media.VideoFormat;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The sample description of a track: `avc1` with `avcC` or `hvc1` with `hvcC` (ISO/IEC 14496-15
/// §5.3.3, §8.3.3).
///
/// Parameter sets are repeated here and yet left in the samples, where the camera put them: a file
/// must keep every byte it received, and readers accept both.
final class SampleEntry {
  private static final int VISUAL_BYTES = 78;
  private static final int MIN_CONFIGURATION_BYTES = 7;

  private SampleEntry() {}

  static void write(BoxWriter writer, VideoFormat format) {
    switch (format.codec()) {
      case H264 -> {
        openVisual(writer, "avc1", format);
        writeAvcConfiguration(writer, format);
      }
      case H265 -> {
        openVisual(writer, "hvc1", format);
        writeHevcConfiguration(writer, format);
      }
    }
    writer.close();
  }

  private static void openVisual(BoxWriter writer, String type, VideoFormat format) {
    writer.open(type);
    writer.zeros(6);
    writer.int16(1);
    writer.zeros(16);
    writer.int16(format.width());
    writer.int16(format.height());
    writer.int32(0x00480000);
    writer.int32(0x00480000);
    writer.int32(0);
    writer.int16(1);
    writer.zeros(32);
    writer.int16(0x0018);
    writer.int16(0xFFFF);
  }

  private static void writeAvcConfiguration(BoxWriter writer, VideoFormat format) {
    List<Bytes> sps = ofType(format, 7);
    List<Bytes> pps = ofType(format, 8);
    Bytes first = sps.isEmpty() ? Bytes.copyOf(new byte[4]) : sps.getFirst();
    int profile = byteAt(first, 1);
    writer.open("avcC");
    writer.int8(1);
    writer.int8(profile);
    writer.int8(byteAt(first, 2));
    writer.int8(byteAt(first, 3));
    writer.int8(0xFC | 3);
    writer.int8(0xE0 | sps.size());
    sps.forEach(nal -> writeNal(writer, nal));
    writer.int8(pps.size());
    pps.forEach(nal -> writeNal(writer, nal));
    if (profile != 66 && profile != 77 && profile != 88) {
      BitReader bits = new BitReader(first, 4);
      bits.unsignedExpGolomb();
      int chroma = bits.unsignedExpGolomb();
      if (chroma == 3) {
        bits.skip(1);
      }
      writer.int8(0xFC | (chroma & 3));
      writer.int8(0xF8 | (bits.unsignedExpGolomb() & 7));
      writer.int8(0xF8 | (bits.unsignedExpGolomb() & 7));
      writer.int8(0);
    }
    writer.close();
  }

  private static void writeHevcConfiguration(BoxWriter writer, VideoFormat format) {
    List<Bytes> sps = ofType(format, 33);
    Bytes first = sps.isEmpty() ? Bytes.copyOf(new byte[16]) : sps.getFirst();
    BitReader bits = new BitReader(first, 2);
    bits.skip(4);
    int subLayers = bits.bits(3);
    int nested = bits.bit();
    writer.open("hvcC");
    writer.int8(1);
    for (int i = 0; i < 12; i++) {
      writer.int8(bits.bits(8));
    }
    skipSubLayers(bits, subLayers);
    bits.unsignedExpGolomb();
    int chroma = bits.unsignedExpGolomb();
    if (chroma == 3) {
      bits.skip(1);
    }
    bits.unsignedExpGolomb();
    bits.unsignedExpGolomb();
    if (bits.bit() == 1) {
      for (int i = 0; i < 4; i++) {
        bits.unsignedExpGolomb();
      }
    }
    writer.int16(0xF000);
    writer.int8(0xFC);
    writer.int8(0xFC | (chroma & 3));
    writer.int8(0xF8 | (bits.unsignedExpGolomb() & 7));
    writer.int8(0xF8 | (bits.unsignedExpGolomb() & 7));
    writer.int16(0);
    writer.int8((subLayers + 1) << 3 | nested << 2 | 3);
    writer.int8(3);
    for (int type = 32; type <= 34; type++) {
      List<Bytes> nals = ofType(format, type);
      writer.int8(0x80 | type);
      writer.int16(nals.size());
      nals.forEach(nal -> writeNal(writer, nal));
    }
    writer.close();
  }

  private static void skipSubLayers(BitReader bits, int subLayers) {
    if (subLayers == 0) {
      return;
    }
    int[] present = new int[subLayers];
    for (int i = 0; i < 8; i++) {
      int flags = bits.bits(2);
      if (i < subLayers) {
        present[i] = flags;
      }
    }
    for (int flags : present) {
      bits.skip((flags & 2) != 0 ? 88 : 0);
      bits.skip((flags & 1) != 0 ? 8 : 0);
    }
  }

  private static List<Bytes> ofType(VideoFormat format, int type) {
    return format.parameterSets().stream()
        .filter(nal -> nal.size() > 0 && typeOf(format.codec(), nal) == type)
        .toList();
  }

  private static int typeOf(Codec codec, Bytes nal) {
    return switch (codec) {
      case H264 -> nal.at(0) & 0x1F;
      case H265 -> (nal.at(0) >> 1) & 0x3F;
    };
  }

  private static int byteAt(Bytes nal, int at) {
    return at < nal.size() ? nal.at(at) & 0xFF : 0;
  }

  private static void writeNal(BoxWriter writer, Bytes nal) {
    writer.int16(nal.size());
    writer.raw(nal);
  }

  /// Reads an entry back. The reorder depth, which no box states, is 0.
  ///
  /// @param entry the whole sample entry box
  static VideoFormat parse(Box entry) {
    Codec codec =
        switch (entry.type()) {
          case "avc1" -> Codec.H264;
          case "hvc1" -> Codec.H265;
          case String other ->
              throw new MalformedMp4Exception("The sample entry is of unknown type " + other + ".");
        };
    ByteBuffer body = entry.body();
    if (body.remaining() < VISUAL_BYTES) {
      throw new MalformedMp4Exception("The sample entry is too short.");
    }
    int width = body.getShort(body.position() + 24) & 0xFFFF;
    int height = body.getShort(body.position() + 26) & 0xFFFF;
    body.position(body.position() + VISUAL_BYTES);
    Box configuration = Box.read(body);
    ByteBuffer source = configuration.body();
    if (source.remaining() < MIN_CONFIGURATION_BYTES) {
      throw new MalformedMp4Exception("The decoder configuration is cut short.");
    }
    try {
      return switch (codec) {
        case H264 -> parseAvc(configuration.require("avcC").body(), width, height);
        case H265 -> parseHevc(configuration.require("hvcC").body(), width, height);
      };
    } catch (java.nio.BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new MalformedMp4Exception(
          "The decoder configuration of " + source.remaining() + " bytes is cut short.");
    }
  }

  private static VideoFormat parseAvc(ByteBuffer source, int width, int height) {
    int start = source.position();
    String codecs =
        String.format(
            Locale.ROOT,
            "avc1.%02X%02X%02X",
            source.get(start + 1),
            source.get(start + 2),
            source.get(start + 3));
    source.position(start + 5);
    List<Bytes> sets = new ArrayList<>();
    int sps = source.get() & 0x1F;
    for (int i = 0; i < sps; i++) {
      sets.add(readNal(source));
    }
    int pps = source.get() & 0xFF;
    for (int i = 0; i < pps; i++) {
      sets.add(readNal(source));
    }
    return new VideoFormat(Codec.H264, sets, width, height, codecs, 0);
  }

  private static VideoFormat parseHevc(ByteBuffer source, int width, int height) {
    int start = source.position();
    int general = source.get(start + 1) & 0xFF;
    StringBuilder codecs = new StringBuilder("hvc1.");
    if (general >> 6 > 0) {
      codecs.append((char) ('A' + (general >> 6) - 1));
    }
    codecs.append(general & 0x1F).append('.');
    int compatibility = Integer.reverse(source.getInt(start + 2));
    codecs.append(Integer.toHexString(compatibility).toUpperCase(Locale.ROOT)).append('.');
    codecs.append((general & 0x20) != 0 ? 'H' : 'L').append(source.get(start + 12) & 0xFF);
    int constraints = 6;
    while (constraints > 0 && source.get(start + 5 + constraints) == 0) {
      constraints--;
    }
    for (int i = 0; i < constraints; i++) {
      codecs.append('.');
      codecs.append(Integer.toHexString(source.get(start + 6 + i) & 0xFF).toUpperCase(Locale.ROOT));
    }
    if (source.remaining() < 23) {
      throw new MalformedMp4Exception("The decoder configuration is cut short.");
    }
    source.position(start + 22);
    List<Bytes> sets = new ArrayList<>();
    int arrays = source.get() & 0xFF;
    for (int i = 0; i < arrays; i++) {
      source.get();
      int nals = source.getShort() & 0xFFFF;
      for (int j = 0; j < nals; j++) {
        sets.add(readNal(source));
      }
    }
    return new VideoFormat(Codec.H265, sets, width, height, codecs.toString(), 0);
  }

  private static Bytes readNal(ByteBuffer source) {
    byte[] nal = new byte[source.getShort() & 0xFFFF];
    source.get(nal);
    return Bytes.copyOf(nal);
  }
}
