package anbinh.seal.witness;

/// What the witness answers to a request to cosign.
sealed interface WitnessAnswer {
  /// It cosigned.
  ///
  /// @param lines signature lines
  record Cosigned(String lines) implements WitnessAnswer {}

  /// The old size is not that of the head it cosigned last.
  ///
  /// @param size that of the head it cosigned last, 0 for none
  record OtherSize(long size) implements WitnessAnswer {}

  /// It does not cosign this.
  ///
  /// @param status the status code that C2SP tlog-witness names
  /// @param why in English, for whoever operates the log
  record Refused(int status, String why) implements WitnessAnswer {}
}
