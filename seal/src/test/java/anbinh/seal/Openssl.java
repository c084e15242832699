package anbinh.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// Makes certificates, signatures and time stamps as somebody else makes them: with OpenSSL.
public final class Openssl {
  private static final int PDF_SIGNATURE_HEX = 8_192;

  private final Path folder;

  public Openssl(Path folder) {
    ExternalProgram.require("openssl", "openssl");
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("tsa.cnf"),
          """
          [tsa]
          default_tsa = one
          [one]
          serial = serial
          signer_cert = tsa.pem
          signer_key = tsa.key
          signer_digest = sha256
          default_policy = 1.2.3.4.1
          digests = sha256, sha384, sha512
          ess_cert_id_alg = sha256
          """);
      Files.writeString(folder.resolve("serial"), "41\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    certificate("tsa", "ec -pkeyopt ec_paramgen_curve:P-256", "critical,timeStamping");
  }

  /// Makes a key and a self-signed certificate under a name, and returns the certificate as PEM.
  ///
  /// @param key as `-newkey` takes it, for example `rsa:2048`
  public byte[] certificate(String name, String key, String use) {
    run(
        "openssl req -x509 -nodes -newkey %s -keyout %s.key -out %s.pem -days 30 -subj /O=%s -addext extendedKeyUsage=%s"
            .formatted(key, name, name, name, use));
    return read(name + ".pem");
  }

  /// A detached CMS over content, by a certificate made before.
  public byte[] sign(String name, byte[] content, String... more) {
    write("content", content);
    run(
        ("openssl cms -sign -binary -in content -outform DER -md sha256 -signer %s.pem -inkey %s.key"
                + " -out cms.der %s")
            .formatted(name, name, String.join(" ", more)));
    return read("cms.der");
  }

  /// A signature over content as the ONVIF Export File Format has it made (RSASSA-PSS, SHA-256).
  public byte[] signPss(String name, byte[] content, int salt) {
    write("content", content);
    run(
        "openssl dgst -sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:%d -sign %s.key -out pss.sig content"
            .formatted(salt, name));
    return read("pss.sig");
  }

  /// The answer of a time-stamp authority about content.
  public byte[] stamp(byte[] content) {
    write("content", content);
    run("openssl ts -query -data content -sha256 -cert -out query.tsq");
    run("openssl ts -reply -config tsa.cnf -section one -queryfile query.tsq -out reply.tsr");
    return read("reply.tsr");
  }

  /// A small PDF that is signed over all of it, for a reason.
  public byte[] pdf(String name, String text, String reason) {
    String head =
        "%%PDF-1.7\n%% "
            + text
            + "\n1 0 obj <</Type/Sig /Reason ("
            + reason
            + ") /ByteRange [0 %09d %09d %09d] /Contents ";
    String tail = ">>\nendobj\n%%EOF\n";
    int gapStart = head.formatted(0, 0, 0).length();
    int gapEnd = gapStart + PDF_SIGNATURE_HEX + 2;
    byte[] before =
        head.formatted(gapStart, gapEnd, tail.length()).getBytes(StandardCharsets.ISO_8859_1);
    byte[] after = tail.getBytes(StandardCharsets.ISO_8859_1);
    var signed = new ByteArrayOutputStream();
    signed.writeBytes(before);
    signed.writeBytes(after);
    String hex = HexFormat.of().formatHex(sign(name, signed.toByteArray()));
    var pdf = new ByteArrayOutputStream();
    pdf.writeBytes(before);
    pdf.writeBytes(
        ("<" + hex + "0".repeat(PDF_SIGNATURE_HEX - hex.length()) + ">")
            .getBytes(StandardCharsets.US_ASCII));
    pdf.writeBytes(after);
    return pdf.toByteArray();
  }

  private void run(String command) {
    ExternalProgram.Answer answer = ExternalProgram.run(folder, command.strip().split(" +"));
    assertThat(answer.exitCode()).as("%s%n%s", command, answer.output()).isZero();
  }

  private byte[] read(String name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
