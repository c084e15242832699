package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundTest {
  @Test
  void readsInstantsWithTheirOffsetToTheMicrosecond() {
    assertThat(Inbound.instant("2026-11-24T02:02:51.2401239Z"))
        .contains(Instant.parse("2026-11-24T02:02:51.240123Z"));
    assertThat(Inbound.instant("2026-11-24T09:02:51+07:00"))
        .contains(Instant.parse("2026-11-24T02:02:51Z"));
    assertThat(Inbound.instant("1900-01-01T00:00:00Z")).isPresent();
    assertThat(Inbound.instant("2199-12-31T23:59:59.999999Z")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "now",
        "2026-11-24",
        "2026-11-24T02:02:51",
        "2026-02-30T00:00:00Z",
        "1899-12-31T23:59:59Z",
        "1900-01-01T00:00:00+07:00",
        "2200-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z",
        "-999999999-01-01T00:00:00+18:00",
        "2026-11-24T02:02:51.24012345678901234567890123456789Z"
      })
  void takesNoOtherInstants(String text) {
    assertThat(Inbound.instant(text)).isEmpty();
  }

  @Test
  void readsIdentifiersInTheirOneForm() {
    UUID id = UUID.randomUUID();
    assertThat(Inbound.id(id.toString())).contains(id);
    assertThat(Inbound.id(id.toString().toUpperCase(Locale.ROOT))).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "17", "1-1-1-1-1", "AAAAAAAAAAAAAAAAAAAAAA==", "{}", " "})
  void takesNoOtherIdentifiers(String text) {
    assertThat(Inbound.id(text)).isEmpty();
    assertThat(Inbound.id(" " + UUID.randomUUID())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Trộm xe máy ở cổng chợ",
        "سرقة دراجة نارية",
        "two\nlines\tand a tab\r\n",
        "marks \u200E \u200F \u061C \u200D",
        "\uD83D\uDEB2"
      })
  void textOfPeopleIsPlain(String text) {
    assertThat(Inbound.isPlain(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "a\u0007",
        "\u001B[31m",
        "\u007F",
        "\u0085",
        "gnp\u202Eexe",
        "\u202A",
        "\u2066x",
        "\u2069"
      })
  void whatHidesOrTurnsTextIsNot(String text) {
    assertThat(Inbound.isPlain(text)).isFalse();
  }

  @Test
  void halfASurrogatePairIsNotPlain() {
    assertThat(Inbound.isPlain("a" + '\uD800')).isFalse();
    assertThat(Inbound.isPlain('\uDC00' + "b")).isFalse();
  }
}
