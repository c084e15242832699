package anbinh.situation.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.Problem;
import anbinh.situation.SituationProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ResidentLimitsTest {
  private static final UUID HERE = new UUID(0, 1);
  private static final UUID THERE = new UUID(0, 2);

  private Instant now = Instant.parse("2026-11-27T03:00:00Z");
  private final ResidentLimits limits =
      new ResidentLimits(() -> now, new ResidentSettings(2, 3, 2, 2, 2, 2));

  private String report(String caller, UUID commune) {
    return limits.report(caller, commune, false, () -> "taken");
  }

  private static void refused(ThrowingCallable call, SituationProblem code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.retryAfter()).isPresent();
            });
  }

  @Test
  void anAddressSendsSoManyWithinAnHour() {
    report("one", HERE);
    report("one", THERE);
    refused(() -> report("one", THERE), SituationProblem.TOO_MANY_REPORTS);
    assertThat(report("two", THERE)).isEqualTo("taken");
    now = now.plus(Duration.ofHours(1));
    assertThat(report("one", HERE)).isEqualTo("taken");
  }

  @Test
  void aCommuneGetsSoManyFromAllTogetherAndWhatIsTurnedAwayDoesNotCount() {
    report("one", HERE);
    report("two", HERE);
    limits.request(new UUID(1, 1), HERE, false, () -> "taken");
    refused(() -> report("three", HERE), SituationProblem.TOO_MANY_REPORTS);
    refused(() -> report("three", HERE), SituationProblem.TOO_MANY_REPORTS);
    assertThat(report("three", THERE)).isEqualTo("taken");
    assertThat(report("three", THERE)).isEqualTo("taken");
  }

  @Test
  void whatIsWrongDoesNotCount() {
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() ->
              limits.report(
                  "one",
                  HERE,
                  false,
                  () -> {
                    throw Problem.invalid("seen", "situation-empty");
                  }))
          .isInstanceOf(Problem.class);
    }
    assertThat(report("one", HERE)).isEqualTo("taken");
  }

  @Test
  void anotherSystemAsksSoOftenAndReportsAllTheSame() {
    UUID key = new UUID(1, 1);
    limits.reading(key);
    limits.reading(key);
    refused(() -> limits.reading(key), SituationProblem.TOO_MANY_REPORTS);
    limits.reading(new UUID(1, 2));
    assertThat(limits.request(key, HERE, false, () -> "taken")).isEqualTo("taken");
  }

  @Test
  void onlyWrongCodesCountAndARightOneOpensAfterThem() {
    for (int i = 0; i < 10; i++) {
      assertThat(limits.guess("one", () -> Optional.of("found"))).isPresent();
    }
    assertThat(limits.guess("one", Optional::empty)).isEmpty();
    assertThat(limits.guess("one", Optional::empty)).isEmpty();
    refused(() -> limits.guess("one", Optional::empty), SituationProblem.TOO_MANY_CODES);
    assertThat(limits.guess("one", () -> Optional.of("found"))).isPresent();
    assertThat(limits.guessKey("one", Optional::empty)).isEmpty();
    assertThat(limits.guess("two", () -> Optional.of("found"))).isPresent();
    now = now.plus(Duration.ofMinutes(10));
    assertThat(limits.guess("one", () -> Optional.of("found"))).isPresent();
  }

  @Test
  void whatPressesIsShutOutByNothingElse() {
    report("one", HERE);
    report("one", HERE);
    report("two", HERE);
    refused(() -> report("one", HERE), SituationProblem.TOO_MANY_REPORTS);
    for (int i = 0; i < 10; i++) {
      assertThat(limits.report("one", HERE, true, () -> "taken")).isEqualTo("taken");
    }
    refused(
        () -> limits.report("one", HERE, true, () -> "taken"), SituationProblem.TOO_MANY_REPORTS);
    assertThat(limits.request(new UUID(1, 1), HERE, true, () -> "taken")).isEqualTo("taken");
    refused(
        () -> limits.request(new UUID(1, 1), HERE, false, () -> "taken"),
        SituationProblem.TOO_MANY_REPORTS);
  }

  @Test
  void aPhotoIsTriedSoManyTimes() {
    for (int i = 0; i < 20; i++) {
      limits.photo(HERE);
    }
    refused(() -> limits.photo(HERE), SituationProblem.TOO_MANY_TRIES_OF_PHOTO);
    limits.photo(THERE);
  }

  @Test
  void aCodeSendsSoManyMessages() {
    limits.message(HERE);
    limits.message(HERE);
    refused(() -> limits.message(HERE), SituationProblem.TOO_MANY_MESSAGES_OF_CODE);
    limits.message(THERE);
  }
}
