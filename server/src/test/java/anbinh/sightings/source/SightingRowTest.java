package anbinh.sightings.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anbinh.platform.FieldProblem;
import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SightingRowTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
  private static final String TIME = "\"from\":\"2026-12-01T07:00:00Z\"";
  private static final String NEEDED = "\"id\":\"a\",\"camera\":\"CAM-0001\",\"model\":\"m 1\"";

  private static SightingRow read(String json) {
    return SightingRow.read(JSON.readTree(json), NOW, NOW.minus(Duration.ofDays(30)));
  }

  private static String picture(int... bytes) {
    byte[] raw = new byte[bytes.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (byte) bytes[i];
    }
    return Base64.getEncoder().encodeToString(raw);
  }

  @Test
  void readsWhatASourceTells() {
    SightingRow row =
        read(
            """
            {"id": "7", "camera": "CAM-0001", "from": "2026-12-01T14:00:00+07:00",
             "to": "2026-12-01T14:00:09+07:00", "best": "2026-12-01T14:00:04+07:00",
             "class": "TRUCK", "colours": ["WHITE"], "direction": "AWAY", "model": "x 2",
             "readings": [{"text": "36A-12B.45", "confidence": 0.4},
               {"text": "36a 128.45", "confidence": 0.9,
                "positions": [1, 1, 0.9, 1, 1, 0.5, 1, 1]}],
             "platePicture": "%s"}
            """
                .formatted(picture(0xff, 0xd8, 0xff, 0xe0)));
    assertThat(row.problems()).isEmpty();
    assertThat(row.from()).isEqualTo("2026-12-01T07:00:00Z");
    assertThat(row.best()).isEqualTo("2026-12-01T07:00:04Z");
    assertThat(row.objectClass()).isEqualTo(ObjectClass.TRUCK);
    assertThat(row.colours()).containsExactly(Colour.WHITE);
    assertThat(row.readings())
        .extracting(each -> each.text(), each -> each.confidence())
        .containsExactly(tuple("36A12845", .9), tuple("36A12B45", .4));
  }

  @Test
  void takesOneMomentForAPass() {
    SightingRow row = read("{" + NEEDED + "," + TIME + "}");
    assertThat(row.problems()).isEmpty();
    assertThat(row.to()).isEqualTo(row.from());
    assertThat(row.best()).isEqualTo(row.from());
    assertThat(row.readings()).isEmpty();
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    SightingRow row =
        read(
            """
            {"camera": 7, "from": "yesterday", "class": "UFO", "colours": "WHITE", "plate": "x",
             "model": "a\\u0007", "readings": [{"text": "!!", "confidence": 2}, {}],
             "platePicture": "bm8="}
            """);
    assertThat(row.problems())
        .extracting(FieldProblem::field, FieldProblem::code)
        .contains(
            tuple("plate", "unknown-field"),
            tuple("id", "required"),
            tuple("camera", "type"),
            tuple("from", "instant"),
            tuple("class", "choice"),
            tuple("colours", "type"),
            tuple("model", "characters"),
            tuple("readings[0].text", "sighting-plate"),
            tuple("readings[0].confidence", "range"),
            tuple("readings[1].text", "required"),
            tuple("platePicture", "sighting-picture"));
  }

  @Test
  void refusesTimesThatCannotBe() {
    assertThat(read("{" + NEEDED + "}").problems())
        .extracting(FieldProblem::field, FieldProblem::code)
        .containsExactly(tuple("from", "required"));
    assertThat(read("{" + NEEDED + ",\"from\":\"2026-12-01T08:00:06Z\"}").problems())
        .extracting(FieldProblem::code)
        .containsExactly("past-or-present");
    assertThat(read("{" + NEEDED + ",\"from\":\"2026-11-01T07:59:59Z\"}").problems())
        .extracting(FieldProblem::code)
        .containsExactly("sighting-too-old");
    assertThat(read("{" + NEEDED + "," + TIME + ",\"to\":\"2026-12-01T06:00:00Z\"}").problems())
        .extracting(FieldProblem::code)
        .contains("after-from");
    assertThat(
            read("{"
                    + NEEDED
                    + ",\"from\":\"2026-11-28T06:00:00Z\",\"to\":\"2026-12-01T06:00:00Z\"}")
                .problems())
        .extracting(FieldProblem::code)
        .containsExactly("sighting-too-long");
    assertThat(read("{" + NEEDED + "," + TIME + ",\"best\":\"2026-12-01T07:00:01Z\"}").problems())
        .extracting(FieldProblem::code)
        .containsExactly("sighting-best");
  }

  @Test
  void refusesConfidencesThatBelongToNoCharacter() {
    assertThat(
            read("{"
                    + NEEDED
                    + ","
                    + TIME
                    + ",\"readings\":[{\"text\":\"36A1\",\"confidence\":1,\"positions\":[1]}]}")
                .problems())
        .extracting(FieldProblem::field, FieldProblem::code)
        .containsExactly(tuple("readings[0].positions", "sighting-positions"));
  }
}
