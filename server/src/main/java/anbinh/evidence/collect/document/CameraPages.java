package anbinh.evidence.collect.document;

import anbinh.evidence.collect.footage.CoverageFile;
import anbinh.evidence.collect.footage.ExtractedCamera;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.media.record.log.ClockEvidence;
import anbinh.platform.malware.Judgement;
import anbinh.print.Sheet;
import anbinh.video.VideoFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a record for people says of one camera: its place, what was taken, what is missing, and how
/// right its clock was.
final class CameraPages {
  /// More segments than this are named in `segments.json` alone; a judge reads no pages of hashes.
  private static final int SHOWN_SEGMENTS = 40;

  private CameraPages() {}

  /// @param pictures what goes before the name of a still in its address
  static void write(Sheet sheet, ExtractedCamera camera, String pictures) {
    sheet.heading(2, camera.code() + " – " + camera.name());
    sheet.beginRows();
    if (camera.simulated()) {
      sheet.row("simulated", sheet.yesNo(true));
    }
    sheet.row("place", place(sheet, camera));
    ExtractedCamera.OwnersAnswer owner = camera.owner();
    if (owner != null) {
      owner(sheet, owner);
      return;
    }
    ExtractedCamera.Clip clip = camera.clip();
    if (clip == null) {
      sheet.row("clip", sheet.words(sheet.text("nothing")));
    } else {
      clip(sheet, camera, clip);
    }
    sheet.row("gaps", gaps(sheet, camera));
    for (String note : camera.notes()) {
      sheet.row("note", sheet.code(note));
    }
    sheet.endTable();
    if (clip != null) {
      stills(sheet, camera, pictures);
      segments(sheet, clip);
    }
  }

  private static void owner(Sheet sheet, ExtractedCamera.OwnersAnswer owner) {
    sheet
        .row("owner-asked", sheet.times(owner.askedAt(), owner.openUntil()))
        .row("owner-answer", sheet.words(sheet.choice("ask", owner.state().name())));
    if (owner.endedAt() != null) {
      sheet.row("owner-answered", sheet.time(owner.endedAt()));
    }
    if (owner.reason() != null) {
      sheet.row("owner-reason", sheet.words(owner.reason()));
    }
    OwnerRequest.RecorderClock clock = owner.clock();
    if (clock != null) {
      sheet.row(
          "owner-clock",
          sheet.words(
              sheet.text("owner-clock-value", seconds((double) clock.offset().toMillis()))));
    }
    for (ExtractedCamera.Given given : owner.files()) {
      sheet.row("owner-file", given(sheet, given));
    }
    sheet.endTable();
  }

  private static String given(Sheet sheet, ExtractedCamera.Given given) {
    List<String> lines = new ArrayList<>();
    lines.add(sheet.code(given.file()));
    lines.add(sheet.words(given.originalName()));
    VideoFacts facts = given.facts();
    if (facts != null) {
      String length =
          facts.durationMillis() == null ? "" : ", " + millis((double) facts.durationMillis());
      lines.add(
          sheet.code(
              "%s, %s, %d × %d%s"
                  .formatted(
                      given.container(), facts.codec(), facts.width(), facts.height(), length)));
    } else {
      lines.add(sheet.code(given.container().name()));
    }
    lines.add(sheet.time(given.uploadedAt()));
    lines.add(sheet.words(malware(sheet, given)));
    ExtractedCamera.Player player = given.player();
    if (player != null) {
      lines.add(sheet.words(sheet.text("player." + player.made().pictures())));
      lines.add(sheet.code(player.file()));
    }
    return String.join("<br/>", lines);
  }

  private static String malware(Sheet sheet, ExtractedCamera.Given given) {
    Judgement judgement = given.malware();
    return judgement == null
        ? sheet.text("malware.NONE")
        : sheet.text("malware." + judgement.result(), judgement.by());
  }

  private static String place(Sheet sheet, ExtractedCamera camera) {
    if (camera.latitude() == null || camera.longitude() == null) {
      return sheet.words(sheet.text("no-place"));
    }
    String place = String.format(Locale.ROOT, "%.6f, %.6f", camera.latitude(), camera.longitude());
    return sheet.code(
        camera.directionDegrees() == null ? place : place + ", " + camera.directionDegrees() + "°");
  }

  private static void clip(Sheet sheet, ExtractedCamera camera, ExtractedCamera.Clip clip) {
    sheet
        .row("clip", sheet.code(clip.file()))
        .row(
            "format",
            sheet.code(
                "%s (%s), %d × %d"
                    .formatted(clip.codec(), clip.codecs(), clip.width(), clip.height())))
        .row("frames", sheet.times(clip.firstFrameAt(), clip.lastFrameAt()))
        .row("count", sheet.code(Integer.toString(clip.frames())))
        .row("damaged", sheet.words(damaged(sheet, clip)))
        .row("times", sheet.words(times(sheet, clip)))
        .row("duration", sheet.code(millis(clip.durationMillis())))
        .row(
            "covered",
            sheet.code(
                millis((double) camera.coverage().coveredMillis())
                    + " / "
                    + millis((double) camera.coverage().requestedMillis())))
        .row("cut", sheet.words(sheet.text("cut-value")))
        .row(
            "hidden",
            sheet.words(
                sheet.text(
                    "hidden-value",
                    seconds(clip.hiddenPrerollMillis()),
                    Integer.toString(clip.hiddenFrames()))))
        .row("offset", offset(sheet, clip))
        .row("method", sheet.words(sheet.text("method-value")))
        .row("taken", sheet.times(clip.startedAt(), clip.finishedAt()))
        .row("read-back", sheet.words(sheet.text("read-back-value")))
        .row("payload", sheet.code(clip.payloadSha256()))
        .row("keep-days", sheet.code(Integer.toString(camera.keepDays())));
  }

