package anbinh.media.mp4;

import anbinh.media.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The boxes of the ONVIF Export File Format (26.06) behind a plain MP4, in one `meta` box at the
/// end of the file: who exported what of which camera (`suep`), when the media timeline began
/// (`cstb`), and a signature over the whole file (`sibo`) with its certificate. What was in the
/// file before keeps every byte and its place.
public final class ExportBoxes {
  private static final int HEAD_BYTES = 8;
  private static final int MAX_META_BYTES = 256 * 1024;
  private static final int META = 0x6d65_7461;
  private static final int PROTECTION = 0x6970_726f;
  private static final int VIDEO_TRACK = 1;
  private static final int SCHEME = 0x6F65_6666;
  private static final int SCHEME_VERSION = 0x0001_0000;
  private static final Instant EPOCH_1601 = Instant.parse("1601-01-01T00:00:00Z");
  private static final Instant EPOCH_1904 = Instant.parse("1904-01-01T00:00:00Z");
  private static final int TICKS_PER_SECOND = 10_000_000;
  private static final int NANOS_PER_TICK = 100;

  private ExportBoxes() {}

  /// What the boxes say.
  ///
  /// @param unit name of what exported
  /// @param startedAt when the export began
  /// @param source name of the camera
  /// @param line which of several cameras of a device, or its code
  /// @param timelineBeganAt when the origin of the media timeline was, hidden pictures included
  public record Export(
      String unit, Instant startedAt, String source, String line, Instant timelineBeganAt) {}

  /// Signs a file whose signature is still zero.
  public interface Signer {
    /// @return DER of the certificate that holds the key
    Bytes certificate();

    /// How many bytes each signature has.
    int signatureBytes();

    /// RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 20 bytes, over all of the file.
    byte[] sign(Path file) throws IOException;
  }

