package anbinh.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cases.CaseFile;
import anbinh.cases.Incident;
import anbinh.cases.Protection;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.platform.Messages;
import anbinh.recording.Coverage;
import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class WarningsTest {
  private static final UUID CAMERA = new UUID(0, 1);
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
  private final Warnings warnings = new Warnings(new Messages(new StaticMessageSource()));

  @Test
  void hasNothingToSayOfAnOrdinaryRequest() {
    Instant from = NOW.minusSeconds(3600);
    assertThat(codes(from, Duration.ofMinutes(10), Duration.ZERO, 30, from, null)).isEmpty();
  }

  @Test
  void namesWhatIsNotRecorded() {
    Instant from = NOW.minusSeconds(3600);
    Duration length = Duration.ofMinutes(10);
    assertThat(codes(from, length, Duration.ofMinutes(1), 30, from, null))
        .containsExactly("partly-recorded");
    assertThat(codes(from, length, length, 30, from, null)).containsExactly("nothing-recorded");
  }

  @Test
  void namesFootageThatWillSoonBeDeletedOrIsOld() {
    Instant from = NOW.minus(Duration.ofDays(28));
    assertThat(codes(from, Duration.ofMinutes(1), Duration.ZERO, 30, from, null))
        .containsExactly("kept-briefly");
    Instant old = NOW.minus(Duration.ofDays(31));
    assertThat(codes(old, Duration.ofMinutes(1), Duration.ZERO, 60, old, null))
        .containsExactly("old-footage");
  }

  @Test
  void namesATimeThatIsFarFromTheCaseOrMuchLongerThanIt() {
    Instant from = NOW.minusSeconds(36_000);
    assertThat(codes(from, Duration.ofMinutes(1), Duration.ZERO, 30, from.plusSeconds(7_300), null))
        .containsExactly("far-from-case");
    assertThat(
            codes(
                from,
                Duration.ofMinutes(45),
                Duration.ZERO,
                30,
                from,
                from.plus(Duration.ofMinutes(5))))
        .containsExactly("longer-than-case");
  }

  @Test
  void holdsTheTimeAgainstThatOfTheIncidentWhereOneIsAskedAbout() {
    Instant from = NOW.minusSeconds(36_000);
    Instant ofCase = from.minus(Duration.ofDays(9));
    Duration length = Duration.ofMinutes(45);
    assertThat(
            codes(from, length, Duration.ZERO, 30, ofCase, null, incident(from, from.plus(length))))
        .isEmpty();
    assertThat(codes(from, length, Duration.ZERO, 30, from, null, incident(ofCase, null)))
        .containsExactly("far-from-incident", "longer-than-incident");
  }

  private static Incident incident(Instant from, @Nullable Instant to) {
    return new Incident(
        new UUID(2, 1),
        new UUID(1, 1),
        "x",
        null,
        Incident.Timing.EXACT,
        from,
        to,
        null,
        null,
        null,
        null,
        new UUID(1, 3),
        from,
        new UUID(2, 2),
        null);
  }

  private List<String> codes(
      Instant from,
      Duration length,
      Duration missing,
      int keepDays,
      Instant occurredFrom,
      @Nullable Instant occurredTo) {
    return codes(from, length, missing, keepDays, occurredFrom, occurredTo, null);
  }

  private List<String> codes(
      Instant from,
      Duration length,
      Duration missing,
      int keepDays,
      Instant occurredFrom,
      @Nullable Instant occurredTo,
      @Nullable Incident incident) {
    var asked = new Grant(from, from.plus(length), List.of(CAMERA));
    var span = new Span(asked.from(), asked.to());
    Instant recordedTo = asked.to().minus(missing);
    var coverage =
        new Coverage(
            span,
            missing.equals(length) ? List.of() : List.of(new Span(from, recordedTo)),
            missing.isZero()
                ? List.of()
                : List.of(new Coverage.Gap(new Span(recordedTo, asked.to()), "LOSS", "")),
            null,
            null);
    var relatedCase =
        new CaseFile(
            new UUID(1, 1),
            "CASE-2026-0001",
            "x",
            "THEFT",
            occurredFrom,
            occurredTo,
            new UUID(1, 2),
            null,
            null,
            Protection.NONE,
            null,
            new UUID(1, 3),
            occurredFrom,
            null);
    return warnings
        .of(
            asked,
            relatedCase,
            incident,
            List.of(CameraCoverage.of(CAMERA, coverage, Map.of(), keepDays, null)),
            Map.of(),
            NOW)
        .stream()
        .map(CheckView.Warning::code)
        .toList();
  }
}
