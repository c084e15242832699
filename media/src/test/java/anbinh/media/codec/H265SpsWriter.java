package anbinh.media.codec;

import java.nio.ByteBuffer;

/// Makes H.265 parameter sets field by field, for tests.
final class H265SpsWriter {
  int vpsId;
  int subLayersMinusOne;
  int space;
  boolean highTier;
  int profile = 1;
  long compatibility = 0x6000_0000L;
  long constraints = 0x9000_0000_0000L;
  int level = 93;
  int id;
  int chroma = 1;
  int width = 1280;
  int height = 720;
  int windowRight;
  int windowBottom;
  boolean orderingPerLayer = true;
  int reorderPictures;

  ByteBuffer nal() {
    return write().nal(0x42, 0x01);
  }

  BitWriter write() {
    BitWriter writer = new BitWriter().bits(vpsId, 4).bits(subLayersMinusOne, 3).flag(true);
    writer.bits(space, 2).flag(highTier).bits(profile, 5).bits(compatibility, 32);
    writer.bits(constraints, 48).bits(level, 8);
    for (int i = 0; i < subLayersMinusOne; i++) {
      writer.flag(true).flag(i % 2 == 0);
    }
    if (subLayersMinusOne > 0) {
      writer.bits(0, (8 - subLayersMinusOne) * 2);
    }
    for (int i = 0; i < subLayersMinusOne; i++) {
      writer.bits(0x0F0F_0F0F_0F0FL, 48).bits(0, 40);
      if (i % 2 == 0) {
        writer.bits(90, 8);
      }
    }
    writer.unsigned(id).unsigned(chroma);
    if (chroma == 3) {
      writer.flag(false);
    }
    writer.unsigned(width).unsigned(height);
    boolean window = windowRight + windowBottom > 0;
    writer.flag(window);
    if (window) {
      writer.unsigned(0).unsigned(windowRight).unsigned(0).unsigned(windowBottom);
    }
    writer.unsigned(0).unsigned(0).unsigned(4).flag(orderingPerLayer);
    for (int i = orderingPerLayer ? 0 : subLayersMinusOne; i <= subLayersMinusOne; i++) {
      boolean highest = i == subLayersMinusOne;
      writer.unsigned(4).unsigned(highest ? reorderPictures : 0).unsigned(0);
    }
    return writer.unsigned(0).unsigned(3).unsigned(0).unsigned(3);
  }

  static ByteBuffer vps(int id) {
    return new BitWriter().bits(id, 4).bits(0xFFF, 12).bits(0xFFFF, 16).nal(0x40, 0x01);
  }

  static ByteBuffer pps(int id, int spsId) {
    return new BitWriter().unsigned(id).unsigned(spsId).bits(0, 7).nal(0x44, 0x01);
  }
}
