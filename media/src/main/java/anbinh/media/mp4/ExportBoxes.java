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
    byte[] signature = signer.sign(file);
    if (signature.length != signer.signatureBytes()) {
      throw new IOException("the signature has " + signature.length + " bytes");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      write(channel, Bytes.copyOf(signature), start + boxes.signatureAt().get());
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
    out.close();
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
