package anbinh.evidence.collect.document;

import anbinh.seal.pack.Seal;

/// What the QR code of a seal says: which package, and what its tag manifest must hash to.
public final class SealLabel {
  private SealLabel() {}

  public static String of(Seal seal) {
    return seal.extraction()
        + "\nbag/tagmanifest-sha512.txt SHA-512\n"
        + seal.contents().tagManifestSha512();
  }
}
