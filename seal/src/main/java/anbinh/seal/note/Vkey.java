package anbinh.seal.note;

import anbinh.seal.FormatProblem;
import anbinh.seal.StrictBase64;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;

/// The three parts of a vkey of any type, `<name>+<key id>+base64(type ‖ key)`.
///
/// The Base 64 part may itself hold plus signs, so a vkey is split at its first two only.
record Vkey(String name, String id, String encoded) {
  static Vkey of(String name, byte type, PublicKey key) {
    byte[] raw = Ed25519.raw(key);
    byte[] typed = new byte[1 + raw.length];
    typed[0] = type;
    System.arraycopy(raw, 0, typed, 1, raw.length);
    return new Vkey(name, KeyName.id(name, type, raw), StrictBase64.encode(typed));
  }

  static Vkey parse(String vkey) {
    String text = vkey.strip();
    int first = text.indexOf('+');
    int second = first < 0 ? -1 : text.indexOf('+', first + 1);
    if (second < 0) {
      throw new FormatProblem("a vkey has three parts: name+id+key");
    }
    return new Vkey(
        text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
  }

  /// Checks name, type, length, key and that the id follows from them.
  void requireType(byte type, String what) {
    KeyName.require(name);
    byte[] typed = StrictBase64.decode(encoded, "the key in the vkey of " + name);
    if (typed.length != 1 + Ed25519.KEY_BYTES || typed[0] != type) {
      throw new FormatProblem("the vkey of " + name + " is not " + what + " of 32 bytes");
    }
    if (!id.equals(KeyName.id(name, type, raw()))) {
      throw new FormatProblem("the key id in the vkey of " + name + " does not fit name and key");
    }
    Ed25519.publicKey(raw());
  }

  byte[] raw() {
    byte[] typed = Base64.getDecoder().decode(encoded);
    return Arrays.copyOfRange(typed, 1, typed.length);
  }

  PublicKey publicKey() {
    return Ed25519.publicKey(raw());
  }

  String write() {
    return name + "+" + id + "+" + encoded;
  }
}
