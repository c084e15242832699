package anbinh.situation.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.NewSituation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServiceRequestFormTest {
  private static final Instant NOW = Instant.parse("2026-11-27T03:00:00Z");
  private static final long SEED = 311;

  private static ServiceRequestForm form(Map<String, String> fields) {
    Map<String, String[]> sent = new HashMap<>();
    fields.forEach((name, value) -> sent.put(name, new String[] {value}));
    return new ServiceRequestForm(sent);
  }

  private static NewSituation report(Map<String, String> fields) {
    return form(fields).report(new UUID(0, 1), "THEFT", NOW);
  }

  private static Map<String, String> right() {
    return new HashMap<>(
        Map.of(
            "lat", "20.35",
            "long", "-105.24",
            "description", "Mất xe đạp",
            "first_name", "Lan",
            "last_name", "Vi Thị",
            "phone", "0912 000 777",
            "device_id", "may-cua-toi",
            "media_url", "http://example.org/anh.jpg"));
  }

  @Test
  void isReadAsAReport() {
    Map<String, String> fields = right();
    fields.put("attribute[DANGER]", "yes");
    fields.put("attribute[HAPPENED]", "2026-11-27T09:00:00+07:00");
    NewSituation read = report(fields);
    assertThat(read.danger()).isTrue();
    assertThat(read.injured()).isFalse();
    assertThat(read.precision()).isEqualTo(HappenedPrecision.ABOUT);
    assertThat(read.happenedAt()).isEqualTo("2026-11-27T02:00:00Z");
    assertThat(read.seen()).isEqualTo("Mất xe đạp");
    assertThat(form(fields).reporter().name()).isEqualTo("Vi Thị Lan");
    fields.remove("attribute[HAPPENED]");
    assertThat(report(fields).precision()).isEqualTo(HappenedPrecision.UNKNOWN);
  }

  @Test
  void whatIsWrongIsNamedAndNotRepeated() {
    for (List<String> wrong :
        List.of(
            List.of("lat", "north", "lat "),
            List.of("lat", "91", "lat "),
            List.of("lat", "NaN", "lat "),
            List.of("long", "", "lat and long"),
            List.of("attribute[DANGER]", "maybe", "attribute[DANGER]"),
            List.of("attribute[HAPPENED]", "yesterday", "ISO 8601"),
            List.of("description", " ", "description"),
            List.of("description", "x".repeat(4_001), "description"),
            List.of("address_string", "x".repeat(301), "address_string"))) {
      Map<String, String> fields = right();
      fields.put(wrong.get(0), wrong.get(1));
      assertThatThrownBy(() -> report(fields))
          .as(wrong.get(0))
          .isInstanceOf(GeoReportRefusal.class)
          .hasMessageContaining(wrong.get(2))
          .hasMessageNotContaining("xxxx")
          .hasMessageNotContaining("yesterday");
    }
    Map<String, String> nowhere = right();
    nowhere.remove("lat");
    nowhere.remove("long");
    assertThatThrownBy(() -> report(nowhere)).hasMessageContaining("address_id");
    assertThatThrownBy(() -> form(Map.of("description", "a\u0000b")))
        .isInstanceOf(GeoReportRefusal.class);
  }

  @Test
  void twoFormsAreTheSameByAllThatIsInThemButTheKey() {
    Map<String, String> fields = right();
    String whole = form(fields).whole();
    fields.put("api_key", "khac");
    assertThat(form(fields).whole()).isEqualTo(whole);
    fields.put("description", "Mất xe máy");
    assertThat(form(fields).whole()).isNotEqualTo(whole);
    assertThat(form(Map.of("ab", "c")).whole()).isNotEqualTo(form(Map.of("a", "bc")).whole());
  }

  /// Whatever is sent is a report or a refusal, and nothing else.
  @Test
  void noFormMakesAFault() {
    var random = new Random(SEED);
    List<String> names =
        List.of(
            "lat", "long", "description", "address_string", "attribute[HAPPENED]", "phone", "?");
    for (int round = 0; round < 3_000; round++) {
      Map<String, String> fields = right();
      for (int i = 0; i < 3; i++) {
        fields.put(
            names.get(random.nextInt(names.size())),
            random
                .ints(random.nextInt(12), 0, 0x250)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
      }
      try {
        assertThat(report(fields).placeWords())
            .satisfiesAnyOf(
                place -> assertThat(place).isNull(), place -> assertThat(place).isNotBlank());
      } catch (GeoReportRefusal refusal) {
        assertThat(refusal.status()).isEqualTo(400);
      }
    }
  }
}
