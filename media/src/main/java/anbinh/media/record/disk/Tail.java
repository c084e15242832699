package anbinh.media.record.disk;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The newest pictures of a track, on their way into its open segment.
///
/// A picture must be safe from a killed process within moments, but writing each by itself costs a
/// recorder much of its processor time. So pictures are put into a small file that is mapped into
/// memory: the kernel has them from then on, without being called, and they are written to the
/// segment many at a time. What a killed process had not written yet, [#restore] adds. A power cut
/// is another matter: what counts then is when the segment itself was made durable, and a tail of
/// before the machine's start is not used.
///
/// The mapped file is a ring. The byte for place `n` of the segment lies at `n mod RING_BYTES`
/// behind the header; the ring ends at the place that the header states, and begins at the
/// segment's own size.
///
/// | header, from byte | content |
/// |---|---|
/// | 0 | magic, 8 bytes |
/// | 8 | end of the ring in the segment, 64 bits in the machine's order; -1 when nothing is open |
/// | 16 | the machine's start (`boot_id` of Linux), 36 characters |
/// | 56 | length of the segment's path, 32 bits in the machine's order, and the path |
///
/// For one thread at a time.
public final class Tail implements AutoCloseable {
  /// The name of the mapped file, in the camera's folder.
  public static final String FILE = "tail";

  public static final int RING_BYTES = 256 * 1024;

  private static final String MAGIC = "anbtail1";
  private static final int HEADER_BYTES = 4096;
  private static final int FILE_BYTES = HEADER_BYTES + RING_BYTES;
  private static final int END = 8;
  private static final int BOOT = 16;
  private static final int BOOT_CHARACTERS = 36;
  private static final int PATH_LENGTH = 56;
  private static final int PATH = 60;
  private static final int MAX_PATH_BYTES = 256;
  private static final long NOTHING = -1;
  private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  private final Optional<Path> file;
  private final Arena arena;
  private final MemorySegment memory;

  /// Where in the segment what is not written begins, and where it ends.
  private long from;

  private long end;

  private Tail(Optional<Path> file, Arena arena, MemorySegment memory) {
    this.file = file;
    this.arena = arena;
    this.memory = memory;
  }

  /// The tail of the camera whose folder this is; one that no process outlives where the file
  /// cannot be had.
  @SuppressWarnings("MustBeClosedChecker") // the memory is given back by close()
  public static Tail open(Path cameraFolder) {
    Path file = cameraFolder.resolve(FILE);
    Arena arena = Arena.ofShared();
    try {
      String boot = boot();
      MemorySegment mapped = map(file, arena);
      set(mapped, 0, MAGIC);
      set(mapped, BOOT, boot);
      return new Tail(Optional.of(file), arena, mapped);
    } catch (IOException noFile) {
      return new Tail(Optional.empty(), arena, arena.allocate(FILE_BYTES, Long.BYTES));
    }
  }

  /// Whether what is put here outlives a killed process.
  public boolean isKept() {
    return file.isPresent();
  }

  /// Begins with a segment that holds so much already.
  public void begin(SegmentPath path, long sizeBytes) {
    publish(NOTHING);
    String name = path.relative();
    memory.set(ValueLayout.JAVA_INT, PATH_LENGTH, name.length());
    set(memory, PATH, name);
    from = sizeBytes;
    end = sizeBytes;
    publish(end);
  }

  /// How many bytes wait to be written.
  public int waiting() {
    return (int) (end - from);
  }

  public boolean hasRoom(int bytes) {
    return waiting() + bytes <= RING_BYTES;
  }

  /// Puts a picture with its header behind what waits; there must be room.
  public void put(byte[] header, ByteBuffer picture) {
    put(end, MemorySegment.ofArray(header));
    put(end + header.length, MemorySegment.ofBuffer(picture));
    end += header.length + picture.remaining();
    publish(end);
  }

