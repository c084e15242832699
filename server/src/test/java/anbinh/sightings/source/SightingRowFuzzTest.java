package anbinh.sightings.source;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.Sighting;
import anbinh.sightings.dictionary.PlateCode;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever stands in a row: it is right and can be stored, or it is said what is wrong.
class SightingRowFuzzTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

  @FuzzTest(maxDuration = "10s")
  void anyRowIsReadOrRefused(byte[] bytes) {
    JsonNode json;
    try {
      json = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      return;
    }
    SightingRow row = SightingRow.read(json, NOW, NOW.minus(Duration.ofDays(30)));
    if (row.isRight()) {
      assertThat(row.id()).isNotEmpty();
      assertThat(row.camera()).isNotEmpty();
      assertThat(row.best()).isBetween(row.from(), row.to());
      assertThat(row.readings())
          .hasSizeLessThanOrEqualTo(Sighting.MAX_READINGS)
          .allMatch(each -> PlateCode.fits(each.text()));
    }
  }
}
