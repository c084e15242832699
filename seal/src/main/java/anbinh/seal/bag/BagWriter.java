package anbinh.seal.bag;

import anbinh.seal.FormatProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Writes a bag: every payload file is read once, stored, and digested twice on the way; then the
/// tag files follow. The same input gives the same bytes.
public final class BagWriter {
  /// The declaration that makes a folder a bag.
  public static final String DECLARATION =
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

  private BagWriter() {}

  /// A bag that was written.
  ///
  /// @param info what `bag-info.txt` says
  /// @param payload path below the bag (`data/…`) to digest
  /// @param tagManifestSha512 SHA-512 of `tagmanifest-sha512.txt`, which stands for the whole bag
  public record Written(BagInfo info, Map<String, FileDigest> payload, String tagManifestSha512) {
    /// Copies the digests.
    public Written {
      payload = Map.copyOf(payload);
    }
  }

  /// Writes a bag into `target` below `prefix`.
  ///
  /// @param target where the files go
  /// @param prefix what stands before every path, `bag/` for example
  /// @param payload the files; paths that some file system would take for one are refused
  /// @param labels the lines of `bag-info.txt` but for the Payload-Oxum
  public static Written write(
      BagTarget target, String prefix, List<PayloadFile> payload, Map<String, String> labels)
      throws IOException {
    requireDistinct(payload);
    Map<String, FileDigest> digests = new TreeMap<>();
    long bytes = 0;
    for (PayloadFile file :
        payload.stream().sorted(Comparator.comparing(PayloadFile::path)).toList()) {
      String path = "data/" + file.path();
      FileDigest.Builder digest = new FileDigest.Builder();
      try (InputStream content = file.content().open()) {
        target.add(prefix + path, file.bytes(), digest.tap(content));
      }
      FileDigest written = digest.build();
      if (written.bytes() != file.bytes()) {
        throw new FormatProblem(
            file.path() + " has " + written.bytes() + " bytes and not " + file.bytes());
      }
      digests.put(path, written);
      bytes += written.bytes();
    }
    BagInfo info = new BagInfo(labels, bytes, digests.size());
    Map<String, FileDigest> tags = new TreeMap<>();
    tag(target, prefix, "bag-info.txt", info.write(), tags);
    tag(target, prefix, "bagit.txt", DECLARATION, tags);
    tag(target, prefix, "manifest-sha256.txt", manifest(digests, FileDigest::sha256), tags);
    tag(target, prefix, "manifest-sha512.txt", manifest(digests, FileDigest::sha512), tags);
    Map<String, FileDigest> last = new HashMap<>();
    tag(target, prefix, "tagmanifest-sha256.txt", manifest(tags, FileDigest::sha256), last);
    tag(target, prefix, "tagmanifest-sha512.txt", manifest(tags, FileDigest::sha512), last);
    FileDigest seal = last.get("tagmanifest-sha512.txt");
    if (seal == null) {
      throw new IllegalStateException("the tag manifest was not written");
    }
    return new Written(info, digests, seal.sha512());
  }

  private static String manifest(
      Map<String, FileDigest> digests, Function<FileDigest, String> which) {
    Map<String, String> lines = new TreeMap<>();
    digests.forEach((path, digest) -> lines.put(path, which.apply(digest)));
    return new Manifest(lines).write();
  }

  private static void tag(
      BagTarget target, String prefix, String name, String text, Map<String, FileDigest> tags)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    target.add(prefix + name, bytes.length, new ByteArrayInputStream(bytes));
    tags.put(name, FileDigest.of(bytes));
  }

  private static void requireDistinct(List<PayloadFile> payload) {
    if (payload.isEmpty()) {
      throw new FormatProblem("a bag has at least one file");
    }
    PathSet paths = new PathSet();
    for (PayloadFile file : payload) {
      paths.addFile("data/" + file.path());
    }
  }
}
