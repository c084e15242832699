package anbinh.platform.sql;

import anbinh.platform.Site;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/// Codes that are counted in memory, of all prefixes together; ShortCodesTest has the real ones.
public final class FakeCodes extends ShortCodes {
  private int given;

  public FakeCodes() {
    super(
        new FakeRows(),
        InstantSource.fixed(Instant.EPOCH),
        new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true));
  }

  @Override
  public String next(String prefix) {
    return next(prefix, 1).getFirst();
  }

  @Override
  public List<String> next(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(_ -> "%s-%04d".formatted(prefix, ++given)).toList();
  }
}
