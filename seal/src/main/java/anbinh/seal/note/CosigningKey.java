package anbinh.seal.note;

import anbinh.seal.FormatProblem;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;

/// A witness's Ed25519 key, which cosigns checkpoints (C2SP tlog-cosignature v1.0.1).
///
/// It is kept in a file that only its owner may read ([KeyFile]). What may be cosigned is not for
/// the key to decide: see `anbinh.seal.witness`.
///
/// Safe for many threads. The private key appears in no message and in no `toString`.
public final class CosigningKey {
  private final WitnessKey witnessKey;
  private final PrivateKey privateKey;

  private CosigningKey(WitnessKey witnessKey, PrivateKey privateKey) {
    this.witnessKey = witnessKey;
    this.privateKey = privateKey;
  }

  /// Makes a new key under the witness's name, for example `witness.procuracy.example/w1`.
  public static CosigningKey generate(String name) {
    KeyName.require(name);
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new CosigningKey(WitnessKey.of(name, pair.getPublic()), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no Ed25519", e);
    }
  }

  /// Reads the key from its file; throws [FormatProblem] when others may read the file, or when it
  /// does not hold one matching pair.
  public static CosigningKey load(Path file) {
    KeyFile read = KeyFile.read(file);
    CosigningKey key =
        new CosigningKey(WitnessKey.of(read.name(), read.publicKey()), read.privateKey());
    Note trial = new Note("trial\n", List.of(key.cosign("trial\n", Instant.EPOCH)));
    if (!(key.witnessKey.check(trial) instanceof WitnessKey.Answer.Cosigned)) {
      throw new FormatProblem("the two halves of the key in " + file + " do not belong together");
    }
    return key;
  }

  /// Writes the key into a new file that only its owner may read; refuses to replace a file.
  public void save(Path file) {
    new KeyFile(
            witnessKey.name(),
            privateKey,
            new Vkey(witnessKey.name(), witnessKey.id(), witnessKey.encoded()).publicKey())
        .write(file);
  }

  /// The public half with its name.
  public WitnessKey witnessKey() {
    return witnessKey;
  }

  /// The signature line for a checkpoint's text as of a time, to the second.
  public NoteSignature cosign(String checkpoint, Instant time) {
    long second = time.getEpochSecond();
    byte[] signature = Ed25519.sign(privateKey, WitnessKey.message(second, checkpoint));
    byte[] timestamped =
        ByteBuffer.allocate(WitnessKey.TIME_BYTES + signature.length)
            .putLong(second)
            .put(signature)
            .array();
    return NoteSignature.of(witnessKey.name(), witnessKey.id(), timestamped);
  }

  @Override
  public String toString() {
    return "CosigningKey[" + witnessKey.name() + "+" + witnessKey.id() + "]";
  }
}
