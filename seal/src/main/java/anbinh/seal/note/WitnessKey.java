package anbinh.seal.note;

import anbinh.seal.tree.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;

/// A witness's public key with its name, as a vkey of type 0x04 (C2SP tlog-cosignature v1.0.1).
///
/// A cosignature says: as of this time, this was the largest head of the log that the witness had
/// seen, and it held all that the heads seen before held.
///
/// @param name the witness's name
/// @param id the key's short id, eight hexadecimal digits; an index, not a protection
/// @param encoded Base 64 of the signature type 0x04 and the 32 bytes of the key
public record WitnessKey(String name, String id, String encoded) {
  static final int TIME_BYTES = 8;
  private static final int SIGNATURE_BYTES = 64;

  /// The last second that a cosignature can name here: the end of the year 9999.
  private static final long LAST_SECOND = 253_402_300_799L;

  /// Checks name, type, length, key and that the id follows from them.
  public WitnessKey {
    new Vkey(name, id, encoded)
        .requireType(
            KeyName.COSIGNATURE_ED25519, "a witness's key (Ed25519 cosignature, type 0x04)");
  }

  /// What a witness's key says of a checkpoint.
  public sealed interface Answer {
    /// The witness cosigned it.
    ///
    /// @param time when, by the witness's clock
    record Cosigned(Instant time) implements Answer {}

    /// No signature line claims this key.
    record Absent() implements Answer {}

    /// A signature line claims this key, and the cosignature does not fit the checkpoint.
    record Forged() implements Answer {}
  }

  static WitnessKey of(String name, PublicKey key) {
    Vkey vkey = Vkey.of(name, KeyName.COSIGNATURE_ED25519, key);
    return new WitnessKey(vkey.name(), vkey.id(), vkey.encoded());
  }

  /// Reads a vkey; white space around it is dropped, as a file ends in a line feed.
  public static WitnessKey parse(String text) {
    Vkey read = Vkey.parse(text);
    return new WitnessKey(read.name(), read.id(), read.encoded());
  }

  /// The vkey in one line, without a line feed.
  public String write() {
    return vkey().write();
  }

  /// SHA-256 of the 32 bytes of the key in hexadecimal: what people compare over the telephone.
  public String fingerprint() {
    return Hash.sha256(vkey().raw()).hex();
  }

  /// Whether both are one key, whatever they are called.
  public boolean sameKey(WitnessKey other) {
    return encoded.equals(other.encoded);
  }

  /// Says whether this witness cosigned the checkpoint that the note carries.
  public Answer check(Note note) {
    NoteSignature mine = note.find(name, id).orElse(null);
    if (mine == null) {
      return new Answer.Absent();
    }
    byte[] timestamped = mine.signature();
    if (timestamped.length != TIME_BYTES + SIGNATURE_BYTES) {
      return new Answer.Forged();
    }
    ByteBuffer bytes = ByteBuffer.wrap(timestamped);
    long second = bytes.getLong();
    byte[] signature = new byte[SIGNATURE_BYTES];
    bytes.get(signature);
    return second >= 0
            && second <= LAST_SECOND
            && Ed25519.verify(vkey().publicKey(), message(second, note.text()), signature)
        ? new Answer.Cosigned(Instant.ofEpochSecond(second))
        : new Answer.Forged();
  }

  /// The bytes that are signed.
  static byte[] message(long second, String text) {
    return ("cosignature/v1\ntime " + second + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  private Vkey vkey() {
    return new Vkey(name, id, encoded);
  }
}
