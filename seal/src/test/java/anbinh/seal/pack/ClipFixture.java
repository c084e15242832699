package anbinh.seal.pack;

import anbinh.seal.tree.Hash;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/// A clip of 70,000 bytes as packages have them: ten pictures of one chunk, the first three hidden
/// by the edit list, and nothing behind them.
public final class ClipFixture {
  public static final int PICTURES = 10;
  public static final int HIDDEN = 3;
  private static final int BYTES = 70_000;
  private static final int TICKS = 3_600;

  private ClipFixture() {}

  public static byte[] clip() {
    int head = head(new int[PICTURES], 0).length + 8;
    int[] sizes = new int[PICTURES];
    Arrays.fill(sizes, (BYTES - head) / PICTURES);
    sizes[PICTURES - 1] += (BYTES - head) % PICTURES;
    ByteBuffer clip = ByteBuffer.allocate(BYTES);
    byte[] pictures = new byte[BYTES - head];
    new Random(20261124).nextBytes(pictures);
    return clip.put(head(sizes, head)).put(box("mdat", pictures)).array();
  }

  /// Its pictures in coding order.
  public static byte[] payload(byte[] clip) {
    return Arrays.copyOfRange(clip, head(new int[PICTURES], 0).length + 8, clip.length);
  }

  public static String payloadSha256(byte[] clip) {
    return Hash.sha256(payload(clip)).hex();
  }

  /// The same clip with an edit list that shows all of it.
  public static byte[] revealed() {
    byte[] clip = clip();
    ByteBuffer bytes = ByteBuffer.wrap(clip);
    int edit = new String(clip, StandardCharsets.ISO_8859_1).indexOf("elst") + 12;
    bytes.putLong(edit, (long) PICTURES * TICKS);
    bytes.putLong(edit + 8, 0);
    return clip;
  }

  /// The same clip with an edit that plays twice as fast.
  public static byte[] hurried() {
    byte[] clip = clip();
    int edit = new String(clip, StandardCharsets.ISO_8859_1).indexOf("elst") + 12;
    ByteBuffer.wrap(clip).putInt(edit + 16, 0x20000);
    return clip;
  }

  private static byte[] head(int[] sizes, int offset) {
    ByteBuffer edits = ByteBuffer.allocate(28).putInt(0x0100_0000).putInt(1);
    edits.putLong((long) (PICTURES - HIDDEN) * TICKS).putLong((long) HIDDEN * TICKS);
    edits.putInt(0x10000);
    ByteBuffer sizeTable = ByteBuffer.allocate(12 + 4 * PICTURES).putLong(0).putInt(PICTURES);
    for (int size : sizes) {
      sizeTable.putInt(size);
    }
    byte[] table =
        box(
            "stbl",
            box("stts", ints(0, 1, PICTURES, TICKS)),
            box("stsc", ints(0, 1, 1, PICTURES, 1)),
            box("stsz", sizeTable.array()),
            box("stco", ints(0, 1, offset)));
    byte[] track =
        box("trak", box("edts", box("elst", edits.array())), box("mdia", box("minf", table)));
    return join(box("ftyp", new byte[8]), box("moov", track));
  }

  private static byte[] ints(int... values) {
    ByteBuffer ints = ByteBuffer.allocate(4 * values.length);
    ints.asIntBuffer().put(values);
    return ints.array();
  }

  private static byte[] box(String type, byte[]... children) {
    byte[] content = join(children);
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    try {
      out.writeInt(content.length + 8);
      out.writeBytes(type);
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    var bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}
