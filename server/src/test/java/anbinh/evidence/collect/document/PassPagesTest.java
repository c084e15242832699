package anbinh.evidence.collect.document;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.evidence.collect.footage.SightingsFile;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.print.Sheet;
import anbinh.sightings.PlateReading;
import anbinh.sightings.Sighting;
import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class PassPagesTest {
  private static final UUID CAMERA = new UUID(6, 1);
  private static final Instant AT = Instant.parse("2026-11-23T02:00:10.5Z");

  private static Sighting sighting(List<PlateReading> readings) {
    return new Sighting(
        1,
        CAMERA,
        new UUID(1, 2),
        AT,
        AT.plusSeconds(2),
        AT.plusSeconds(1),
        ObjectClass.CAR,
        Set.of(Colour.WHITE, Colour.BLACK),
        null,
        readings,
        "Reader 1");
  }

  private static SightingsFile file(List<Sighting> sightings) {
    return SightingsFile.of(
        List.of(
            new SightingsFile.CameraPart(
                CAMERA,
                "CAM-0001",
                "clips/one.mp4",
                sightings.stream().map(SightingsFile.Pass::of).toList())));
  }

  /// Texts are their keys.
  private static StaticMessageSource messages() {
    var keys = new StaticMessageSource();
    keys.setUseCodeAsDefaultMessage(true);
    return keys;
  }

  private static String page(List<Sighting> sightings) {
    var sheet =
        new Sheet(
            new Messages(messages()),
            new Site("Xuân An", ZoneId.of("Asia/Ho_Chi_Minh"), false),
            Messages.VIETNAMESE,
            "evidence.record.",
            false);
    PassPages.write(sheet, file(sightings).find(CAMERA).orElseThrow());
    return sheet.section();
  }

  @Test
  void aReadingStandsWithHowSureItIs() {
    var reading = new PlateReading("36A12345", .934, List.of());
    assertThat(page(List.of(sighting(List.of(reading)), sighting(List.of()))))
        .contains("passes-note", "36A12345", "93 %", "sighting.kind.CAR", "–");
  }

  @Test
  void aJudgeReadsNoHundredsOfPasses() {
    var reading = new PlateReading("36A12345", .9, List.of());
    String page = page(Collections.nCopies(50, sighting(List.of(reading))));
    assertThat(page.split("36A12345", -1)).hasSize(41);
  }

  @Test
  void aClipInWhichNothingPassesIsNotInTheFile() {
    assertThat(file(List.of()).cameras()).isEmpty();
  }

  @Test
  void whatIsNotKnownIsNotInTheFile() {
    String json = file(List.of(sighting(List.of()))).write();
    assertThat(json)
        .contains(
            "\"best\" : \"2026-11-23T02:00:11.500Z\"", "\"colours\" : [ \"BLACK\", \"WHITE\" ]")
        .doesNotContain("direction");
  }
}
