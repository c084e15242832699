package anbinh.platform.sql;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Codes of one series, counted in memory; ShortCodesTest runs the real ones.
public final class FakeShortCodes extends ShortCodes {
  private final AtomicInteger last = new AtomicInteger();

  @SuppressWarnings("NullAway") // there is no table
  public FakeShortCodes() {
    super(null, null, null);
  }

  @Override
  public String nextOfYear(String prefix) {
    return "%s-2026-%04d".formatted(prefix, last.incrementAndGet());
  }

  @Override
  public String next(String prefix) {
    return "%s-%04d".formatted(prefix, last.incrementAndGet());
  }

  @Override
  public List<String> next(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(_ -> next(prefix)).toList();
  }
}
