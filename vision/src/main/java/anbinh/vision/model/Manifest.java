package anbinh.vision.model;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/// What is known about a net, from the file `NAME.properties`: where it comes from, under which
/// licence, the SHA-256 of its bytes, and how it is fed and understood. The net itself is in
/// `NAME.onnx`, or in what `file` names.
public final class Manifest {
  private static final List<String> NEEDED =
      List.of("name", "version", "licence", "source", "kind", "sha256");

  private final ModelFiles files;
  private final String net;
  private final Properties properties;

  private Manifest(ModelFiles files, String net, Properties properties) {
    this.files = files;
    this.net = net;
    this.properties = properties;
  }

  /// @param net its name, without an ending
  /// @throws ModelException where it is none, or lacks what every net must say of itself
  public static Manifest of(ModelFiles files, String net) throws IOException, ModelException {
    Properties properties = new Properties();
    Manifest manifest = new Manifest(files, net, properties);
    byte[] bytes = manifest.bytes(net + ".properties");
    try {
      properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      throw new ModelException(manifest.file() + " is no file of properties: " + e.getMessage());
    }
    for (String key : NEEDED) {
      manifest.text(key);
    }
    return manifest;
  }

  /// @param threads that compute at a time
  /// @throws ModelException where the net is not the one that it describes
  public Model load(int threads) throws IOException, ModelException {
    String name = text("file", net + ".onnx");
    byte[] bytes = bytes(name);
    String digest = sha256(bytes);
    if (!digest.equals(text("sha256"))) {
      throw new ModelException(
          "%s describes another net: its sha256 is %s, that of %s is %s"
              .formatted(file(), text("sha256"), name, digest));
    }
    return new Model(name, bytes, threads);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }

  private byte[] bytes(String name) throws IOException, ModelException {
    byte[] bytes = files.read(name);
    if (bytes == null) {
      throw new ModelException("there is no file " + name);
    }
    return bytes;
  }

  private String file() {
    return net + ".properties";
  }

  public String text(String key) throws ModelException {
    String value = text(key, "");
    if (value.isEmpty()) {
      throw new ModelException("%s lacks %s".formatted(file(), key));
    }
    return value;
  }

  public String text(String key, String otherwise) {
    return properties.getProperty(key, otherwise).strip();
  }

  public int number(String key) throws ModelException {
    try {
      return Integer.parseInt(text(key));
    } catch (NumberFormatException e) {
      throw wrong(key, "must be a number, not " + text(key));
    }
  }

  /// The characters of its classes, in their order: those of `alphabet`, or the lines of the file
  /// that `alphabet.file` names. A line that is not one character stands for one that is none.
  public String alphabet() throws IOException, ModelException {
    String name = text("alphabet.file", "");
    if (name.isEmpty()) {
      return text("alphabet");
    }
    StringBuilder alphabet = new StringBuilder();
    new String(bytes(name), StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> alphabet.append(line.length() == 1 ? line.charAt(0) : ' '));
    return alphabet.toString();
  }

  public ModelVersion version() throws ModelException {
    return new ModelVersion(text("name"), text("version"));
  }

  /// The exception that says what is wrong with a value of it.
  public ModelException wrong(String key, String why) {
    return new ModelException("%s: %s %s".formatted(file(), key, why));
  }
}
