package anbinh.media.record;

import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.MalformedMp4Exception;
import anbinh.media.mp4.Stretch;
import anbinh.media.record.clock.SegmentClock;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.EndCause;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the recorder states inside a segment file, before the first and after the last fragment.
/// The form is specified in the package's description.
///
/// @param fields in the order in which they stand
record SegmentNote(Map<String, String> fields) {
  private static final String OPENED = "anbinh-segment-opened";
  private static final String CLOSED = "anbinh-segment-closed";

  SegmentNote {
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// The start is final where it is carried on from the segment before (`follows`).
  static SegmentNote opened(String cameraKey, SegmentClock clock, VideoFormat format) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(OPENED, "1");
    fields.put("camera", cameraKey);
    fields.put("start", clock.start().toString());
    fields.put("follows", String.valueOf(clock.follows()));
    fields.put("stretch-ppm", String.valueOf(clock.stretch().ppm()));
    fields.put("codecs", format.codecs());
    fields.put("reorder-depth", String.valueOf(format.reorderDepth()));
    return new SegmentNote(fields);
  }

  /// @param fileRate of the times in the file, which the index corrects
  static SegmentNote closed(
      Instant start,
      Instant end,
      long durationTicks,
      EndCause ended,
      ClockRate fileRate,
      ClockEvidence clock) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(CLOSED, "1");
    fields.put("start", start.toString());
    fields.put("end", end.toString());
    fields.put("duration-ticks", String.valueOf(durationTicks));
    fields.put("ended", ended.name());
    fields.put("follows", String.valueOf(clock.follows()));
    fields.put("start-error", clock.startError().toString());
    fields.put("stretch", clock.stretch().toString());
    fields.put("file-rate-ppm", String.valueOf(fileRate.ppm()));
    fields.put("time-source", clock.source().name());
    clock.uncertainty().ifPresent(off -> fields.put("time-uncertainty", off.toString()));
    fields.put("camera-rate-ppm", String.valueOf(clock.rate().ppm()));
    clock
        .camera()
        .ifPresent(camera -> {
          fields.put("camera-offset-method", camera.method().name());
          fields.put("camera-offset", camera.offset().toString());
          fields.put("camera-offset-uncertainty", camera.uncertainty().toString());
          fields.put("camera-offset-reports", String.valueOf(camera.reports()));
        });
    return new SegmentNote(fields);
  }

  static SegmentNote parseOpened(Bytes payload) {
    return parse(payload).requireVersion(OPENED);
  }

  static SegmentNote parseClosed(Bytes payload) {
    return parse(payload).requireVersion(CLOSED);
  }

  Bytes toBytes() {
    StringBuilder text = new StringBuilder();
    fields.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return Bytes.copyOf(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  String text(String key) {
    String value = fields.get(key);
    if (value == null) {
      throw new MalformedMp4Exception("The note has no field " + key + ".");
    }
    return value;
  }

  Instant instant(String key) {
    try {
      return Instant.parse(text(key));
    } catch (DateTimeException e) {
      throw new MalformedMp4Exception("The note's field " + key + " is no instant.");
    }
  }

  private Duration duration(String key) {
    try {
      return Duration.parse(text(key));
    } catch (DateTimeException e) {
      throw new MalformedMp4Exception("The note's field " + key + " is no duration.");
    }
  }

  long number(String key) {
    try {
      return Long.parseLong(text(key));
    } catch (NumberFormatException e) {
      throw new MalformedMp4Exception("The note's field " + key + " is no number.");
    }
  }

  boolean flag(String key) {
    return switch (text(key)) {
      case "true" -> true;
      case "false" -> false;
      case String other ->
          throw new MalformedMp4Exception("The note's field " + key + " is " + other + ".");
    };
  }

  EndCause ended() {
    try {
      return EndCause.valueOf(text("ended"));
    } catch (IllegalArgumentException e) {
      throw new MalformedMp4Exception("The note's field ended is unknown.");
    }
  }

  /// None where the note is of a time when it was decided at the end.
  Stretch stretch() {
    if (!fields.containsKey("stretch-ppm")) {
      return Stretch.NONE;
    }
    long ppm = number("stretch-ppm");
    if (Math.abs(ppm) > Stretch.MAX_PPM) {
      throw new MalformedMp4Exception("The note's field stretch-ppm is " + ppm + ".");
    }
    return new Stretch((int) ppm);
  }

  /// The rate of the times in the file.
  ClockRate fileRate() {
    return rate("file-rate-ppm");
  }

  private ClockRate rate(String key) {
    long ppm = number(key);
    if (ppm < ClockRate.MIN_PPM || ppm > ClockRate.MAX_PPM) {
      throw new MalformedMp4Exception("The note's field " + key + " is " + ppm + ".");
    }
    return new ClockRate((int) ppm);
  }

  private ClockEvidence.Source source() {
    try {
      return ClockEvidence.Source.valueOf(text("time-source"));
    } catch (IllegalArgumentException e) {
      throw new MalformedMp4Exception("The note's field time-source is unknown.");
    }
  }

  ClockEvidence clock() {
    Optional<ClockEvidence.CameraOffset> camera = Optional.empty();
    if (fields.containsKey("camera-offset-method")) {
      if (!text("camera-offset-method").equals("RTCP_SENDER_REPORT")) {
        throw new MalformedMp4Exception("The note's field camera-offset-method is unknown.");
      }
      camera =
          Optional.of(
              new ClockEvidence.CameraOffset(
                  ClockEvidence.Method.RTCP_SENDER_REPORT,
                  duration("camera-offset"),
                  duration("camera-offset-uncertainty"),
                  Math.toIntExact(Math.clamp(number("camera-offset-reports"), 0, 1 << 20))));
    }
    return new ClockEvidence(
        flag("follows"),
        duration("start-error"),
        duration("stretch"),
        source(),
        fields.containsKey("time-uncertainty")
            ? Optional.of(duration("time-uncertainty"))
            : Optional.empty(),
        rate("camera-rate-ppm"),
        camera);
  }

  private SegmentNote requireVersion(String key) {
    if (!text(key).equals("1")) {
      throw new MalformedMp4Exception("The note is of version " + text(key) + ", not 1.");
    }
    return this;
  }

  private static SegmentNote parse(Bytes payload) {
    String text = StandardCharsets.UTF_8.decode(payload.asBuffer()).toString();
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        fields.put(line.substring(0, equals), line.substring(equals + 1));
      } else if (!line.isEmpty()) {
        throw new MalformedMp4Exception("The note has a line without a field.");
      }
    }
    return new SegmentNote(fields);
  }
}
