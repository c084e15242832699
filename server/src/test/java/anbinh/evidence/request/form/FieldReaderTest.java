package anbinh.evidence.request.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.cases.Clarified;
import anbinh.evidence.request.Purpose;
import anbinh.evidence.request.lifecycle.Outcome;
import anbinh.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReaderTest {
  private final FieldReader fields = new FieldReader();

  @Test
  void readsInstantsOfAnyOffsetToTheMicrosecond() {
    assertThat(fields.instant("at", "2026-11-25T09:00:00.1234567+07:00"))
        .hasValue(Instant.parse("2026-11-25T02:00:00.123456Z"));
    assertThat(fields.clean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-25", "2026-11-25T09:00:00", "now", "2026-02-30T00:00:00Z"})
  void takesNoTimeWithoutAnOffset(String sent) {
    assertThat(fields.instant("at", sent)).isEmpty();
    assertThat(codes()).containsExactly("at instant");
  }

  @Test
  void takesIdentifiersInTheirOneFormOnly() {
    UUID id = UUID.randomUUID();
    assertThat(fields.id("id", " " + id + " ")).hasValue(id);
    assertThat(fields.id("id", "1-2-3-4-5")).isEmpty();
    assertThat(codes()).containsExactly("id identifier");
  }

  @Test
  void namesTheChoicesThereAre() {
    assertThat(fields.choice("purpose", "identify_vehicle", Purpose.class)).isEmpty();
    Problem problem = catchThrowableOfType(Problem.class, fields::throwProblems);
    assertThat(problem.fields().getFirst().arguments().getFirst().toString())
        .startsWith("IDENTIFY_VEHICLE, ");
  }

  @Test
  void readsAnOutcomeOnlyWhenItAgreesWithItself() {
    Instant now = Instant.parse("2026-11-25T02:00:00Z");
    assertThat(new OutcomeForm(true, List.of("TIME", "TIME", "PLACE"), " tốt ").read(now))
        .isEqualTo(new Outcome(true, Set.of(Clarified.TIME, Clarified.PLACE), "tốt", now));
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> new OutcomeForm(false, List.of("TIME", "LUCK"), null).read(now));
    assertThat(problem.fields().stream().map(f -> f.field() + " " + f.code()))
        .containsExactlyInAnyOrder("clarified[1] choice", "clarified not-useful");
    assertThat(
            catchThrowableOfType(Problem.class, () -> new OutcomeForm(null, null, null).read(now))
                .fields())
        .singleElement()
        .returns("useful", field -> field.field());
  }

  private List<String> codes() {
    return catchThrowableOfType(Problem.class, fields::throwProblems).fields().stream()
        .map(field -> field.field() + " " + field.code())
        .toList();
  }
}
