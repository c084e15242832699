package anbinh.evidence.handover;

import anbinh.evidence.request.form.FieldReader;
import anbinh.media.Bytes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The scanned paper as it was sent, before any rule.
///
/// @param scan a PDF, JPEG or PNG in Base 64
public record ScanForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String scan) {
  private static final int MAX_BYTES = 4 << 20;
  private static final int MEBIBYTE = 1 << 20;

  /// The most characters of a body with a scan.
  public static final long MAX_CHARACTERS = MAX_BYTES / 3L * 4 + 4096;

  /// A scan that is one by its first bytes.
  record Requested(Bytes content, ScanKind kind) {}

  /// @throws anbinh.platform.Problem when it is no scan, before anything is looked up
  public void check() {
    var _ = read();
  }

  /// @throws anbinh.platform.Problem that names every wrong field
  Requested read() {
    var fields = new FieldReader();
    byte[] content = decoded(fields);
    Optional<ScanKind> kind = ScanKind.of(content);
    if (fields.clean() && kind.isEmpty()) {
      fields.reject("scan", "scan-kind");
    }
    if (content.length > MAX_BYTES) {
      fields.reject("scan", "scan-size", MAX_BYTES / MEBIBYTE);
    }
    fields.throwProblems();
    return new Requested(Bytes.copyOf(content), kind.orElseThrow());
  }

  private byte[] decoded(FieldReader fields) {
    if (scan == null || scan.isBlank()) {
      fields.reject("scan", "required");
      return new byte[0];
    }
    try {
      return Base64.getDecoder().decode(scan);
    } catch (IllegalArgumentException e) {
      fields.reject("scan", "scan-kind");
      return new byte[0];
    }
  }
}
