package anbinh.evidence.collect.document;

import static anbinh.evidence.collect.footage.ExtractedFixture.FROM;
import static anbinh.evidence.collect.footage.ExtractedFixture.TO;
import static anbinh.evidence.collect.footage.ExtractedFixture.answer;
import static anbinh.evidence.collect.footage.ExtractedFixture.camera;
import static anbinh.evidence.collect.footage.ExtractedFixture.clip;
import static anbinh.evidence.collect.footage.ExtractedFixture.given;
import static anbinh.evidence.collect.footage.ExtractedFixture.missing;
import static anbinh.evidence.collect.footage.ExtractedFixture.still;
import static anbinh.evidence.collect.footage.ExtractedFixture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.evidence.collect.footage.CoverageFile;
import anbinh.evidence.collect.footage.ExtractedCamera;
import anbinh.evidence.collect.footage.ExtractedCamera.CameraClock;
import anbinh.evidence.collect.footage.ExtractedCamera.Source;
import anbinh.evidence.collect.footage.ExtractedFixture;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequestState;
import anbinh.evidence.upload.UploadKind;
import anbinh.media.record.log.ClockEvidence;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.platform.malware.Judgement;
import anbinh.print.Sheet;
import anbinh.recording.Coverage;
import anbinh.recording.Span;
import anbinh.video.VideoFacts;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.context.support.AbstractMessageSource;

/// What a judge reads of one camera. Texts are their keys with what stands in them.
@Isolated("it changes the default locale")
class CameraPagesTest {
  private static final ClockEvidence.Source CAMERA = ClockEvidence.Source.CAMERA_TIMESTAMPS;

  private static final class Keys extends AbstractMessageSource {
    @Override
    protected MessageFormat resolveCode(String code, Locale locale) {
      return new MessageFormat(code.replaceFirst("^evidence\\.(record\\.)?", "") + " {0} {1}");
    }
  }

  private static String page(ExtractedCamera camera) {
    var site = new Site("Xuân An", ZoneId.of("Asia/Ho_Chi_Minh"), false);
    var sheet =
        new Sheet(new Messages(new Keys()), site, Locale.ENGLISH, "evidence.record.", false);
    CameraPages.write(sheet, camera, "pictures/");
    return sheet.section();
  }

  private static Source source(@Nullable Double uncertainty) {
    return source(1, CAMERA, uncertainty);
  }

  private static Source source(int number, ClockEvidence.Source times, @Nullable Double error) {
    return ExtractedFixture.source(number, times, error, null);
  }

  private static ExtractedCamera taken(Source... sources) {
    return camera(clip(0, sources), null, whole());
  }

  @Test
  void theFirstAndTheLastPictureAreNamedToTheMillisecondAtTheSite() {
    assertThat(page(taken(source(80.0))))
        .contains("24/11/2026 10:00:00.001 +07:00", "24/11/2026 10:09:59.999 +07:00")
        .contains("599.998 s / 599.998 s")
        .contains("no-gaps", "damaged-none");
  }

  @Test
  void timesAreAsFarOffAsTheWorstFile() {
    assertThat(page(taken(source(80.0), source(2, CAMERA, 120.5))))
        .contains("times-camera 0.121 ")
        .contains("± 0.080 s", "± 0.121 s");
    assertThat(page(taken(source(80.0), source(2, ClockEvidence.Source.RECEIPT, 5_000.0))))
        .contains("times-receipt 5.000 ");
  }

  @Test
  void whatNobodyMeasuredIsNotSaidToBeExact() {
    assertThat(page(taken(source(null))))
        .contains("times-camera-unmeasured")
        .doesNotContain("times-camera 0.000")
        .contains(">?<");
    assertThat(page(taken(source(80.0), source(2, CAMERA, null))))
        .contains("times-camera-unmeasured")
        .doesNotContain("times-camera 0.080");
    assertThat(page(taken(source(2, ClockEvidence.Source.RECEIPT, null))))
        .contains("times-receipt-unmeasured");
  }

  @Test
  void theCamerasClockIsARangeOverItsFiles() {
    var early = new CameraClock("RTCP_SENDER_REPORT", -1_500, 2, 9);
    var late = new CameraClock("RTCP_SENDER_REPORT", 250, 7, 9);
    assertThat(page(taken(source(80.0)))).contains("no-offset");
    assertThat(page(taken(stated(early)))).contains("offset-value -1.500 0.002");
    assertThat(page(taken(stated(late), stated(early), source(80.0))))
        .contains("offset-value -1.500 … 0.250 0.007");
  }

