package anbinh.media.codec;

import java.nio.ByteBuffer;
import java.util.Random;

/// Makes H.264 sequence parameter sets field by field, for the tests of [H264Sps].
final class H264SpsWriter {
  int profile = 77;
  int constraints;
  int level = 31;
  int id;
  int chroma = 1;
  boolean scalingLists;
  int pictureOrderCountType;
  int referenceFrames = 4;
  int macroblocksWide = 80;
  int mapUnitsHigh = 45;
  boolean framesOnly = true;
  int cropLeft;
  int cropRight;
  int cropTop;
  int cropBottom;
  boolean usability;
  boolean everyUsabilityField;
  boolean restriction;
  int reorderFrames;
  Random random = new Random(1);

  ByteBuffer nal() {
    return write().nal(0x67);
  }

  BitWriter write() {
    BitWriter writer = new BitWriter().bits(profile, 8).bits(constraints, 8).bits(level, 8);
    writer.unsigned(id);
    if (profile == 100 || profile == 110 || profile == 122 || profile == 244) {
      writeHighFields(writer);
    }
    writer.unsigned(0).unsigned(pictureOrderCountType);
    if (pictureOrderCountType == 0) {
      writer.unsigned(4);
    } else if (pictureOrderCountType == 1) {
      writer.flag(false).signed(-3).signed(7).unsigned(2).signed(1).signed(-1);
    }
    writer.unsigned(referenceFrames).flag(false);
    writer.unsigned(macroblocksWide - 1).unsigned(mapUnitsHigh - 1).flag(framesOnly);
    if (!framesOnly) {
      writer.flag(false);
    }
    writer.flag(true);
    boolean cropping = cropLeft + cropRight + cropTop + cropBottom > 0;
    writer.flag(cropping);
    if (cropping) {
      writer.unsigned(cropLeft).unsigned(cropRight).unsigned(cropTop).unsigned(cropBottom);
    }
    writer.flag(usability);
    if (usability) {
      writeUsability(writer);
    }
    return writer;
  }

  private void writeHighFields(BitWriter writer) {
    writer.unsigned(chroma);
    if (chroma == 3) {
      writer.flag(false);
    }
    writer.unsigned(0).unsigned(0).flag(false).flag(scalingLists);
    if (scalingLists) {
      int lists = chroma == 3 ? 12 : 8;
      for (int i = 0; i < lists; i++) {
        boolean present = random.nextBoolean();
        writer.flag(present);
        if (present) {
          writeScalingList(writer, i < 6 ? 16 : 64);
        }
      }
    }
  }

  private void writeScalingList(BitWriter writer, int size) {
    int last = 8;
    for (int i = 0; i < size; i++) {
      int next = random.nextInt(10) == 0 ? 0 : random.nextInt(1, 256);
      int delta = next - last;
      writer.signed(delta > 127 ? delta - 256 : delta < -128 ? delta + 256 : delta);
      if (next == 0) {
        return;
      }
      last = next;
    }
  }

  private void writeUsability(BitWriter writer) {
    boolean all = everyUsabilityField;
    writer.flag(all);
    if (all) {
      writer.bits(255, 8).bits(4, 16).bits(3, 16);
    }
    writer.flag(all);
    if (all) {
      writer.flag(true);
    }
    writer.flag(all);
    if (all) {
      writer.bits(5, 3).flag(true).flag(true).bits(0x010101, 24);
    }
    writer.flag(all);
    if (all) {
      writer.unsigned(2).unsigned(2);
    }
    writer.flag(all);
    if (all) {
      writer.bits(1, 32).bits(30, 32).flag(true);
    }
    for (int i = 0; i < 2; i++) {
      writer.flag(all);
      if (all) {
        writer.unsigned(1).bits(4, 4).bits(4, 4);
        writer.unsigned(1000).unsigned(2000).flag(false);
        writer.unsigned(3000).unsigned(4000).flag(true);
        writer.bits(23, 5).bits(23, 5).bits(23, 5).bits(24, 5);
      }
    }
    if (all) {
      writer.flag(false);
    }
    writer.flag(true);
    writer.flag(restriction);
    if (restriction) {
      writer.flag(true).unsigned(0).unsigned(0).unsigned(10).unsigned(10);
      writer.unsigned(reorderFrames).unsigned(reorderFrames + 1);
    }
  }
}
