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
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.EnumSet;
import java.util.Set;

/// A named Ed25519 key in a file that only its owner may read: a line `Name: …`, the private key as
/// PKCS#8 and the public key, both as PEM, so that OpenSSL reads the same file.
///
/// @param name the key's name
/// @param privateKey the half that signs
/// @param publicKey the half that verifies
record KeyFile(String name, PrivateKey privateKey, PublicKey publicKey) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /// Throws [FormatProblem] when others may read the file, or when it does not hold a key. Whether
  /// the halves belong together is for the caller to try.
  static KeyFile read(Path file) {
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
    try {
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      return new KeyFile(
          name,
          factory.generatePrivate(new PKCS8EncodedKeySpec(Pem.read(text, "PRIVATE KEY"))),
          factory.generatePublic(new X509EncodedKeySpec(Pem.read(text, "PUBLIC KEY"))));
    } catch (GeneralSecurityException e) {
      throw new FormatProblem("the key file " + file + " does not hold an Ed25519 key");
    }
  }

  /// Writes a new file, durable when this returns; refuses to replace one.
  void write(Path file) {
    String text =
        "Name: "
            + name
            + "\n"
            + Pem.write("PRIVATE KEY", privateKey.getEncoded())
            + Pem.write("PUBLIC KEY", publicKey.getEncoded());
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

  /// The private key appears in no message.
  @Override
  public String toString() {
    return "KeyFile[" + name + "]";
  }

  private static boolean hasPosixRights(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }
}