  private static String damaged(Sheet sheet, ExtractedCamera.Clip clip) {
    return clip.damagedFrames() == 0
        ? sheet.text("damaged-none")
        : sheet.text("damaged-value", Integer.toString(clip.damagedFrames()));
  }

  /// Where the times of the pictures come from, and how far they may be off at most; that of one
  /// file that nobody measured is not known of all.
  private static String times(Sheet sheet, ExtractedCamera.Clip clip) {
    boolean receipt =
        clip.sources().stream()
            .anyMatch(source -> source.clock().source() == ClockEvidence.Source.RECEIPT);
    List<Double> errors =
        clip.sources().stream()
            .map(source -> source.clock().uncertaintyMillis())
            .filter(Objects::nonNull)
            .toList();
    if (errors.size() < clip.sources().size()) {
      return sheet.text(receipt ? "times-receipt-unmeasured" : "times-camera-unmeasured");
    }
    String most = seconds(errors.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    return sheet.text(receipt ? "times-receipt" : "times-camera", most);
  }

  private static String uncertainty(ExtractedCamera.Clock clock) {
    Double most = clock.uncertaintyMillis();
    return most == null ? "?" : "± " + millis(most);
  }

  /// The camera's clock against the recorder's; over several segments the range of it.
  private static String offset(Sheet sheet, ExtractedCamera.Clip clip) {
    List<ExtractedCamera.CameraClock> clocks =
        clip.sources().stream()
            .map(source -> source.clock().camera())
            .filter(Objects::nonNull)
            .toList();
    if (clocks.isEmpty()) {
      return sheet.words(sheet.text("no-offset"));
    }
    double least =
        clocks.stream().mapToDouble(ExtractedCamera.CameraClock::offsetMillis).min().orElse(0);
    double most =
        clocks.stream().mapToDouble(ExtractedCamera.CameraClock::offsetMillis).max().orElse(0);
    double error =
        clocks.stream().mapToDouble(ExtractedCamera.CameraClock::uncertaintyMillis).max().orElse(0);
    String range = least == most ? seconds(least) : seconds(least) + " … " + seconds(most);
    return sheet.words(sheet.text("offset-value", range, seconds(error)));
  }

  private static String gaps(Sheet sheet, ExtractedCamera camera) {
    if (camera.coverage().gaps().isEmpty()) {
      return sheet.words(sheet.text("no-gaps"));
    }
    List<String> gaps = new ArrayList<>();
    for (CoverageFile.GapPart gap : camera.coverage().gaps()) {
      gaps.add(
          sheet.times(gap.from(), gap.to())
              + "<br/>"
              + sheet.words(sheet.shared("camera.gap." + gap.cause()))
              + switched(sheet, gap.switched()));
    }
    return String.join("<br/>", gaps);
  }

  private static String switched(Sheet sheet, CoverageFile.@Nullable SwitchedPart switched) {
    if (switched == null) {
      return "";
    }
    String name = switched.name() == null ? sheet.text("gap-by-server") : switched.name();
    return " (" + sheet.words(name) + ", " + sheet.time(switched.at()) + ")";
  }

  private static void stills(Sheet sheet, ExtractedCamera camera, String pictures) {
    if (camera.stills().isEmpty()) {
      return;
    }
    List<String> cells = new ArrayList<>();
    for (ExtractedCamera.StillFile still : camera.stills()) {
      cells.add(
          "<td><img src=\"%s%s\" alt=\"\"/><br/>%s<br/>%s</td>"
              .formatted(
                  pictures,
                  still.file(),
                  sheet.words(sheet.text("still." + still.role())),
                  sheet.time(still.frameAt())));
    }
    sheet.heading(3, sheet.text("stills")).raw("<table class=\"stills\">\n").line(cells).endTable();
  }

  private static void segments(Sheet sheet, ExtractedCamera.Clip clip) {
    List<List<String>> lines = new ArrayList<>();
    clip.sources().stream()
        .limit(SHOWN_SEGMENTS)
        .forEach(source ->
            lines.add(
                List.of(
                    sheet.times(source.from(), source.to()),
                    sheet.code(source.sha256()),
                    sheet.code(uncertainty(source.clock())))));
    sheet
        .heading(3, sheet.text("segments"))
        .paragraph(
            sheet.text(
                "segments-note",
                Integer.toString(clip.sources().size()),
                Integer.toString(lines.size())))
        .table("segments", List.of("segment-time", "hash", "segment-error"), lines);
  }

  private static String millis(double millis) {
    return seconds(millis) + " s";
  }

  static String seconds(double millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000);
  }
}
