package anbinh.seal.verify;

import anbinh.seal.FormatProblem;
import anbinh.seal.bag.BagInfo;
import anbinh.seal.bag.BagWriter;
import anbinh.seal.bag.FileDigest;
import anbinh.seal.bag.Manifest;
import anbinh.seal.pack.PackageLayout;
import anbinh.seal.pack.Seal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Checks a bag: tag manifest against seal, tag files against tag manifests, payload against both
/// manifests, and the counted size.
final class BagCheck {
  private static final String DATA = "data/";
  private static final String TAG_MANIFEST_512 = "tagmanifest-sha512.txt";
  private static final String TAG_MANIFEST_256 = "tagmanifest-sha256.txt";
  private static final Set<String> TAG_FILES =
      new TreeSet<>(
          Set.of("bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt"));

  private final PackageFiles files;
  private final List<Finding> findings;
  private final Set<String> changed = new HashSet<>();
  private final Set<String> listed = new TreeSet<>();
  private final Set<String> unchanged = new HashSet<>();
  private long payloadBytes;

  BagCheck(PackageFiles files, List<Finding> findings) {
    this.files = files;
    this.findings = findings;
  }

  void run(@Nullable Seal seal) {
    checkNames();
    FileDigest tagManifest = digest(TAG_MANIFEST_512);
    if (tagManifest == null) {
      find(TAG_MANIFEST_512, Reason.FILE_MISSING, "");
    } else if (seal != null && !tagManifest.sha512().equals(seal.contents().tagManifestSha512())) {
      change(TAG_MANIFEST_512, Reason.BAG_REPLACED);
    }
    checkTags(TAG_MANIFEST_512, 128, FileDigest::sha512);
    checkTags(TAG_MANIFEST_256, 64, FileDigest::sha256);
    byte[] declaration = files.find(PackageLayout.BAG + "bagit.txt").orElse(null);
    if (declaration != null
        && !changed.contains("bagit.txt")
        && !Arrays.equals(declaration, BagWriter.DECLARATION.getBytes(StandardCharsets.UTF_8))) {
      find("bagit.txt", Reason.BAD_FORMAT, "not the declaration of a bag of version 1.0");
    }
    checkPayload();
    checkSize(seal);
  }

  long listedFiles() {
    return listed.size();
  }

  long unchangedFiles() {
    return unchanged.size();
  }

  long payloadBytes() {
    return payloadBytes;
  }

  private void checkNames() {
    for (Map.Entry<String, FileDigest> file : files.digests().entrySet()) {
      if (!file.getKey().startsWith(PackageLayout.BAG)) {
        continue;
      }
      String path = file.getKey().substring(PackageLayout.BAG.length());
      if (path.startsWith(DATA)) {
        payloadBytes += file.getValue().bytes();
      } else if (!TAG_FILES.contains(path)
          && !path.equals(TAG_MANIFEST_512)
          && !path.equals(TAG_MANIFEST_256)) {
        find(path, Reason.UNEXPECTED_FILE, "");
      }
    }
  }

  private void checkTags(String name, int digits, Function<FileDigest, String> which) {
    if (digest(name) == null) {
      if (!name.equals(TAG_MANIFEST_512)) {
        find(name, Reason.FILE_MISSING, "");
      }
      return;
    }
    Manifest manifest = parse(name, bytes -> Manifest.parse(bytes, digits));
    if (manifest == null) {
      return;
    }
    if (!manifest.digests().keySet().equals(TAG_FILES)) {
      if (!changed.contains(name)) {
        find(name, Reason.BAD_FORMAT, "it does not list exactly " + TAG_FILES);
      }
      return;
    }
    manifest
        .digests()
        .forEach((path, expected) -> {
          FileDigest actual = digest(path);
          if (actual == null) {
            if (digits == 128) {
              find(path, Reason.FILE_MISSING, "");
            }
          } else if (!which.apply(actual).equals(expected)) {
            change(path, Reason.MANIFEST_CHANGED);
          }
        });
  }

  private void checkPayload() {
    Manifest manifest512 = parse("manifest-sha512.txt", bytes -> Manifest.parse(bytes, 128));
    Manifest manifest256 = parse("manifest-sha256.txt", bytes -> Manifest.parse(bytes, 64));
    if (manifest512 == null || manifest256 == null) {
      return;
    }
    listed.addAll(manifest512.digests().keySet());
    if (!listed.equals(manifest256.digests().keySet()) && !isManifestChanged()) {
      find("manifest-sha256.txt", Reason.BAD_FORMAT, "it lists other files than the other one");
    }
    for (String path : listed) {
      FileDigest actual = digest(path);
      if (!path.startsWith(DATA)) {
        if (!isManifestChanged()) {
          find("manifest-sha512.txt", Reason.BAD_FORMAT, "it lists a file outside data: " + path);
        }
      } else if (actual == null) {
        find(path, Reason.FILE_MISSING, "");
      } else if (actual.sha512().equals(manifest512.digests().get(path))
          && actual.sha256().equals(manifest256.digests().get(path))) {
        unchanged.add(path);
      } else {
        change(path, Reason.FILE_CHANGED);
      }
    }
    for (String file : files.digests().keySet()) {
      if (file.startsWith(PackageLayout.BAG + DATA)
          && !listed.contains(file.substring(PackageLayout.BAG.length()))) {
        find(file.substring(PackageLayout.BAG.length()), Reason.FILE_ADDED, "");
      }
    }
  }

  private void checkSize(@Nullable Seal seal) {
    BagInfo info = parse("bag-info.txt", BagInfo::parse);
    if (info == null || changed.contains("bag-info.txt")) {
      return;
    }
    long count =
        files.digests().keySet().stream()
            .filter(file -> file.startsWith(PackageLayout.BAG + DATA))
            .count();
    String actual = payloadBytes + "." + count;
    boolean explained =
        findings.stream()
            .map(Finding::reason)
            .anyMatch(r ->
                r == Reason.FILE_MISSING || r == Reason.FILE_ADDED || r == Reason.FILE_CHANGED);
    if (!info.payloadOxum().equals(actual) && !explained) {
      find("bag-info.txt", Reason.SIZE_DIFFERS, info.payloadOxum() + " is said, not " + actual);
    }
    if (seal != null && !seal.contents().payloadOxum().equals(info.payloadOxum())) {
      find("bag-info.txt", Reason.SIZE_DIFFERS, "the seal says " + seal.contents().payloadOxum());
    }
  }

  private boolean isManifestChanged() {
    return changed.contains("manifest-sha512.txt") || changed.contains("manifest-sha256.txt");
  }

  private <T> @Nullable T parse(String path, Function<byte[], T> parser) {
    byte[] bytes = files.find(PackageLayout.BAG + path).orElse(null);
    if (bytes == null) {
      return null;
    }
    try {
      return parser.apply(bytes);
    } catch (FormatProblem e) {
      if (!changed.contains(path)) {
        find(path, Reason.BAD_FORMAT, String.valueOf(e.getMessage()));
      }
      return null;
    }
  }

  private @Nullable FileDigest digest(String path) {
    return files.digests().get(PackageLayout.BAG + path);
  }

  private void change(String path, Reason reason) {
    if (changed.add(path)) {
      find(path, reason, "");
    }
  }

  private void find(String path, Reason reason, String detail) {
    findings.add(new Finding(PackageLayout.BAG + path, reason, detail));
  }
}
