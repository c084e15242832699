package anbinh.audit.witness;

/// Why a witness did not cosign the last time that it was asked.
public enum WitnessTrouble {
  /// It does not answer, or not in time, or says that it cannot at present.
  UNREACHABLE,
  /// It does not know this log or its key.
  UNKNOWN_LOG,
  /// What it answers is not what the protocol says, or is not signed by the key in the policy.
  WRONG_ANSWER,
  /// It has cosigned a larger head: this log was cut or an old copy was put back.
  LARGER_SEEN,
  /// It has cosigned another history: this log was rewritten, or its key is used twice.
  OTHER_HISTORY;

  /// Whether the witness contradicts the log.
  public boolean isContradiction() {
    return this == LARGER_SEEN || this == OTHER_HISTORY;
  }
}
