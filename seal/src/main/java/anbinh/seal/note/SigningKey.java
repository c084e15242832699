package anbinh.seal.note;

import anbinh.seal.FormatProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// An Ed25519 key that signs notes under a name.
///
/// It is kept in a file that only its owner may read: a line `Name: …`, the private key as PKCS#8
/// and the public key, both as PEM, so that OpenSSL reads the same file. Whoever holds the file can
/// sign as the log: it belongs on another disk, under another account or in a safe, never into a
/// backup of the recordings.
///
/// Safe for many threads. The private key appears in no message and in no `toString`.
public final class SigningKey {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

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
    String text;
    try {
      if (hasPosixRights(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
        throw new FormatProblem(
            "others may read or change the key file " + file + "; run: chmod 600 " + file);
      }
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the key file " + file + " cannot be read", e);
    }
    int end = text.indexOf('\n');
    if (!text.startsWith("Name: ") || end < 0) {
      throw new FormatProblem("the key file " + file + " does not begin with \"Name: \"");
    }
    String name = KeyName.require(text.substring("Name: ".length(), end));
    SigningKey key;
    try {
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      PrivateKey privateKey =
          factory.generatePrivate(new PKCS8EncodedKeySpec(Pem.read(text, "PRIVATE KEY")));
      PublicKey publicKey =
          factory.generatePublic(new X509EncodedKeySpec(Pem.read(text, "PUBLIC KEY")));
      key = new SigningKey(VerifierKey.of(name, publicKey), privateKey);
    } catch (GeneralSecurityException e) {
      throw new FormatProblem("the key file " + file + " does not hold an Ed25519 key");
    }
    if (key.verifierKey.check(key.sign("trial\n")) != VerifierKey.Answer.SIGNED) {
      throw new FormatProblem("the two halves of the key in " + file + " do not belong together");
    }
    return key;
  }

  /// Writes the key into a new file that only its owner may read; refuses to replace a file.
  public void save(Path file) {
    String text =
        "Name: "
            + verifierKey.name()
            + "\n"
            + Pem.write("PRIVATE KEY", privateKey.getEncoded())
            + verifierKey.pem();
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      FileAttribute<?>[] attributes =
          folder != null && hasPosixRights(folder)
              ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
              : new FileAttribute<?>[0];
      try (FileChannel channel =
          FileChannel.open(
              file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the key file " + file + " cannot be written", e);
    }
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

  private static boolean hasPosixRights(Path path) {
    try {
      return Files.getFileStore(path).supportsFileAttributeView("posix");
    } catch (IOException noMount) {
      // In a chroot a path's mount is not to be found, and nothing else is known against its
      // rights.
      return true;
    }
  }
}
