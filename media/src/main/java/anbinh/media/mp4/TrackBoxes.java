package anbinh.media.mp4;

import anbinh.media.VideoFormat;

/// The boxes that describe a movie of one video track and are the same for a fragmented file and
/// for a plain one. Creation times are left 0, so that equal footage gives equal bytes.
final class TrackBoxes {
  private static final int[] IDENTITY = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};

  private TrackBoxes() {}

  static void fileType(BoxWriter writer, String major, String... compatible) {
    writer.open("ftyp");
    writer.text(major);
    writer.int32(0x200);
    for (String brand : compatible) {
      writer.text(brand);
    }
    writer.close();
  }

  static void movieHeader(BoxWriter writer, long durationTicks) {
    writer.openFull("mvhd", 1, 0);
    writer.int64(0);
    writer.int64(0);
    writer.int32(Ticks.PER_SECOND);
    writer.int64(durationTicks);
    writer.int32(0x10000);
    writer.int16(0x100);
    writer.zeros(10);
    matrix(writer);
    writer.zeros(24);
    writer.int32(2);
    writer.close();
  }

  static void trackHeader(BoxWriter writer, VideoFormat format, long durationTicks) {
    writer.openFull("tkhd", 1, 3);
    writer.int64(0);
    writer.int64(0);
    writer.int32(1);
    writer.int32(0);
    writer.int64(durationTicks);
    writer.zeros(16);
    matrix(writer);
    writer.int32(format.width() << 16);
    writer.int32(format.height() << 16);
    writer.close();
  }

  static void mediaHeaderAndHandler(BoxWriter writer, long durationTicks) {
    writer.openFull("mdhd", 1, 0);
    writer.int64(0);
    writer.int64(0);
    writer.int32(Ticks.PER_SECOND);
    writer.int64(durationTicks);
    writer.int16(0x55C4);
    writer.int16(0);
    writer.close();
    writer.openFull("hdlr", 0, 0);
    writer.int32(0);
    writer.text("vide");
    writer.zeros(12);
    writer.text("VideoHandler");
    writer.int8(0);
    writer.close();
  }

  static void videoAndDataInformation(BoxWriter writer) {
    writer.openFull("vmhd", 0, 1);
    writer.zeros(8);
    writer.close();
    writer.open("dinf");
    writer.openFull("dref", 0, 0);
    writer.int32(1);
    writer.openFull("url ", 0, 1);
    writer.close();
    writer.close();
    writer.close();
  }

  static void openSampleDescriptions(BoxWriter writer, int count) {
    writer.openFull("stsd", 0, 0);
    writer.int32(count);
  }

  /// One entry of an edit list.
  static void edit(BoxWriter writer, long durationTicks, long mediaTicks) {
    writer.int64(durationTicks);
    writer.int64(mediaTicks);
    writer.int32(0x10000);
  }

  private static void matrix(BoxWriter writer) {
    for (int value : IDENTITY) {
      writer.int32(value);
    }
  }
}
