package anbinh.evidence.collect;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A sealed package as the database knows it.
///
/// @param code the package's name, `EXT-2026-0001`
/// @param bytes of the zip
/// @param sha256 of the zip, 64 hexadecimal digits
/// @param logIndex the seal's place in the log
/// @param coverage the text of the package's `coverage.json`
/// @param additions how often something was put beside the seal since it was sealed
/// @param files the payload
/// @param deletedAt when its end had come and it was deleted with its copies; null while it is kept
public record Extraction(
    UUID requestId,
    String code,
    Instant sealedAt,
    long bytes,
    String sha256,
    long logIndex,
    String coverage,
    int additions,
    List<File> files,
    @Nullable Instant deletedAt) {
  /// Where the clips of a package are below the bag.
  public static final String CLIPS = "data/clips/";

  public Extraction {
    files = List.copyOf(files);
  }

  Extraction withFiles(List<File> payload) {
    return new Extraction(
        requestId, code, sealedAt, bytes, sha256, logIndex, coverage, additions, payload,
        deletedAt);
  }

  /// @param name path below the bag, `data/…`
  /// @param sha256 64 hexadecimal digits
  public record File(String name, long bytes, String sha256) {}
}
