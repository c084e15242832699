package anbinh.seal.mp4;

import anbinh.seal.FormatProblem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the signatures of an exported MP4 while the file streams by: everything is digested, and
/// only the `meta` box at the top level is held, of which there may be one of at most 256 KiB.
///
/// Each signature is over the file as it was when it was made: with zeros in its place, with the
/// signatures before it and without those that came later. For one file and one thread.
public final class ExportReader {
  private static final int MAX_META_BYTES = 256 * 1024;
  private static final int HEAD_BYTES = 8;
  private static final int LARGE_HEAD_BYTES = 16;

  private final byte[] head = new byte[LARGE_HEAD_BYTES];
  private int headHave;
  private long left;
  private boolean toTheEnd;
  private @Nullable ByteArrayOutputStream meta;
  private boolean hadMeta;
  private final MessageDigest digest = ExportSignature.sha256();
  private final List<ExportMeta.Signed> found = new ArrayList<>();
  private final List<MessageDigest> digests = new ArrayList<>();

  /// A reader for one file, of which nothing was read.
  public ExportReader() {}

  /// Takes the next piece of the file.
  ///
  /// @throws FormatProblem when the boxes contradict themselves
  public void update(byte[] bytes, int offset, int length) {
    int at = offset;
    int end = offset + length;
    while (at < end) {
      if (toTheEnd) {
        digestAll(bytes, at, end - at);
        return;
      }
      if (left == 0) {
        at = readHead(bytes, at, end);
      } else {
        int count = (int) Math.min(left, end - at);
        take(bytes, at, count);
        at += count;
        left -= count;
        if (left == 0 && meta != null) {
          endMeta(meta.toByteArray());
        }
      }
    }
  }

  /// The signatures, in the order in which they were made; empty when the file has none.
  ///
  /// @throws FormatProblem when the file ends inside a box
  public List<ExportSignature> end() {
    if (headHave != 0 || left != 0) {
      throw new FormatProblem("the file ends inside a box");
    }
    List<ExportSignature> signatures = new ArrayList<>();
    for (int index = 0; index < found.size(); index++) {
      ExportMeta.Signed signed = found.get(index);
      signatures.add(
          new ExportSignature(
              bytes(signed.signature()), bytes(signed.certificate()), digests.get(index).digest()));
    }
    return signatures;
  }

  private int readHead(byte[] bytes, int at, int end) {
    int next = at;
    while (next < end) {
      head[headHave++] = bytes[next++];
      int needed = headHave >= HEAD_BYTES && size32() == 1 ? LARGE_HEAD_BYTES : HEAD_BYTES;
      if (headHave == needed) {
        beginBox(needed);
        return next;
      }
    }
    return next;
  }

  private long size32() {
    return ByteBuffer.wrap(head).getInt() & 0xffff_ffffL;
  }

  private void beginBox(int headBytes) {
    long size = headBytes == LARGE_HEAD_BYTES ? ByteBuffer.wrap(head).getLong(8) : size32();
    boolean isMeta = ByteBuffer.wrap(head).getInt(4) == 0x6d65_7461;
    headHave = 0;
    if (size == 0 && headBytes == HEAD_BYTES) {
      digestAll(head, 0, headBytes);
      toTheEnd = true;
      return;
    }
    if (size < headBytes) {
      throw new FormatProblem("a box states a size of " + size + " bytes");
    }
    left = size - headBytes;
    if (isMeta && !hadMeta && headBytes == HEAD_BYTES && size <= MAX_META_BYTES) {
      hadMeta = true;
      var kept = new ByteArrayOutputStream();
      kept.write(head, 0, headBytes);
      meta = kept;
      if (left == 0) {
        endMeta(kept.toByteArray());
      }
    } else {
      digestAll(head, 0, headBytes);
    }
  }

  private void take(byte[] bytes, int offset, int length) {
    if (meta != null) {
      meta.write(bytes, offset, length);
    } else {
      digestAll(bytes, offset, length);
    }
  }

  private void endMeta(byte[] box) {
    meta = null;
    found.addAll(ExportMeta.read(box));
    for (ExportMeta.Signed signed : found) {
      MessageDigest as = copy();
      as.update(signed.metaAsSigned().duplicate());
      digests.add(as);
    }
    digest.update(box);
  }

  private void digestAll(byte[] bytes, int offset, int length) {
    if (digests.isEmpty()) {
      digest.update(bytes, offset, length);
    } else {
      digests.forEach(each -> each.update(bytes, offset, length));
    }
  }

  private static byte[] bytes(ByteBuffer source) {
    byte[] bytes = new byte[source.remaining()];
    source.duplicate().get(bytes);
    return bytes;
  }

  private MessageDigest copy() {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
