package anbinh.platform.sql;

<<<<<<< HEAD
/// Codes that count from 1; ShortCodesTest runs the real ones.
public final class FakeShortCodes extends ShortCodes {
  private int last;

  @SuppressWarnings("NullAway") // there is no database
=======
import java.util.concurrent.atomic.AtomicInteger;

/// Codes of one series, counted in memory; ShortCodesTest runs the real ones.
public final class FakeShortCodes extends ShortCodes {
  private final AtomicInteger last = new AtomicInteger();

  @SuppressWarnings("NullAway") // there is no table
>>>>>>> w-td
  public FakeShortCodes() {
    super(null, null, null);
  }

  @Override
  public String nextOfYear(String prefix) {
<<<<<<< HEAD
    last++;
    return prefix + "-2026-000" + last;
=======
    return "%s-2026-%04d".formatted(prefix, last.incrementAndGet());
  }

  @Override
  public String next(String prefix) {
    return "%s-%04d".formatted(prefix, last.incrementAndGet());
>>>>>>> w-td
  }
}
