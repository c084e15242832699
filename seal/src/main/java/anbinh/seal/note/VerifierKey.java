package anbinh.seal.note;

import anbinh.seal.FormatProblem;
import anbinh.seal.StrictBase64;
import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

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
    KeyName.require(name);
    byte[] typed = StrictBase64.decode(encoded, "the key in the vkey of " + name);
    if (typed.length != 1 + Ed25519.KEY_BYTES || typed[0] != KeyName.ED25519) {
      throw new FormatProblem(
          "the vkey of " + name + " is not an Ed25519 key (type 0x01 and 32 bytes)");
    }
    byte[] raw = Arrays.copyOfRange(typed, 1, typed.length);
    if (!id.equals(KeyName.id(name, KeyName.ED25519, raw))) {
      throw new FormatProblem("the key id in the vkey of " + name + " does not fit name and key");
    }
    Ed25519.publicKey(raw);
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
    byte[] raw = Ed25519.raw(key);
    byte[] typed = new byte[1 + raw.length];
    typed[0] = KeyName.ED25519;
    System.arraycopy(raw, 0, typed, 1, raw.length);
    String id = KeyName.id(name, KeyName.ED25519, raw);
    return new VerifierKey(name, id, StrictBase64.encode(typed));
  }

  /// Reads a vkey; white space around it is dropped, as a file ends in a line feed.
  public static VerifierKey parse(String vkey) {
    String text = vkey.strip();
    int first = text.indexOf('+');
    int second = first < 0 ? -1 : text.indexOf('+', first + 1);
    if (second < 0) {
      throw new FormatProblem("a vkey has three parts: name+id+key");
    }
    return new VerifierKey(
        text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
  }

  /// The vkey in one line, without a line feed.
  public String write() {
    return name + "+" + id + "+" + encoded;
  }

  /// The public key for the JDK.
  public PublicKey publicKey() {
    return Ed25519.publicKey(raw());
  }

  /// The public key as PEM, as OpenSSL reads it.
  public String pem() {
    return Pem.write("PUBLIC KEY", publicKey().getEncoded());
  }

  /// SHA-256 of the 32 bytes of the key in hexadecimal: what people compare over the telephone.
  public String fingerprint() {
    return Hash.sha256(raw()).hex();
  }

  /// Says whether this key signed the note's text.
  public Answer check(Note note) {
    byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
    List<NoteSignature> mine =
        note.signatures().stream()
            .filter(s -> s.keyName().equals(name) && s.keyId().equals(id))
            .toList();
    if (mine.isEmpty()) {
      return Answer.ABSENT;
    }
    return Ed25519.verify(publicKey(), text, mine.getFirst().signature())
        ? Answer.SIGNED
        : Answer.FORGED;
  }

  private byte[] raw() {
    byte[] typed = Base64.getDecoder().decode(encoded);
    return Arrays.copyOfRange(typed, 1, typed.length);
  }
}
