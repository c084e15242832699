package anbinh.seal.note;

import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;

/// A public key with its name, written as a vkey: `<name>+<key id>+base64(0x01 ‖ key)`.
///
/// The Base 64 part may itself hold plus signs, so a vkey is split at its first two only.
///
/// @param name the key's name; a log's key is named as its origin
/// @param id the key's short id, eight hexadecimal digits; an index, not a protection
/// @param encoded Base 64 of the signature type 0x01 and the 32 bytes of the key
public record VerifierKey(String name, String id, String encoded) {
  /// Checks name, type, length, key and that the id follows from them.
  public VerifierKey {
    new Vkey(name, id, encoded).requireType(KeyName.ED25519, "an Ed25519 key (type 0x01)");
  }

  /// What a key says of a note.
  public enum Answer {
    /// The key signed this text.
    SIGNED,
    /// No signature line claims this key.
    ABSENT,
    /// A signature line claims this key, and the signature does not fit the text.
    FORGED
  }

  static VerifierKey of(String name, PublicKey key) {
    Vkey vkey = Vkey.of(name, KeyName.ED25519, key);
    return new VerifierKey(vkey.name(), vkey.id(), vkey.encoded());
  }

  /// Reads a vkey; white space around it is dropped, as a file ends in a line feed.
  public static VerifierKey parse(String vkey) {
    Vkey read = Vkey.parse(vkey);
    return new VerifierKey(read.name(), read.id(), read.encoded());
  }

  /// The vkey in one line, without a line feed.
  public String write() {
    return vkey().write();
  }

  /// The public key for the JDK.
  public PublicKey publicKey() {
    return vkey().publicKey();
  }

  /// The public key as PEM, as OpenSSL reads it.
  public String pem() {
    return Pem.write("PUBLIC KEY", publicKey().getEncoded());
  }

  /// SHA-256 of the 32 bytes of the key in hexadecimal: what people compare over the telephone.
  public String fingerprint() {
    return Hash.sha256(vkey().raw()).hex();
  }

  /// Says whether this key signed the note's text.
  public Answer check(Note note) {
    byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
    return note.find(name, id)
        .map(mine ->
            Ed25519.verify(publicKey(), text, mine.signature()) ? Answer.SIGNED : Answer.FORGED)
        .orElse(Answer.ABSENT);
  }

  private Vkey vkey() {
    return new Vkey(name, id, encoded);
  }
}
