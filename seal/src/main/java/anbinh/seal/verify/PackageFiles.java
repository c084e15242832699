package anbinh.seal.verify;

import anbinh.seal.FormatProblem;
import anbinh.seal.bag.FileDigest;
import anbinh.seal.bag.Manifest;
import anbinh.seal.bag.PathSet;
import anbinh.seal.mp4.ExportReader;
import anbinh.seal.mp4.ExportSignature;
import anbinh.seal.mp4.VideoDigest;
import anbinh.seal.pack.PackageLayout;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The files of one package: a digest of each, and the content of the small ones that are read.
///
/// Filled by a reader, one file after another. Not thread-safe.
final class PackageFiles {
  private static final int MAX_SEAL_FILE_BYTES = 1024 * 1024;
  private static final int MAX_ATTACHMENT_BYTES = 4 * 1024 * 1024;
  private static final String CLIPS = PackageLayout.BAG + "data/clips/";
  private static final int MAX_CERTIFICATE_BYTES = 64 * 1024;

  private final PathSet paths = new PathSet();
  private final Map<String, FileDigest> digests = new TreeMap<>();
  private final Map<String, byte[]> contents = new TreeMap<>();
  private @Nullable String rootName;

  private final Map<String, List<ExportSignature>> exports = new TreeMap<>();
  private @Nullable ExportReader export;
  private final Map<String, VideoDigest.Pictures> pictures = new TreeMap<>();
  private @Nullable VideoDigest video;
  private String path = "";
  private FileDigest.Builder digest = new FileDigest.Builder();
  private @Nullable ByteArrayOutputStream kept;
  private int keepAtMost;

  /// Begins a file; its path is below the package's root.
  void begin(String file) throws PackageProblem {
    try {
      paths.addFile(file);
    } catch (FormatProblem e) {
      throw new PackageProblem(file, Reason.PATH_REFUSED, String.valueOf(e.getMessage()));
    }
    path = file;
    digest = new FileDigest.Builder();
    keepAtMost = keepAtMost(file);
    kept = keepAtMost > 0 ? new ByteArrayOutputStream() : null;
    boolean clip = file.startsWith(CLIPS) && file.endsWith(".mp4");
    export = clip ? new ExportReader() : null;
    video = clip ? new VideoDigest() : null;
  }

  /// Takes the next piece of the file.
  void data(byte[] bytes, int offset, int length) throws PackageProblem {
    digest.update(bytes, offset, length);
    if (export != null) {
      try {
        export.update(bytes, offset, length);
      } catch (FormatProblem e) {
        // No exported clip; whether it is the one that was sealed, the manifests say.
        export = null;
      }
    }
    if (video != null) {
      try {
        video.update(bytes, offset, length);
      } catch (FormatProblem e) {
        // As above.
        video = null;
      }
    }
    if (kept != null) {
      if (kept.size() + length > keepAtMost) {
        throw new PackageProblem(path, Reason.BAD_FORMAT, "longer than " + keepAtMost + " bytes");
      }
      kept.write(bytes, offset, length);
    }
  }

  /// Ends the file.
  void end() {
    endExport();
    endVideo();
    digests.put(path, digest.build());
    if (kept != null) {
      contents.put(path, kept.toByteArray());
    }
  }

  private void endExport() {
    if (export == null) {
      return;
    }
    try {
      List<ExportSignature> signatures = export.end();
      if (!signatures.isEmpty()) {
        exports.put(path, signatures);
      }
    } catch (FormatProblem e) {
      // As above.
      exports.remove(path);
    }
  }

  private void endVideo() {
    if (video == null) {
      return;
    }
    try {
      pictures.put(path, video.end());
    } catch (FormatProblem e) {
      // As above.
      pictures.remove(path);
    }
  }

  /// Takes note of a folder.
  void folder(String name) throws PackageProblem {
    try {
      paths.addFolder(name);
    } catch (FormatProblem e) {
      throw new PackageProblem(name, Reason.PATH_REFUSED, String.valueOf(e.getMessage()));
    }
  }

  void nameRoot(String name) {
    rootName = name;
  }

  /// The name of the folder that an archive holds; absent for a plain folder, whose name is free.
  Optional<String> findRootName() {
    return Optional.ofNullable(rootName);
  }

  /// Path to digest of every file.
  Map<String, FileDigest> digests() {
    return digests;
  }

  /// The signatures in clips that have some, by path.
  Map<String, List<ExportSignature>> exports() {
    return exports;
  }

  /// What a clip holds; empty where it is none.
  Optional<VideoDigest.Pictures> findPictures(String file) {
    return Optional.ofNullable(pictures.get(file));
  }

  /// The content of a small file.
  Optional<byte[]> find(String file) {
    return Optional.ofNullable(contents.get(file));
  }

  private static int keepAtMost(String file) {
    if (file.equals(PackageLayout.CERTIFICATE)) {
      return MAX_CERTIFICATE_BYTES;
    }
    if (PackageLayout.DOCUMENTS.contains(file)) {
      return PackageLayout.MAX_DOCUMENT_BYTES;
    }
    if (file.startsWith(PackageLayout.BAG)) {
      return file.startsWith(PackageLayout.BAG + "data/") ? 0 : Manifest.MAX_BYTES;
    }
    boolean attachment =
        file.startsWith(PackageLayout.SEAL)
            && PackageLayout.isAttachment(file.substring(PackageLayout.SEAL.length()));
    boolean read =
        PackageLayout.REQUIRED_SEAL_FILES.contains(file)
            || file.startsWith(PackageLayout.SEAL + "segments/");
    if (attachment && file.contains(".scan.")) {
      return 0;
    }
    return attachment ? MAX_ATTACHMENT_BYTES : read ? MAX_SEAL_FILE_BYTES : 0;
  }
}
