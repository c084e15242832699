package anbinh.seal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final Seal.Contents CONTENTS =
      new Seal.Contents("ab".repeat(64), "1234.5", "cd".repeat(32));

  @Test
  void isReadBackAsItWasWritten() {
    Seal seal = PackageFixture.seal(CONTENTS, List.of(3L, 5L));
    assertThat(Seal.parse(seal.canonical())).isEqualTo(seal);
    String text = text(seal);
    assertThat(text)
        .startsWith("{\"caseCommit\":\"")
        .contains("\"decided\":{\"actor\":\"p-91bc\",\"at\":\"2026-11-24T02:02:11.000Z\"")
        .contains("\"encloses\":[]")
        .contains("\"segments\":[3,5]")
        .endsWith(
            "\"time\":\"2026-11-24T03:02:11.000Z\",\"timeStamp\":false,\"type\":\"extraction.sealed\"}");
    Seal copy =
        new Seal(
            seal.time(),
            seal.extraction(),
            seal.request(),
            "case-9",
            null,
            seal.requested(),
            seal.decided(),
            null,
            CONTENTS,
            List.of(),
            "ef".repeat(64),
            new Seal.Enclosed(List.of("seal.p7s", "minute.vi.pdf"), true),
            seal.salt());
    assertThat(Seal.parse(copy.canonical())).isEqualTo(copy);
  }

  @Test
  void refusesADecisionByTheRequester() {
    String self = text(PackageFixture.seal(CONTENTS, List.of())).replace("p-91bc", "p-7f3a");
    assertThatThrownBy(() -> parse(self)).hasMessageContaining("not who asked");
  }

  @Test
  void refusesSealsThatAreNotInItsForm() {
    String good = text(PackageFixture.seal(CONTENTS, List.of(3L, 5L)));
    for (String bad :
        List.of(
            good.replace("seal/2", "seal/1"),
            good.replace("extraction.sealed", "extraction.taken"),
            good.replace("[3,5]", "[5,3]"),
            good.replace("[3,5]", "[3,3]"),
            good.replace("[3,5]", "[-1]"),
            good.replace("[3,5]", "[\"3\"]"),
            good.replace("[3,5]", "[0.5]"),
            good.replace("EXT-2026", "../2026"),
            good.replace("1234.5", "1234"),
            good.replace("\"index\":4", "\"index\":3"),
            good.replace("\"index\":4", "\"index\":-4"),
            good.replace("\"index\":3", "\"more\":1,\"index\":3"),
            good.replace("\"encloses\":[]", "\"encloses\":[\"seal.tsr\"]"),
            good.replace("\"encloses\":[]", "\"encloses\":[\"policy\",\"policy\"]"),
            good.replace("\"timeStamp\":false", "\"timeStamp\":0"),
            good.replace("\"salt\":\"", "\"salt\":\"00"),
            good.replace("abab", "ABAB"),
            good.replace("cdcd", "cd"),
            good.replace("\"policy\"", "\"palicy\""),
            good.replace("REQ-0193", "Nguyễn"),
            good.replace(".000Z", "Z"),
            good.replace("\"request\":\"REQ-0193\",", ""))) {
      assertThat(bad).isNotEqualTo(good);
      assertThatThrownBy(() -> parse(bad)).as(bad).isInstanceOf(FormatProblem.class);
    }
    assertThatThrownBy(() -> Seal.parse(new byte[70_000])).hasMessageContaining("65535");
  }

  @Test
  void fitsSevenThousandSegmentsAndSaysWhenThereAreTooMany() {
    List<Long> many = LongStream.range(1_000_000, 1_007_000).boxed().toList();
    assertThat(PackageFixture.seal(CONTENTS, many).canonical()).hasSizeLessThan(65_536);
    List<Long> tooMany = LongStream.range(1_000_000, 1_010_000).boxed().toList();
    assertThatThrownBy(() -> PackageFixture.seal(CONTENTS, tooMany).canonical())
        .hasMessageContaining("fewer segments");
  }

  @Test
  void keepsTimesToTheMillisecond() {
    Seal seal = PackageFixture.seal(CONTENTS, List.of());
    Instant fine = Instant.parse("2026-11-24T03:02:11.987654321Z");
    Seal rounded =
        new Seal(
            fine,
            seal.extraction(),
            seal.request(),
            null,
            null,
            seal.requested(),
            seal.decided(),
            null,
            CONTENTS,
            List.of(),
            null,
            seal.enclosed(),
            seal.salt());
    assertThat(rounded.time()).isEqualTo(Instant.parse("2026-11-24T03:02:11.987Z"));
    assertThat(Seal.parse(rounded.canonical())).isEqualTo(rounded);
  }

  private static Seal parse(String text) {
    return Seal.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Seal seal) {
    return new String(seal.canonical(), StandardCharsets.UTF_8);
  }
}