  private void put(long place, MemorySegment source) {
    long at = place % RING_BYTES;
    long first = Math.min(source.byteSize(), RING_BYTES - at);
    MemorySegment.copy(source, 0, memory, HEADER_BYTES + at, first);
    MemorySegment.copy(source, first, memory, HEADER_BYTES, source.byteSize() - first);
  }

  /// What waits, in order: one piece, or two where it goes round the end of the ring.
  public ByteBuffer[] pieces() {
    long at = from % RING_BYTES;
    long first = Math.min(waiting(), RING_BYTES - at);
    ByteBuffer piece = memory.asSlice(HEADER_BYTES + at, first).asByteBuffer();
    return first == waiting()
        ? new ByteBuffer[] {piece}
        : new ByteBuffer[] {piece, memory.asSlice(HEADER_BYTES, waiting() - first).asByteBuffer()};
  }

  /// What waited has been written, and the segment has so many bytes now.
  public void written(long sizeBytes) {
    from = sizeBytes;
    end = sizeBytes;
    publish(end);
  }

  /// Nothing is open any more; what waits is given up.
  public void end() {
    end = from;
    publish(NOTHING);
  }

  /// Takes the file away, without touching memory that may be at fault.
  @Override
  public void close() {
    arena.close();
    if (file.isPresent()) {
      try {
        Files.deleteIfExists(file.get());
      } catch (IOException stays) {
        // At worst it is looked at once more, and found to hold nothing new.
      }
    }
  }

  /// Everything put before is seen by whoever sees this.
  private void publish(long place) {
    LONG.setRelease(memory, (long) END, place);
  }

  /// Adds to the segment that was open when its recorder was killed what had not been written to
  /// it, and takes the tail away.
  public static void restore(Path root, Path file) throws IOException {
    ByteBuffer tail = ByteBuffer.allocate(FILE_BYTES).order(ByteOrder.nativeOrder());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (tail.hasRemaining() && channel.read(tail) >= 0) {}
    }
    Optional<Path> segment = tail.hasRemaining() ? Optional.empty() : openSegment(root, tail);
    if (segment.isPresent() && Files.exists(segment.get())) {
      append(segment.get(), tail);
    }
    Files.delete(file);
  }

  /// The file of the segment that was open, if the tail is of this start of the machine.
  private static Optional<Path> openSegment(Path root, ByteBuffer tail) throws IOException {
    int length = tail.getInt(PATH_LENGTH);
    boolean usable =
        text(tail, 0, MAGIC.length()).equals(MAGIC)
            && text(tail, BOOT, BOOT_CHARACTERS).equals(boot())
            && length > 0
            && length <= MAX_PATH_BYTES;
    return !usable
        ? Optional.empty()
        : SegmentPath.parse(text(tail, PATH, length)).map(path -> root.resolve(path.relative()));
  }

  private static void append(Path segment, ByteBuffer tail) throws IOException {
    long end = tail.getLong(END);
    try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.WRITE)) {
      long place = channel.size();
      if (end - place > RING_BYTES) {
        return;
      }
      while (place < end) {
        int at = (int) (place % RING_BYTES);
        int piece = (int) Math.min(end - place, RING_BYTES - at);
        place += channel.write(tail.slice(HEADER_BYTES + at, piece), place);
      }
    }
  }

  private static MemorySegment map(Path file, Arena arena) throws IOException {
    Files.createDirectories(file.getParent());
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      // Written out, so that a full disk is met here and not when a picture is put.
      ByteBuffer zeros = ByteBuffer.allocate(FILE_BYTES);
      while (zeros.hasRemaining()) {
        channel.write(zeros);
      }
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, FILE_BYTES, arena);
    }
  }

  /// Names the machine's present start.
  private static String boot() throws IOException {
    return Files.readString(BOOT_ID).strip();
  }

  private static void set(MemorySegment target, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    MemorySegment.copy(bytes, 0, target, ValueLayout.JAVA_BYTE, at, bytes.length);
  }

  private static String text(ByteBuffer source, int at, int length) {
    byte[] bytes = new byte[length];
    source.get(at, bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
