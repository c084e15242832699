package anbinh.evidence.upload;

import anbinh.platform.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/// The header `Upload-Checksum` of tus: what the bytes of one piece must hash to. For one thread.
final class UploadChecksum {
  static final List<String> ALGORITHMS = List.of("sha1", "sha256", "sha512");
  private static final String FIELD = "Upload-Checksum";

  private final MessageDigest digest;
  private final byte[] requested;

  private UploadChecksum(MessageDigest digest, byte[] requested) {
    this.digest = digest;
    this.requested = requested;
  }

  /// @throws Problem when it is not of the right form
  static UploadChecksum parse(String header) {
    String[] parts = header.strip().split(" ", -1);
    if (parts.length != 2 || !ALGORITHMS.contains(parts[0])) {
      throw Problem.invalid(FIELD, "choice", String.join(", ", ALGORITHMS));
    }
    try {
      byte[] requested = Base64.getDecoder().decode(parts[1]);
      return new UploadChecksum(
          MessageDigest.getInstance(parts[0].replace("sha", "SHA-")), requested);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(FIELD, "pattern");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
  }

  boolean holds() {
    return MessageDigest.isEqual(digest.digest(), requested);
  }
}
