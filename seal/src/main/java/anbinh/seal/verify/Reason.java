package anbinh.seal.verify;

/// Why a package is not simply intact. The names are part of the JSON answer and do not change.
public enum Reason {
  /// The archive or folder cannot be read in one way only, or is no package at all.
  NOT_A_PACKAGE(Kind.MALFORMED),
  /// A path means different files on different systems, or leads out of the package.
  PATH_REFUSED(Kind.MALFORMED),
  /// A file stands where a package has none.
  UNEXPECTED_FILE(Kind.MALFORMED),
  /// A file does not follow its format.
  BAD_FORMAT(Kind.MALFORMED),

  /// A file's content is not what the manifest says.
  FILE_CHANGED(Kind.ALTERED),
  /// A file is in the payload and not in the manifest.
  FILE_ADDED(Kind.ALTERED),
  /// A manifest or another file of the bag is not what the tag manifest says.
  MANIFEST_CHANGED(Kind.ALTERED),
  /// The tag manifest is not the one that was sealed.
  BAG_REPLACED(Kind.ALTERED),
  /// The number of files or of bytes is not the one that was sealed.
  SIZE_DIFFERS(Kind.ALTERED),
  /// The guide is not the one that was sealed.
  GUIDE_CHANGED(Kind.ALTERED),
  /// The package bears another name than the seal.
  NAME_DIFFERS(Kind.ALTERED),
  /// The proof does not lead from the seal to the root of the log.
  PROOF_FAILS(Kind.ALTERED),
  /// Two files of the seal that must say the same do not.
  SEAL_FILES_DIFFER(Kind.ALTERED),
  /// The signature does not fit the checkpoint.
  SIGNATURE_FAILS(Kind.ALTERED),
  /// The proof of a recording segment fails.
  SEGMENT_PROOF_FAILS(Kind.ALTERED),
  /// The request's or the decision's event is not in this log, or is another event.
  DECISION_PROOF_FAILS(Kind.ALTERED),
  /// The request's or the decision's event is not the one that the seal rests on.
  DECISION_DIFFERS(Kind.ALTERED),
  /// A signature, time stamp or minute beside the seal is of something else.
  ATTACHMENT_OF_ANOTHER(Kind.ALTERED),
  /// A signature or time stamp beside the seal was not made with the certificate it encloses.
  ATTACHMENT_SIGNATURE_FAILS(Kind.ALTERED),
  /// A signature beside the seal is by another certificate than the one that the bag names.
  ATTACHMENT_SIGNER_DIFFERS(Kind.ALTERED),

  /// A document of the payload contradicts itself, another document, the events that the seal rests
  /// on, or a clip.
  DOCUMENT_CONTRADICTS(Kind.ALTERED),
  /// The signature inside a clip (ONVIF Export File Format) is not over the clip as it is.
  EXPORT_SIGNATURE_FAILS(Kind.ALTERED),
  /// A receipt's entry is not in this log behind the seal, or is no receipt's entry.
  RECEIPT_PROOF_FAILS(Kind.ALTERED),
  /// A receipt is not the one that the log has.
  RECEIPT_CHANGED(Kind.ALTERED),
  /// A receipt is of another package, bears another number, or was confirmed by somebody else.
  RECEIPT_OF_ANOTHER(Kind.ALTERED),

  /// A witness's cosignature does not fit the checkpoint.
  COSIGNATURE_FAILS(Kind.ALTERED),

  /// A file is not there.
  FILE_MISSING(Kind.INCOMPLETE),

  /// No key was given, so the enclosed key was used.
  KEY_NOT_GIVEN(Kind.UNKNOWN_KEY),
  /// The log was signed by a key that is not among those given.
  KEY_NOT_TRUSTED(Kind.UNKNOWN_KEY),

  /// Fewer witnesses saw the checkpoint than the reader's policy asks for.
  QUORUM_MISSING(Kind.UNWITNESSED);

  private final Kind kind;

  Reason(Kind kind) {
    this.kind = kind;
  }

  /// The answer that a reason leads to, the gravest first.
  public enum Kind {
    /// The package cannot be understood in one way only.
    MALFORMED,
    /// Something was changed.
    ALTERED,
    /// Something is missing.
    INCOMPLETE,
    /// Everything agrees, under a key that the reader has not confirmed.
    UNKNOWN_KEY,
    /// Everything agrees, and fewer witnesses saw it than the reader asks for.
    UNWITNESSED
  }

  /// The answer that this reason leads to.
  public Kind kind() {
    return kind;
  }
}
