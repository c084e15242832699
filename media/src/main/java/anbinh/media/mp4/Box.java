package anbinh.media.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One box in memory, read strictly.
///
/// @param type four characters
/// @param content what follows size and type
record Box(String type, ByteBuffer content) {
  /// Reads the box at the position of `source` and moves past it.
  static Box read(ByteBuffer source) {
    if (source.remaining() < 8) {
      throw new MalformedMp4Exception("A box is cut short.");
    }
    int start = source.position();
    int size = source.getInt(start);
    String type = typeAt(source, start + 4);
    if (size < 8 || size > source.remaining()) {
      throw new MalformedMp4Exception("Box " + type + " states a size of " + size + " bytes.");
    }
    source.position(start + size);
    return new Box(type, source.slice(start + 8, size - 8));
  }

  static List<Box> readAll(ByteBuffer source) {
    List<Box> boxes = new ArrayList<>();
    while (source.hasRemaining()) {
      boxes.add(read(source));
    }
    return boxes;
  }

  static String typeAt(ByteBuffer source, int at) {
    byte[] type = new byte[4];
    source.get(at, type);
    return new String(type, StandardCharsets.ISO_8859_1);
  }

  ByteBuffer body() {
    return content.duplicate();
  }

  Box require(String requested) {
    if (!type.equals(requested)) {
      throw new MalformedMp4Exception(
          "Box " + type + " stands where " + requested + " is expected.");
    }
    return this;
  }

  /// The only child of that type.
  Box child(String requested) {
    return find(requested)
        .orElseThrow(() -> new MalformedMp4Exception("Box " + type + " has no " + requested + "."));
  }

  Optional<Box> find(String requested) {
    List<Box> found =
        readAll(body()).stream().filter(child -> child.type().equals(requested)).toList();
    if (found.size() > 1) {
      throw new MalformedMp4Exception("Box " + type + " has more than one " + requested + ".");
    }
    return found.stream().findFirst();
  }
}
