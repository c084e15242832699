package anbinh.seal.pack;

import anbinh.seal.FormatProblem;
import anbinh.seal.zip.ZipDirectory;
import anbinh.seal.zip.ZipEntryInfo;
import anbinh.seal.zip.ZipWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts what came later, a time stamp or a receipt, beside the seal of a package: into a new file,
/// in which every byte of the bag and of the seal stays as it was. The old file is not touched.
public final class PackageAddition {
  private static final int STORED = 0;

  private PackageAddition() {}

  /// Writes the package in `source` anew to `target`, with more attachments.
  ///
  /// @param attachments content by name below `seal/`
  /// @throws FormatProblem when the source is not a package as [PackageWriter] writes it, or has an
  ///   attachment of such a name: nothing is ever replaced
  public static PackageWriter.Archive write(
      Path source, Path target, Map<String, byte[]> attachments) throws IOException {
    Map<String, byte[]> more = new TreeMap<>();
    String seal = root(source) + PackageLayout.SEAL;
    attachments.forEach((name, content) -> {
      if (!PackageLayout.isAttachment(name) || PackageLayout.isNamedBySeal(name)) {
        throw new FormatProblem("nothing of this name is added to a seal: \"" + name + "\"");
      }
      more.put(seal + name, content);
    });
    try (FileChannel file = FileChannel.open(source, StandardOpenOption.READ);
        ZipWriter zip = ZipWriter.open(target)) {
      for (ZipEntryInfo entry : ZipDirectory.read(source)) {
        if (entry.method() != STORED) {
          throw new FormatProblem(entry.name() + " is packed; this package was packed again");
        }
        if (entry.name().startsWith(seal)) {
          addBefore(entry.name(), more, zip);
        }
        file.position(entry.contentOffset());
        zip.add(
            entry.name(), entry.bytes(), new Part(Channels.newInputStream(file), entry.bytes()));
      }
      addBefore(null, more, zip);
      return PackageWriter.finish(zip);
    }
  }

  private static String root(Path source) throws IOException {
    String first = ZipDirectory.read(source).getFirst().name();
    return first.substring(0, first.indexOf('/') + 1);
  }

  /// Entries of the seal are in the order of their names.
  private static void addBefore(@Nullable String name, Map<String, byte[]> more, ZipWriter zip)
      throws IOException {
    var entries = more.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, byte[]> entry = entries.next();
      if (name != null && entry.getKey().compareTo(name) >= 0) {
        return;
      }
      zip.add(entry.getKey(), entry.getValue().length, new ByteArrayInputStream(entry.getValue()));
      entries.remove();
    }
  }

  /// The next so many bytes of a stream.
  private static final class Part extends InputStream {
    private final InputStream source;
    private long left;

    Part(InputStream source, long bytes) {
      this.source = source;
      this.left = bytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = source.read(target, offset, (int) Math.min(length, left));
      left -= Math.max(0, count);
      return count;
    }
  }
}
