package anbinh.evidence.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.Inbound;
import anbinh.platform.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// The header `Upload-Metadata` of tus: keys with values in Base 64, with commas between.
///
/// @param name as the owner's device calls the file, without a folder
record UploadMetadata(String name, UploadKind kind) {
  static final int MAX_NAME = 200;
  private static final String FIELD = "Upload-Metadata";
  private static final int MAX_LENGTH = 4096;

  /// @throws Problem when it is not of the right form, or names no file
  static UploadMetadata parse(String header) {
    Map<String, String> values = values(header);
    String sent = values.getOrDefault("filename", "");
    String name = Normalizer.normalize(lastPart(sent), Normalizer.Form.NFC).strip();
    if (name.isEmpty() || name.codePointCount(0, name.length()) > MAX_NAME) {
      throw Problem.invalid(FIELD, "size", MAX_NAME, 1);
    }
    if (!Inbound.isPlain(name) || name.chars().anyMatch(Character::isISOControl)) {
      throw Problem.invalid(FIELD, "characters");
    }
    return switch (values.getOrDefault("kind", UploadKind.VIDEO.name())) {
      case "VIDEO" -> new UploadMetadata(name, UploadKind.VIDEO);
      case "CLOCK_PICTURE" -> new UploadMetadata(name, UploadKind.CLOCK_PICTURE);
      default -> throw Problem.invalid(FIELD, "choice", "VIDEO, CLOCK_PICTURE");
    };
  }

  private static Map<String, String> values(String header) {
    if (header.length() > MAX_LENGTH) {
      throw Problem.invalid(FIELD, "size", MAX_LENGTH, 1);
    }
    Map<String, String> values = new HashMap<>();
    for (String pair : header.split(",", -1)) {
      String[] parts = pair.strip().split(" ", -1);
      if (parts[0].isEmpty()
          || parts.length > 2
          || values.put(parts[0], parts.length == 1 ? "" : decoded(parts[1])) != null) {
        throw Problem.invalid(FIELD, "pattern");
      }
    }
    return values;
  }

  private static String decoded(String base64) {
    try {
      return UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
          .toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw Problem.invalid(FIELD, "pattern");
    }
  }

  private static String lastPart(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
