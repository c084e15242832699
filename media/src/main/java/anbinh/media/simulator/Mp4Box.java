package anbinh.media.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A box of an MP4 file: its type and what follows its header.
record Mp4Box(String type, ByteBuffer content) {
  static String type(ByteBuffer buffer, int at) {
    byte[] letters = new byte[4];
    buffer.get(at, letters);
    return new String(letters, StandardCharsets.ISO_8859_1);
  }

  /// The content read as boxes, up to the first that does not fit.
  List<Mp4Box> children() {
    List<Mp4Box> boxes = new ArrayList<>();
    int at = 0;
    while (content.limit() - at >= 8) {
      long size = Integer.toUnsignedLong(content.getInt(at));
      if (size < 8 || size > content.limit() - at) {
        break;
      }
      boxes.add(new Mp4Box(type(content, at + 4), content.slice(at + 8, (int) size - 8)));
      at += (int) size;
    }
    return boxes;
  }

  Optional<Mp4Box> find(String childType) {
    return children().stream().filter(child -> child.type().equals(childType)).findFirst();
  }

  Mp4Box get(String childType) {
    return find(childType)
        .orElseThrow(
            () -> new IllegalArgumentException("the box " + type + " lacks a " + childType));
  }
}
