package anbinh.evidence.collect.document;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.evidence.collect.footage.SightingsFile;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.print.Sheet;
import anbinh.sightings.PlateReading;
import anbinh.sightings.Sighting;
import anbinh.sightings.SightingFixture;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class PassPagesTest {
  private static SightingsFile file(List<Sighting> sightings) {
    return SightingsFile.of(
        List.of(
            new SightingsFile.CameraPart(
                SightingFixture.CAMERA,
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
    PassPages.write(sheet, file(sightings).find(SightingFixture.CAMERA).orElseThrow());
    return sheet.section();
  }

  @Test
  void aReadingStandsWithHowSureItIs() {
    var reading = new PlateReading("36A12345", .934, List.of());
    assertThat(page(List.of(SightingFixture.sighting(reading), SightingFixture.sighting())))
        .contains("passes-note", "36A12345", "93 %", "sighting.kind.CAR", "–");
  }

  @Test
  void aJudgeReadsNoHundredsOfPasses() {
    var reading = new PlateReading("36A12345", .9, List.of());
    String page = page(Collections.nCopies(50, SightingFixture.sighting(reading)));
    assertThat(page.split("36A12345", -1)).hasSize(41);
  }

  @Test
  void aClipInWhichNothingPassesIsNotInTheFile() {
    assertThat(file(List.of()).cameras()).isEmpty();
  }

  @Test
  void whatIsNotKnownIsNotInTheFile() {
    String json = file(List.of(SightingFixture.sighting())).write();
    assertThat(json)
        .contains("\"best\" : \"2026-11-23T02:00:10.500Z\"", "\"colours\" : [ \"WHITE\" ]")
        .doesNotContain("direction");
  }
}
