package anbinh.seal.note;

import anbinh.seal.FormatProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.List;

/// An Ed25519 key that signs notes under a name.
///
/// It is kept in a file that only its owner may read ([KeyFile]). Whoever holds the file can sign
/// as the log: it belongs on another disk, under another account or in a safe, never into a backup
/// of the recordings.
///
/// Safe for many threads. The private key appears in no message and in no `toString`.
public final class SigningKey {
  private final VerifierKey verifierKey;
  private final PrivateKey privateKey;

  private SigningKey(VerifierKey verifierKey, PrivateKey privateKey) {
    this.verifierKey = verifierKey;
    this.privateKey = privateKey;
  }

  /// Makes a new key under a name; a log's key is named as its origin, for example
  /// `anbinh.example.vn/log`.
  public static SigningKey generate(String name) {
    KeyName.require(name);
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new SigningKey(VerifierKey.of(name, pair.getPublic()), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no Ed25519", e);
    }
  }

  /// Reads the key from its file; throws [FormatProblem] when others may read the file, or when it
  /// does not hold one matching pair.
  public static SigningKey load(Path file) {
    KeyFile read = KeyFile.read(file);
    SigningKey key =
        new SigningKey(VerifierKey.of(read.name(), read.publicKey()), read.privateKey());
    if (key.verifierKey.check(key.sign("trial\n")) != VerifierKey.Answer.SIGNED) {
      throw new FormatProblem("the two halves of the key in " + file + " do not belong together");
    }
    return key;
  }

  /// Writes the key into a new file that only its owner may read; refuses to replace a file.
  public void save(Path file) {
    new KeyFile(verifierKey.name(), privateKey, verifierKey.publicKey()).write(file);
  }

  /// The public half with its name.
  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /// Signs a text that ends in a line feed.
  public Note sign(String text) {
    byte[] signature = Ed25519.sign(privateKey, text.getBytes(StandardCharsets.UTF_8));
    return new Note(
        text, List.of(NoteSignature.of(verifierKey.name(), verifierKey.id(), signature)));
  }

  @Override
  public String toString() {
    return "SigningKey[" + verifierKey.name() + "+" + verifierKey.id() + "]";
  }
}
