package anbinh.seal.pack;

import anbinh.seal.FormatProblem;
import anbinh.seal.bag.BagTarget;
import anbinh.seal.bag.BagWriter;
import anbinh.seal.bag.FileDigest;
import anbinh.seal.bag.PayloadFile;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.zip.ZipWriter;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes one evidence package in two steps: first the bag, which gives the digest that is sealed
/// and logged; then the seal with the proof from the log.
///
/// Footage is read once and goes straight into its final file; nothing large is held in memory. The
/// same input gives the same bytes. Between the two steps, while the caller has the seal logged and
/// signed, what was written is brought to the disk and digested. A zip takes its name only when it
/// is finished; closing before removes it. Not thread-safe.
public final class PackageWriter implements AutoCloseable {
  private final String extraction;
  private final VerifierKey key;
  private final BagTarget target;
  private final String root;
  private final @Nullable ZipWriter zip;
  private Seal.@Nullable Contents contents;
  private boolean finished;

  private PackageWriter(
      String extraction, VerifierKey key, BagTarget target, String root, @Nullable ZipWriter zip) {
    this.extraction = extraction;
    this.key = key;
    this.target = target;
    this.root = root;
    this.zip = zip;
  }

  /// Starts a package that will be the zip file `file`.
  ///
  /// @param file where the finished zip will stand
  /// @param extraction the extraction's id, `EXT-…`
  /// @param key the public key of the log that the seal will be appended to
  public static PackageWriter zip(Path file, String extraction, VerifierKey key)
      throws IOException {
    PackageLayout.requireName(extraction);
    ZipWriter zip = ZipWriter.open(file);
    return new PackageWriter(extraction, key, zip::add, extraction + "/", zip);
  }

  /// Starts the same package as the plain folder `folder`, which must not exist or be empty; it
  /// will hold `bag/` and `seal/`.
  public static PackageWriter folder(Path folder, String extraction, VerifierKey key) {
    PackageLayout.requireName(extraction);
    BagTarget target = (path, bytes, content) -> writeFile(folder, path, content);
    return new PackageWriter(extraction, key, target, "", null);
  }

  /// What the first step wrote.
  ///
  /// @param contents what goes into the [Seal]
  /// @param payload path below the bag (`data/…`) to digest, for the record
  public record Packed(Seal.Contents contents, Map<String, FileDigest> payload) {}

  /// A finished zip.
  ///
  /// @param bytes its length
  /// @param sha256 of all of it, in lower-case hexadecimal
  public record Archive(long bytes, String sha256) {}

  /// The first step: writes the bag.
  ///
  /// @param payload the files, in any order
  /// @param labels the lines of `bag-info.txt`, for example `Source-Organization`; no personal data
  public Packed writeBag(List<PayloadFile> payload, Map<String, String> labels) throws IOException {
    if (contents != null) {
      throw new IllegalStateException("the bag of " + extraction + " is already written");
    }
    BagWriter.Written bag = BagWriter.write(target, root + PackageLayout.BAG, payload, labels);
    Seal.Contents packed =
        new Seal.Contents(
            bag.tagManifestSha512(),
            bag.info().payloadOxum(),
            FileDigest.of(Guide.write(extraction, key)).sha256());
    contents = packed;
    if (zip != null) {
      zip.settle();
    }
    return new Packed(packed, bag.payload());
  }

  /// What the log proves of a package.
  ///
  /// @param seal the proof of the seal's leaf
  /// @param requested the event that the seal names as its request
  /// @param decided the event that the seal names as its decision
  /// @param segments the events of the recording segments that the seal names
  public record Proved(
      TlogProof seal, EventProof requested, EventProof decided, List<EventProof> segments) {
    /// Copies the list.
    public Proved {
      segments = List.copyOf(segments);
    }
  }

  /// The second step: writes the seal and finishes the package.
  ///
  /// @param seal the seal whose leaf was appended to the log
  /// @param proved the proofs of it and of what it names
  /// @param attachments further files below `seal/`: those that the seal names, and `seal.tsr`,
  ///   `tsa-chain.pem`, `receipt-1.json` and the like
  /// @return the finished zip; empty for a folder
  public Optional<Archive> finish(Seal seal, Proved proved, Map<String, byte[]> attachments)
      throws IOException {
    if (!seal.contents().equals(contents) || !seal.extraction().equals(extraction)) {
      throw new IllegalStateException("this is not the seal of the bag that was written");
    }
    byte[] leaf = seal.leaf().canonical();
    TlogProof proof = proved.seal();
    if (!proof.proves(leaf, key)) {
      throw new IllegalArgumentException("the proof does not show that the log has this seal");
    }
    requireNamed(seal, proved, attachments);
    Map<String, byte[]> files = new TreeMap<>();
    files.put(PackageLayout.SEAL_JSON, seal.canonical());
    files.put(PackageLayout.LEAF, leaf);
    files.put(PackageLayout.PROOF, utf8(proof.write()));
    files.put(PackageLayout.SPICY, utf8(proof.writeSpicy()));
    files.put(PackageLayout.CHECKPOINT, utf8(proof.checkpoint().write()));
    files.put(PackageLayout.VKEY, utf8(key.write() + "\n"));
    files.put(PackageLayout.GUIDE, Guide.write(extraction, key));
    proved.requested().addTo(files, PackageLayout.REQUESTED);
    proved.decided().addTo(files, PackageLayout.DECIDED);
    for (EventProof segment : proved.segments()) {
      segment.addTo(files, PackageLayout.segment(segment.proof().index()));
    }
    attachments.forEach((name, bytes) -> {
      if (!PackageLayout.isAttachment(name)) {
        throw new FormatProblem("a seal has no attachment of the name \"" + name + "\"");
      }
      files.put(PackageLayout.SEAL + name, bytes);
    });
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      byte[] bytes = file.getValue();
      target.add(root + file.getKey(), bytes.length, new ByteArrayInputStream(bytes));
    }
    Optional<Archive> archive = zip == null ? Optional.empty() : Optional.of(finish(zip));
    finished = true;
    return archive;
  }

  private static void requireNamed(Seal seal, Proved proved, Map<String, byte[]> attachments) {
    if (!proved.requested().act().equals(seal.requested())
        || !proved.decided().act().equals(seal.decided())) {
      throw new IllegalArgumentException("the seal names another request or decision");
    }
    List<Long> segments =
        proved.segments().stream().map(segment -> segment.proof().index()).toList();
    if (!segments.equals(seal.segments())) {
      throw new IllegalArgumentException("the seal names other segments than are proved");
    }
    List<String> named =
        attachments.keySet().stream().filter(PackageLayout::isNamedBySeal).sorted().toList();
    if (!named.equals(seal.enclosed().files())) {
      throw new IllegalArgumentException("the seal names other files than are enclosed");
    }
  }

  static Archive finish(ZipWriter zip) throws IOException {
    String sha256 = zip.finish();
    return new Archive(zip.bytes(), sha256);
  }

  /// Whether the package is whole.
  public boolean isFinished() {
    return finished;
  }

  @Override
  public void close() throws IOException {
    try (Closeable _ = zip == null ? () -> {} : zip::close) {
      contents = null;
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void writeFile(Path folder, String path, InputStream content) throws IOException {
    Path file = folder.resolve(path);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.copy(content, file);
  }
}
