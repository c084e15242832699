package anbinh.seal.note;

import anbinh.seal.FormatProblem;
import anbinh.seal.StrictBase64;
import java.util.HexFormat;

/// One signature line of a note: `— <key name> base64(key id ‖ signature)`.
///
/// @param keyName the name of the key that is said to have signed
/// @param base64 the four bytes of the key's id and then the signature
public record NoteSignature(String keyName, String base64) {
  static final String DASH = "\u2014 ";

  /// Checks the name and that there are at least a key id and one byte of signature.
  public NoteSignature {
    KeyName.require(keyName);
    if (StrictBase64.decode(base64, "the signature by " + keyName).length < 5) {
      throw new FormatProblem("the signature by " + keyName + " is too short");
    }
  }

  static NoteSignature of(String keyName, String keyId, byte[] signature) {
    byte[] id = HexFormat.of().parseHex(keyId);
    byte[] both = new byte[id.length + signature.length];
    System.arraycopy(id, 0, both, 0, id.length);
    System.arraycopy(signature, 0, both, id.length, signature.length);
    return new NoteSignature(keyName, StrictBase64.encode(both));
  }

  static NoteSignature parse(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new FormatProblem("a signature line is \"— name base64\", not \"" + line + "\"");
    }
    return new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1));
  }

  /// The id of the key that is said to have signed, as eight hexadecimal digits.
  public String keyId() {
    return HexFormat.of().formatHex(StrictBase64.decode(base64, "the signature"), 0, 4);
  }

  /// The signature without the key's id.
  public byte[] signature() {
    byte[] both = StrictBase64.decode(base64, "the signature");
    byte[] signature = new byte[both.length - 4];
    System.arraycopy(both, 4, signature, 0, signature.length);
    return signature;
  }

  /// The line without its line feed.
  public String line() {
    return DASH + keyName + " " + base64;
  }
}
