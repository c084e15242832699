package anbinh.evidence.collect.footage;

import anbinh.media.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/// Reads a plain MP4 (ISO/IEC 14496-12) of one video track back: how many pictures it holds, and
/// the SHA-256 over their bytes in coding order, found through the sample tables as a player finds
/// them. It shares no code with what writes such files.
public final class ClipReader {
  private static final int LARGEST_HEAD_BYTES = 256 << 20;
  private static final int LARGE_SIZE = 1;

  private ClipReader() {}

  /// @param pictures samples in the file, shown or hidden by the edit list
  public record Payload(int pictures, long bytes, Bytes payloadSha256) {}

  /// Gives out parts of a file.
  @FunctionalInterface
  public interface Source {
    void read(long offset, long length, WritableByteChannel out) throws IOException;
  }

  public static Payload read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(
          channel.size(),
          (offset, length, out) -> {
            for (long done = 0; done < length; ) {
              long count = channel.transferTo(offset + done, length - done, out);
              if (count <= 0) {
                throw new IOException("the clip ends inside itself");
              }
              done += count;
            }
          });
    }
  }

  public static Payload read(long size, Source source) throws IOException {
    SampleTable table = null;
    for (long at = 0; at < size; ) {
      ByteBuffer head = fetch(source, at, (int) Math.min(16, size - at));
      Box box = Box.header(head, size - at);
      if (box.type.equals("moov")) {
        if (box.bytes > LARGEST_HEAD_BYTES) {
          throw new IOException("the head of the clip is too large: " + box.bytes + " bytes");
        }
        ByteBuffer movie = fetch(source, at + box.headBytes, (int) (box.bytes - box.headBytes));
        table = sampleTable(movie);
      }
      at += box.bytes;
    }
    if (table == null) {
      throw new IOException("the clip has no index of its pictures");
    }
    return digest(size, source, table);
  }

  private static Payload digest(long size, Source source, SampleTable table) throws IOException {
    MessageDigest digest = sha256();
    long bytes = 0;
    int sample = 0;
    while (sample < table.count()) {
      // One read for samples that lie directly behind each other.
      long start = table.offset(sample);
      long end = start;
      while (sample < table.count() && table.offset(sample) == end && end - start < 1 << 26) {
        end += table.size(sample++);
      }
      if (start < 0 || end > size) {
        throw new IOException("a picture lies outside the clip");
      }
      source.read(start, end - start, new DigestChannel(digest));
      bytes += end - start;
    }
    return new Payload(table.count(), bytes, Bytes.copyOf(digest.digest()));
  }

  private static SampleTable sampleTable(ByteBuffer movie) throws IOException {
    ByteBuffer table = movie;
    for (String type : new String[] {"trak", "mdia", "minf", "stbl"}) {
      table = need(table, type);
    }
    ByteBuffer sizes = need(table, "stsz");
    ByteBuffer chunks = need(table, "stsc");
    Optional<ByteBuffer> wide = find(table, "co64");
    ByteBuffer offsets = wide.isPresent() ? wide.get() : need(table, "stco");
    return SampleTable.parse(sizes, chunks, offsets, wide.isPresent());
  }

  private static ByteBuffer need(ByteBuffer parent, String type) throws IOException {
    return find(parent, type).orElseThrow(() -> new IOException("the clip has no box " + type));
  }

  /// The content of the first child box of a type.
  private static Optional<ByteBuffer> find(ByteBuffer parent, String type) throws IOException {
    for (int at = 0; at < parent.limit(); ) {
      Box box = Box.header(parent.slice(at, parent.limit() - at), parent.limit() - at);
      if (box.type.equals(type)) {
        return Optional.of(parent.slice(at + box.headBytes, (int) box.bytes - box.headBytes));
      }
      at += (int) box.bytes;
    }
    return Optional.empty();
  }

  private static ByteBuffer fetch(Source source, long offset, int length) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(length);
    source.read(offset, length, new BufferChannel(target));
    return target.flip();
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Box(String type, int headBytes, long bytes) {
    /// @param left bytes up to the end of what holds the box
    static Box header(ByteBuffer head, long left) throws IOException {
      if (head.remaining() < 8) {
        throw new IOException("the clip ends inside a box");
      }
      long bytes = Integer.toUnsignedLong(head.getInt(0));
      byte[] type = new byte[4];
      head.get(4, type);
      int headBytes = 8;
      if (bytes == LARGE_SIZE && head.remaining() >= 16) {
        bytes = head.getLong(8);
        headBytes = 16;
      }
      if (bytes < headBytes || bytes > left) {
        throw new IOException("a box of the clip does not fit: " + bytes + " bytes");
      }
      return new Box(new String(type, StandardCharsets.ISO_8859_1), headBytes, bytes);
    }
  }

  private record DigestChannel(MessageDigest digest) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer source) {
      int count = source.remaining();
      digest.update(source);
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  private record BufferChannel(ByteBuffer target) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer source) {
      int count = source.remaining();
      target.put(source);
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
