package anbinh.situation.kind;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Some kinds in memory, with the terms of before; SituationsIT reads those of the migrations.
public final class FakeKinds extends SituationKinds {
  public static final SituationKind THEFT = new SituationKind("THEFT", false, false, false);
  public static final SituationKind NOISE = new SituationKind("NOISE", false, false, true);
  public static final SituationKind FIRE = new SituationKind("FIRE", true, false, false);
  public static final SituationKind FAMILY = new SituationKind("FAMILY", true, true, false);

  /// Of a kind, the last day on which it is one.
  private final Map<String, LocalDate> ended = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakeKinds() {
    super(null);
  }

  public void end(SituationKind kind, LocalDate last) {
    ended.put(kind.code(), last);
  }

  @Override
  public Optional<SituationKind> find(String code, LocalDate day) {
    return Optional.ofNullable(
            Map.of("THEFT", THEFT, "NOISE", NOISE, "FIRE", FIRE, "FAMILY", FAMILY).get(code))
        .filter(_ -> !day.isAfter(ended.getOrDefault(code, LocalDate.MAX)));
  }

  @Override
  public SituationTerms terms(String code, boolean urgent, LocalDate day) {
    return urgent
        ? new SituationTerms(
            Duration.ofMinutes(15), Duration.ofHours(2), Duration.ofHours(24), Duration.ofDays(7))
        : new SituationTerms(Duration.ofHours(24), null, Duration.ofDays(3), Duration.ofDays(30));
  }
}
