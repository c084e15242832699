package anbinh.signing;

import anbinh.media.Bytes;
import anbinh.media.mp4.ExportBoxes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/// Signs files as the ONVIF Export File Format does by default (5.7): RSASSA-PSS with SHA-256, MGF1
/// with SHA-256, a salt of 20 bytes.
record ExportSigner(RSAPrivateKey key, X509Certificate holder) implements ExportBoxes.Signer {
  private static final int SALT_BYTES = 20;
  private static final int BUFFER_BYTES = 256 * 1024;

  @Override
  public Bytes certificate() {
    try {
      return Bytes.copyOf(holder.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int signatureBytes() {
    return (key.getModulus().bitLength() + 7) / 8;
  }

  @Override
  public byte[] sign(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec(
              "SHA-256",
              "MGF1",
              MGF1ParameterSpec.SHA256,
              SALT_BYTES,
              PSSParameterSpec.TRAILER_FIELD_BC));
      signature.initSign(key);
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        signature.update(buffer, 0, read);
      }
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IOException("signing a clip with the office's key failed", e);
    }
  }

  @Override
  public String toString() {
    return "ExportSigner[" + holder.getSubjectX500Principal() + "]";
  }
}
