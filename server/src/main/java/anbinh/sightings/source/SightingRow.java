package anbinh.sightings.source;

import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import anbinh.sightings.PlateReading;
import anbinh.sightings.Sighting;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.store.NewSighting;
import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import anbinh.vision.plate.Plates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One pass as it stands in a batch.
///
/// @param id what its source calls it; empty where it says nothing that can be
/// @param camera the code of the camera
/// @param problems what is wrong with it; what it is otherwise does not count then
record SightingRow(
    String id,
    String camera,
    Instant from,
    Instant to,
    Instant best,
    @Nullable ObjectClass objectClass,
    Set<Colour> colours,
    @Nullable Direction direction,
    List<PlateReading> readings,
    String model,
    @Nullable String platePicture,
    List<FieldProblem> problems) {
  static final String CAMERA = "camera";
  private static final int MAX_ID = 200;
  private static final int MAX_CODE = 40;
  private static final int MAX_MODEL = 100;
  private static final int MAX_COLOURS = 3;
  private static final int MAX_PICTURE_BYTES = 64 << 10;
  private static final int MAX_PICTURE_TEXT = MAX_PICTURE_BYTES / 3 * 4 + 4;

  /// With its marker SOI a JPEG begins, and with that of the next segment (ITU-T T.81, B.1.1.3).
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  private static final Duration MAX_PASS = Duration.ofDays(1);
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          CAMERA,
          "from",
          "to",
          "best",
          "class",
          "colours",
          "direction",
          "readings",
          "model",
          "platePicture");
  private static final Set<String> READING_FIELDS = Set.of("text", "confidence", "positions");

  SightingRow {
    colours = Set.copyOf(colours);
    readings = List.copyOf(readings);
    problems = List.copyOf(problems);
  }

  /// @param now passes are before it
  /// @param oldest passes before it are not kept
  static SightingRow read(JsonNode json, Instant now, Instant oldest) {
    var problems = new FieldProblems();
    var fields = new JsonFields(json, "", FIELDS, problems);
    Instant from = fields.instant("from");
    if (from == null) {
      if (problems.stream().noneMatch(each -> each.field().equals("from"))) {
        fields.reject("from", "required");
      }
      from = now;
    }
    Instant to = orElse(fields.instant("to"), from);
    Instant best = orElse(fields.instant("best"), from);
    checkTimes(fields, from, to, best, now, oldest);
    Set<Colour> colours = EnumSet.noneOf(Colour.class);
    colours.addAll(fields.choices("colours", Colour.class, MAX_COLOURS));
    return new SightingRow(
        fields.requiredText("id", MAX_ID),
        fields.requiredText(CAMERA, MAX_CODE),
        from,
        to,
        best,
        fields.choice("class", ObjectClass.class),
        colours,
        fields.choice("direction", Direction.class),
        readings(fields, problems),
        fields.requiredText("model", MAX_MODEL),
        picture(fields),
        problems);
  }

  private static Instant orElse(@Nullable Instant told, Instant otherwise) {
    return told == null ? otherwise : told;
  }

  private static void checkTimes(
      JsonFields fields, Instant from, Instant to, Instant best, Instant now, Instant oldest) {
    if (to.isBefore(from)) {
      fields.reject("to", "after-from");
    } else if (Duration.between(from, to).compareTo(MAX_PASS) > 0) {
      fields.reject("to", "sighting-too-long", MAX_PASS.toHours());
    }
    if (best.isBefore(from) || best.isAfter(to)) {
      fields.reject("best", "sighting-best");
    }
    if (to.isAfter(now.plus(CLOCK_TOLERANCE))) {
      fields.reject("to", "past-or-present");
    }
    if (best.isBefore(oldest)) {
      fields.reject("best", "sighting-too-old");
    }
  }

  private static List<PlateReading> readings(JsonFields fields, FieldProblems problems) {
    List<PlateReading> readings = new ArrayList<>();
    for (JsonNode json : fields.elements("readings", Sighting.MAX_READINGS)) {
      var each =
          new JsonFields(json, "readings[" + readings.size() + "]", READING_FIELDS, problems);
      String text = Plates.normalise(each.requiredText("text", Plates.MAX_LENGTH));
      if (!PlateCode.fits(text)) {
        each.reject("text", "sighting-plate", PlateCode.MAX_LENGTH);
      }
      List<Double> positions = new ArrayList<>();
      for (JsonNode position : each.elements("positions", PlateCode.MAX_LENGTH)) {
        positions.add(each.share("positions", position));
      }
      if (!positions.isEmpty() && positions.size() != text.length()) {
        each.reject("positions", "sighting-positions", text.length());
      }
      readings.add(new PlateReading(text, each.share("confidence"), positions));
    }
    readings.sort(Comparator.comparingDouble(PlateReading::confidence).reversed());
    return readings;
  }

  private static @Nullable String picture(JsonFields fields) {
    String text = fields.text("platePicture", MAX_PICTURE_TEXT);
    if (text == null) {
      return null;
    }
    if (!isJpeg(text)) {
      fields.reject("platePicture", "sighting-picture", MAX_PICTURE_BYTES >> 10);
    }
    return text;
  }

  private static boolean isJpeg(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return bytes.length > JPEG.length
          && bytes.length <= MAX_PICTURE_BYTES
          && Arrays.equals(bytes, 0, JPEG.length, JPEG, 0, JPEG.length);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  boolean isRight() {
    return problems.isEmpty();
  }

  /// The same with one more problem.
  SightingRow wrong(String field, String code) {
    var all = new FieldProblems(problems);
    all.reject(field, code);
    return new SightingRow(
        id,
        camera,
        from,
        to,
        best,
        objectClass,
        colours,
        direction,
        readings,
        model,
        platePicture,
        all);
  }

  /// @param areaId in which the camera stands
  NewSighting sighting(UUID cameraId, UUID areaId) {
    return new NewSighting(
        id,
        cameraId,
        areaId,
        from,
        to,
        best,
        objectClass,
        colours,
        direction,
        readings,
        model,
        platePicture,
        null,
        null,
        null);
  }
}
