package anbinh.platform.sql;

/// Codes that count from 1; ShortCodesTest runs the real ones.
public final class FakeShortCodes extends ShortCodes {
  private int last;

  @SuppressWarnings("NullAway") // there is no database
  public FakeShortCodes() {
    super(null, null, null);
  }

  @Override
  public String nextOfYear(String prefix) {
    last++;
    return prefix + "-2026-000" + last;
  }
}