  /// Appends the boxes.
  ///
  /// @param signer null: without a signature
  public static void append(Path file, Export export, @Nullable Signer signer) throws IOException {
    Boxes boxes = boxes(export, signer);
    long start;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      start = channel.size();
      write(channel, boxes.content(), start);
    }
    if (signer == null || boxes.signatureAt().isEmpty()) {
      return;
    }
    sign(file, signer, start + boxes.signatureAt().get());
  }

  /// Signs a file once more that was exported before ("repeated signing"), as a stamp of receipt:
  /// over all that it holds, the signatures before included. Nothing before its last box changes.
  ///
  /// @param information what this signature is about, for people; no NUL
  /// @throws IOException also when the file does not end with the boxes of [#append]
  public static void signAgain(Path file, String information, Signer signer) throws IOException {
    long metaAt;
    byte[] meta;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      metaAt = findLastBox(channel);
      meta = read(channel, metaAt, channel.size() - metaAt);
    }
    int protectionAt = findProtection(meta);
    var instance = new BoxWriter(4096);
    int signatureAt = instance(instance, signer, information);
    ByteBuffer grown = ByteBuffer.allocate(meta.length + instance.size());
    grown.put(meta).put(instance.toArray());
    grown.putInt(0, grown.capacity());
    grown.putInt(protectionAt, grown.capacity() - protectionAt);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      write(channel, Bytes.copyOf(grown.array()), metaAt);
    }
    sign(file, signer, metaAt + meta.length + signatureAt);
  }

  /// Where the `meta` box begins that ends the file.
  private static long findLastBox(FileChannel channel) throws IOException {
    long at = 0;
    while (true) {
      ByteBuffer head = ByteBuffer.wrap(read(channel, at, HEAD_BYTES));
      long size = Integer.toUnsignedLong(head.getInt());
      boolean isMeta = head.getInt() == META;
      if (size == 1) {
        size = ByteBuffer.wrap(read(channel, at + HEAD_BYTES, Long.BYTES)).getLong();
      }
      if (size < HEAD_BYTES || size > channel.size() - at) {
        throw new IOException("a box at " + at + " does not lie within the file");
      }
      if (at + size == channel.size()) {
        if (!isMeta || size > MAX_META_BYTES) {
          throw new IOException("the file does not end with the boxes of an export");
        }
        return at;
      }
      at += size;
    }
  }

  /// Where the box of the signatures begins that ends the `meta` box.
  private static int findProtection(byte[] meta) throws IOException {
    ByteBuffer source = ByteBuffer.wrap(meta);
    int at = HEAD_BYTES + 4;
    while (at <= meta.length - HEAD_BYTES) {
      int size = source.getInt(at);
      if (size < HEAD_BYTES || size > meta.length - at) {
        break;
      }
      if (at + size == meta.length && source.getInt(at + 4) == PROTECTION) {
        return at;
      }
      at += size;
    }
    throw new IOException("the file was exported without a signature");
  }

  private static byte[] read(FileChannel channel, long at, long count) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(Math.toIntExact(count));
    while (target.hasRemaining()) {
      if (channel.read(target, at + target.position()) < 0) {
        throw new IOException("the file ends inside a box");
      }
    }
    return target.array();
  }

  private static void sign(Path file, Signer signer, long at) throws IOException {
    byte[] signature = signer.sign(file);
    if (signature.length != signer.signatureBytes()) {
      throw new IOException("the signature has " + signature.length + " bytes");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      write(channel, Bytes.copyOf(signature), at);
    }
  }

  private record Boxes(Bytes content, Optional<Integer> signatureAt) {}

  private static Boxes boxes(Export export, @Nullable Signer signer) {
    var out = new BoxWriter(4096);
    out.openFull("meta", 0, 0);
    out.openFull("hdlr", 0, 0);
    out.int32(0);
    out.text("null");
    out.zeros(12 + 1);
    out.close();
    surveillanceExport(out, export);
    out.open("cstb");
    out.int32(1);
    out.int32(VIDEO_TRACK);
    out.int64(ticksSince1601(export.timelineBeganAt()));
    out.close();
    Optional<Integer> signatureAt =
        signer == null ? Optional.empty() : Optional.of(protection(out, signer));
    out.close();
    return new Boxes(Bytes.copyOf(out.toArray()), signatureAt);
  }

  private static void surveillanceExport(BoxWriter out, Export export) {
    out.openFull("suep", 1, 0);
    string(out, export.unit());
    string(out, "");
    string(out, "");
    out.int64(Duration.between(EPOCH_1904, export.startedAt()).toSeconds());
    string(out, "");
    out.int32(1);
    out.int16(VIDEO_TRACK);
    string(out, export.source());
    string(out, "");
    string(out, "");
    string(out, export.line());
    out.close();
  }

  /// @return where the signature stands in the boxes
  private static int protection(BoxWriter out, Signer signer) {
    out.openFull("ipro", 0, 0);
    out.int16(1);
    int signatureAt = instance(out, signer, null);
    out.close();
    return signatureAt;
  }

  /// One signing instance.
  ///
  /// @return where its signature stands in the boxes
  private static int instance(BoxWriter out, Signer signer, @Nullable String information) {
    out.open("sinf");
    out.openFull("schm", 0, 0);
    out.int32(SCHEME);
    out.int32(SCHEME_VERSION);
    out.close();
    out.open("schi");
    out.open("sibo");
    int signatureAt = out.size();
    out.zeros(signer.signatureBytes());
    out.close();
    out.open("cert");
    out.raw(signer.certificate());
    out.close();
    if (information != null) {
      out.open("auib");
      string(out, information);
      out.close();
    }
    out.close();
    out.close();
    return signatureAt;
  }

  private static void string(BoxWriter out, String text) {
    out.raw(text.replace("\0", "").getBytes(StandardCharsets.UTF_8));
    out.int8(0);
  }

  private static long ticksSince1601(Instant at) {
    Duration since = Duration.between(EPOCH_1601, at);
    return since.toSeconds() * TICKS_PER_SECOND + since.toNanosPart() / NANOS_PER_TICK;
  }

  private static void write(FileChannel channel, Bytes content, long at) throws IOException {
    ByteBuffer source = content.asBuffer();
    while (source.hasRemaining()) {
      at += channel.write(source, at);
    }
  }
}
