package anbinh.seal.pack;

import anbinh.seal.note.VerifierKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The file `VERIFY.md`: how to check a package by hand with tools that the makers of this program
/// did not write, in Vietnamese, English and Arabic. Its digest is part of the seal.
final class Guide {
  private Guide() {}

  static byte[] write(String extraction, VerifierKey key) {
    try (InputStream template = Guide.class.getResourceAsStream("VERIFY.md")) {
      if (template == null) {
        throw new IllegalStateException("the template VERIFY.md is missing from this program");
      }
      return new String(template.readAllBytes(), StandardCharsets.UTF_8)
          .replace("${extraction}", extraction)
          .replace("${fingerprint}", key.fingerprint())
          .replace("${vkey}", key.write())
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
