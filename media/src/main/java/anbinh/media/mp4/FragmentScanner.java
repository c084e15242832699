package anbinh.media.mp4;

import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a segment file back into its format and index, and finds where its last whole fragment
/// ends.
///
/// Strict: every fragment must have the one shape that is written, its number and its decode time
/// must follow the one before, and the picture's NAL units must fill it exactly. At the first byte
/// that does not, reading stops, because what a crash leaves at the end of a file may be anything,
/// zeros included; what comes before is whole. A file whose head is not whole is refused.
///
/// Reads headers and lengths only, not the pictures. For one thread.
public final class FragmentScanner {
  /// The type of the `uuid` box that carries a note.
  public static final Bytes NOTE_TYPE =
      Bytes.copyOf(
          new byte[] {
            0x61,
            0x6E,
            0x62,
            0x69,
            0x6E,
            0x68,
            0x4E,
            0x6F,
            (byte) 0x94,
            0x65,
            0x1E,
            0x2A,
            0x5C,
            0x0D,
            0x7B,
            0x31
          });

  private static final int MAX_HEAD_BYTES = 1 << 20;
  private static final int MAX_NOTE_BYTES = 1 << 16;
  private static final int NOTE_HEAD_BYTES = 24;

  private final SeekableByteChannel file;
  private final long sizeBytes;
  private final ByteBuffer window = ByteBuffer.allocate(64 * 1024).limit(0);
  private long windowAt;

  private FragmentScanner(SeekableByteChannel file) throws IOException {
    this.file = file;
    this.sizeBytes = file.size();
  }

  /// @throws MalformedMp4Exception when the head is not whole or not the recorder's
  public static ScannedFile scan(SeekableByteChannel file) throws IOException {
    return new FragmentScanner(file).scan();
  }

  /// The `uuid` box of a note.
  public static Bytes noteBox(Bytes payload) {
    BoxWriter writer = new BoxWriter(NOTE_HEAD_BYTES + payload.size());
    writer.open("uuid");
    writer.raw(NOTE_TYPE);
    writer.raw(payload);
    writer.close();
    return Bytes.copyOf(writer.toArray());
  }

  private ScannedFile scan() throws IOException {
    long typeBytes = headBoxBytes(0, "ftyp");
    long headBytes = typeBytes + headBoxBytes(typeBytes, "moov");
    ByteBuffer head = view(0, (int) headBytes);
    if (head == null) {
      throw new MalformedMp4Exception("The head is cut short.");
    }
    VideoFormat format = InitSegment.parse(Bytes.copyOf(head));
    Optional<Bytes> opening = note(headBytes);
    long at = headBytes + opening.map(note -> note.size() + NOTE_HEAD_BYTES).orElse(0);
    return scanFragments(format, opening, at);
  }

  private ScannedFile scanFragments(VideoFormat format, Optional<Bytes> opening, long start)
      throws IOException {
    SampleIndex.Builder samples = new SampleIndex.Builder((int) start);
    Optional<Bytes> closing = Optional.empty();
    Optional<String> tear = Optional.empty();
    long at = start;
    long end = 0;
    long lastShown = 0;
    int first = 0;
    while (at < sizeBytes) {
      try {
        closing = samples.count() == 0 ? Optional.empty() : note(at);
        if (closing.isPresent()) {
          at += closing.get().size() + NOTE_HEAD_BYTES;
          if (at < sizeBytes) {
            tear = Optional.of("Something follows the closing note.");
          }
          break;
        }
        ByteBuffer header = view(at, FragmentHeader.BYTES);
        if (header == null) {
          throw new MalformedMp4Exception("A fragment's header is cut short.");
        }
        FragmentHeader fragment = FragmentHeader.parse(header);
        require(fragment.sequence() == samples.count() + 1, "A fragment is out of sequence.");
        checkUnits(at + FragmentHeader.BYTES, fragment.sizeBytes());
        add(samples, fragment);
        first = samples.count() == 1 ? fragment.compositionOffsetTicks() : first;
        long shown = fragment.decodeTicks() + fragment.compositionOffsetTicks() - first;
        if (samples.count() == 1 || shown >= lastShown) {
          lastShown = shown;
          end = shown + fragment.durationTicks();
        }
        at += FragmentHeader.BYTES + (long) fragment.sizeBytes();
      } catch (MalformedMp4Exception e) {
        tear = Optional.of(e.getMessage() + " (byte " + at + ")");
        break;
      }
    }
    Optional<SampleIndex> index =
        samples.count() == 0 ? Optional.empty() : Optional.of(samples.build(Math.max(1, end)));
    return new ScannedFile(format, opening, index, closing, at, sizeBytes, tear);
  }

