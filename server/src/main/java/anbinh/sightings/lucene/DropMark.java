package anbinh.sightings.lucene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Before which time passes were dropped, and how far the stream was kept then: a file of both
/// numbers beside the weeks. It is written before anything is deleted, so that a crash in between
/// brings nothing back, and neither does a stream that is given again.
///
/// @param before in milliseconds since 1970
/// @param position up to which all was kept, where no week is left that knows
record DropMark(long before, long position) {
  static final String NAME = "dropped";

  static final DropMark NONE = new DropMark(Long.MIN_VALUE, 0);

  static DropMark read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return NONE;
    }
    String[] numbers = Files.readString(file, US_ASCII).strip().split(" ", 2);
    return new DropMark(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
  }

  void write(Path folder) throws IOException {
    Path part = folder.resolve(NAME + ".new");
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer text = ByteBuffer.wrap("%d %d\n".formatted(before, position).getBytes(US_ASCII));
      while (text.hasRemaining()) {
        channel.write(text);
      }
      channel.force(true);
    }
    Files.move(part, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel names = FileChannel.open(folder)) {
      names.force(true);
    }
  }
}
