package anbinh.situation.report;

/// What sort of file a reporter sends.
public enum SituationMediaKind {
  PHOTO(8),
  VOICE(8),
  VIDEO(24);

  private static final int MEBIBYTE = 1024 * 1024;
  private final int mostMebibytes;

  SituationMediaKind(int mostMebibytes) {
    this.mostMebibytes = mostMebibytes;
  }

  /// A phone makes photos smaller before it sends them; this leaves room for an original.
  public int mostBytes() {
    return mostMebibytes * MEBIBYTE;
  }
}