  private static void add(SampleIndex.Builder samples, FragmentHeader fragment) {
    try {
      samples.add(
          fragment.decodeTicks(),
          fragment.compositionOffsetTicks(),
          fragment.sizeBytes(),
          fragment.key(),
          fragment.damaged());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new MalformedMp4Exception(String.valueOf(e.getMessage()));
    }
  }

  /// Checks that units with their four-byte lengths fill a sample exactly, which tells a picture
  /// from a hole that the file system filled with zeros.
  private void checkUnits(long start, int size) throws IOException {
    require(start + size <= sizeBytes, "A picture is cut short.");
    long at = start;
    long end = start + size;
    while (at < end) {
      require(end - at > 4, "A picture's NAL units do not fill it.");
      ByteBuffer length = view(at, 4);
      if (length == null) {
        throw new MalformedMp4Exception("A picture is cut short.");
      }
      int unit = length.getInt(length.position());
      require(unit > 0 && unit <= end - at - 4, "A picture holds no NAL units.");
      at += 4L + unit;
    }
  }

  private long headBoxBytes(long at, String type) throws IOException {
    ByteBuffer header = view(at, 8);
    if (header == null) {
      throw new MalformedMp4Exception("The file ends before its " + type + " box.");
    }
    int size = header.getInt(header.position());
    String found = Box.typeAt(header, header.position() + 4);
    require(found.equals(type), "Box " + found + " stands where " + type + " is expected.");
    require(
        size >= 8 && size <= MAX_HEAD_BYTES && at + size <= sizeBytes,
        "Box " + type + " states a size of " + size + " bytes.");
    return size;
  }

  private Optional<Bytes> note(long at) throws IOException {
    ByteBuffer header = view(at, NOTE_HEAD_BYTES);
    if (header == null || !Box.typeAt(header, header.position() + 4).equals("uuid")) {
      return Optional.empty();
    }
    int size = header.getInt(header.position());
    Bytes type = Bytes.copyOf(header.slice(header.position() + 8, 16));
    if (!type.equals(NOTE_TYPE)
        || size < NOTE_HEAD_BYTES
        || size > MAX_NOTE_BYTES
        || at + size > sizeBytes) {
      return Optional.empty();
    }
    ByteBuffer box = view(at, size);
    return box == null
        ? Optional.empty()
        : Optional.of(
            Bytes.copyOf(box.slice(box.position() + NOTE_HEAD_BYTES, size - NOTE_HEAD_BYTES)));
  }

  /// `length` bytes from `at`, or null when the file ends before; valid until the next call.
  private @Nullable ByteBuffer view(long at, int length) throws IOException {
    if (at + length > sizeBytes) {
      return null;
    }
    if (length > window.capacity()) {
      ByteBuffer large = ByteBuffer.allocate(length);
      file.position(at);
      return fill(large) ? large.flip() : null;
    }
    if (at < windowAt || at + length > windowAt + window.limit()) {
      int requested = length > 64 ? window.capacity() : Math.min(window.capacity(), 4096);
      window.clear().limit((int) Math.min(requested, sizeBytes - at));
      windowAt = at;
      file.position(at);
      if (!fill(window)) {
        window.clear().limit(0);
        return null;
      }
      window.flip();
    }
    return window.slice((int) (at - windowAt), length);
  }

  private boolean fill(ByteBuffer target) throws IOException {
    while (target.hasRemaining()) {
      if (file.read(target) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new MalformedMp4Exception(otherwise);
    }
  }
}
