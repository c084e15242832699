package anbinh.signing;

import anbinh.media.mp4.ExportBoxes;
import anbinh.platform.DataFolder;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.platform.StartFailure;
import anbinh.signing.OfficeKey.BadKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Signs with the office's certificate. Safe for many threads.
///
/// The key is read and tried out while the other parts of the server are made, and nothing is
/// served before it is found good.
///
/// All encodings are DER. The certificate is bound into each signature (signing-certificate-v2), so
/// another one with the same key cannot be put in its place.
@Component
@OnlyWhenServing
public class OfficeSigner implements SmartInitializingSingleton {
  private static final int SIGNATURE_SPACE_BYTES = 16_384;

  private final CertificateSettings settings;
  private final Path own;
  private final Site site;
  private final SiteClock clock;
  private final CompletableFuture<OfficeKey> reading;

  OfficeSigner(CertificateSettings settings, DataFolder data, Site site, SiteClock clock) {
    this.settings = settings;
    this.own = data.root().resolve("keys").resolve("office.p12");
    this.site = site;
    this.clock = clock;
    this.reading = CompletableFuture.supplyAsync(this::read);
  }

  @Override
  public void afterSingletonsInstantiated() {
    key();
  }

  private OfficeKey key() {
    try {
      return reading.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StartFailure bad ? bad : e;
    }
  }

  private OfficeKey read() {
    Path file = settings.file();
    Instant now = clock.now();
    try {
      if (file != null) {
        return OfficeKey.load(file, settings.password(), now);
      }
      if (!Files.exists(own)) {
        OfficeKey.generate(site.name(), now).save(own, settings.password());
      }
      return OfficeKey.load(own, settings.password(), now);
    } catch (BadKey e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e.advice());
    } catch (IOException e) {
      throw new StartFailure(
          "the key file " + own + " cannot be written: " + e.getMessage(),
          "Make room and check the rights of the folder.");
    }
  }

  /// The certificates as PEM, the signing one first.
  public String certificates() {
    return key().pem();
  }

  /// SHA-256 over the signing certificate.
  public String fingerprint() {
    return key().fingerprint();
  }

  /// A detached signature over a document, as DER.
  public byte[] sign(byte[] document) throws IOException {
    return cms(document, true);
  }

  /// Signs exported clips; empty when the key is not RSA, which the ONVIF Export File Format takes
  /// by default.
  public Optional<ExportBoxes.Signer> findExportSigner() {
    OfficeKey key = key();
    return key.privateKey() instanceof RSAPrivateKey rsa
        ? Optional.of(new ExportSigner(rsa, key.certificate()))
        : Optional.empty();
  }

  /// The PDF with a signature over all of it (PAdES-B-B, `ETSI.CAdES.detached`).
  ///
  /// @param reason why it is signed, as readers of PDFs show it
  public byte[] signPdf(byte[] pdf, String reason) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
      signature.setName(site.name());
      signature.setReason(reason);
      var date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
      date.setTimeInMillis(clock.now().toEpochMilli());
      signature.setSignDate(date);
      var options = new SignatureOptions();
      options.setPreferredSignatureSize(SIGNATURE_SPACE_BYTES);
      // In PAdES the time stands in the signature's dictionary, not in the CMS.
      document.addSignature(signature, content -> cms(content.readAllBytes(), false), options);
      var signed = new ByteArrayOutputStream();
      document.saveIncremental(signed);
      return signed.toByteArray();
    }
  }

  private byte[] cms(byte[] content, boolean withTime) throws IOException {
    OfficeKey key = key();
    try {
      var attributes = new ASN1EncodableVector();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.certificate().getEncoded());
      add(
          attributes,
          PKCSObjectIdentifiers.id_aa_signingCertificateV2,
          new SigningCertificateV2(new ESSCertIDv2(digest)));
      if (withTime) {
        add(attributes, CMSAttributes.signingTime, new Time(Date.from(clock.now())));
      }
      var defaults = new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
      var generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(parameters -> {
                AttributeTable table = defaults.getAttributes(parameters);
                return withTime ? table : table.remove(CMSAttributes.signingTime);
              })
              .build(
                  new JcaContentSignerBuilder(key.algorithm()).build(key.privateKey()),
                  key.certificate()));
      generator.addCertificates(new JcaCertStore(key.chain()));
      return generator
          .generate(new CMSProcessableByteArray(content), false)
          .getEncoded(ASN1Encoding.DER);
    } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
      throw new IOException("signing with the office's certificate failed", e);
    }
  }

  private static void add(
      ASN1EncodableVector attributes, ASN1ObjectIdentifier type, ASN1Encodable value) {
    attributes.add(new Attribute(type, new DERSet(value)));
  }
}