  private static Source stated(CameraClock clock) {
    return ExtractedFixture.source(1, CAMERA, 80.0, clock);
  }

  @Test
  void damagedPicturesAreCounted() {
    assertThat(page(camera(clip(3, source(80.0)), null, whole())))
        .contains("damaged-value 3")
        .doesNotContain("damaged-none");
  }

  @Test
  void whatIsMissingSaysWhyAndWhoSwitchedItOff() {
    Span asked = new Span(FROM, TO);
    var by = new Coverage.Switched(FROM.minusSeconds(60), new UUID(2, 1));
    String switched =
        page(camera(null, null, missing(new Coverage.Gap(asked, "SWITCHED_OFF", "", by))));
    assertThat(switched)
        .contains("nothing", "camera.gap.SWITCHED_OFF", "Nguyễn Văn 1")
        .contains("24/11/2026 09:59:00.001 +07:00")
        .doesNotContain("no-gaps");
    var itself = new Coverage.Switched(FROM, null);
    assertThat(page(camera(null, null, missing(new Coverage.Gap(asked, "X", "", itself)))))
        .contains("gap-by-server");
    assertThat(page(camera(null, null, missing(new Coverage.Gap(asked, "UNREACHABLE", "")))))
        .contains("camera.gap.UNREACHABLE")
        .doesNotContain("gap-by-server");
  }

  @Test
  void aPageNamesFortyFilesAndHowManyThereAre() {
    Source[] many =
        IntStream.rangeClosed(1, 41)
            .mapToObj(number -> source(number, CAMERA, 80.0))
            .toArray(Source[]::new);
    assertThat(page(taken(many)))
        .contains("segments-note 41 40")
        .contains("%064d".formatted(40))
        .doesNotContain("%064d".formatted(41));
  }

  @Test
  void aPlaceReadsAlikeOnEveryMachine() {
    Locale before = Locale.getDefault();
    try {
      for (String language : List.of("vi-VN", "en-US")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertThat(page(taken(source(80.0))))
            .as(language)
            .contains("20.350000, 105.240000, 90°", "0.400");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aCameraWithoutAPlaceSaysSo() {
    CoverageFile.CameraPart coverage = taken(source(80.0)).coverage();
    var camera =
        new ExtractedCamera(
            new UUID(6, 1),
            "CAM-0001",
            "Chợ",
            true,
            null,
            null,
            null,
            30,
            coverage,
            null,
            List.of(),
            null,
            List.of("No still FIRST: undecodable."));
    assertThat(page(camera)).contains("no-place", "simulated", "No still FIRST: undecodable.");
  }

  @Test
  void anOwnersAnswerStandsInThePlaceOfAClip() {
    var clock = new OwnerRequest.RecorderClock(FROM.minusMillis(1_500), FROM);
    var facts = new VideoFacts("mov,mp4", 60_000L, null, "h264", 1920, 1080, 25.0, 1, 0);
    String page =
        page(
            camera(
                null,
                answer(
                    OwnerRequestState.GIVEN,
                    null,
                    clock,
                    given(UploadKind.VIDEO, facts, Judgement.Result.TOO_LARGE, null),
                    given(UploadKind.CLOCK_PICTURE, null, null, null)),
                whole()));
    assertThat(page)
        .contains("ask.GIVEN", "owner-clock-value -1.500", "MP4, h264, 1920 × 1080, 60.000 s")
        .contains("malware.TOO_LARGE ClamAV 1.4.3", "malware.NONE", "JPEG")
        .doesNotContain("no-gaps")
        .doesNotContain("times-camera");
  }

  @Test
  void whatAnOwnerWroteIsTextAndNothingElse() {
    String page =
        page(
            camera(
                null,
                answer(
                    OwnerRequestState.REFUSED,
                    "<script>alert(1)</script>",
                    null,
                    given(UploadKind.VIDEO, null, null, null)),
                whole()));
    assertThat(page)
        .contains("&lt;script&gt;", "&lt;b&gt;a.mp4&lt;/b&gt;", "Cổng chợ &lt;Bá Thước&gt;")
        .doesNotContain("<script>")
        .doesNotContain("<b>");
  }

  @Test
  void stillsStandInTheOrderOfTheirTaking() {
    assertThat(page(camera(clip(0, source(80.0)), null, whole(), still("FIRST"), still("LAST"))))
        .containsSubsequence(
            "pictures/stills/FIRST.jpg", "still.FIRST", "pictures/stills/LAST.jpg", "still.LAST");
    assertThat(page(taken(source(80.0)))).doesNotContain("class=\"stills\"");
  }
}
