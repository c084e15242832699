package anbinh.evidence.playback;

import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.footage.CoverageFile;
import anbinh.evidence.collect.footage.PackageJson;
import anbinh.evidence.collect.footage.SightingsFile;
import anbinh.evidence.playback.VideosView.CameraVideos;
import anbinh.evidence.playback.VideosView.GapChapter;
import anbinh.evidence.playback.VideosView.PackagedVideo;
import anbinh.evidence.playback.VideosView.PassChapter;
import anbinh.platform.OnlyWhenServing;
import anbinh.sightings.PlateReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What a sealed package says of its videos: read from the package itself, so that it is what the
/// seal vouches for. Safe for many threads.
@Component
@OnlyWhenServing
class Chapters {
  private static final String DATA = "data/";
  private static final String RECORD = DATA + "record.json";
  private static final String SIGHTINGS = DATA + "sightings.json";
  private static final double MILLIS = 1_000;

  private final PackagedVideos videos;

  Chapters(PackagedVideos videos) {
    this.videos = videos;
  }

  /// @param path below which the videos are looked at
  VideosView read(Extraction extraction, String path) throws IOException {
    CoverageFile coverage = CoverageFile.read(extraction.coverage());
    JsonNode record = PackageJson.MAPPER.readTree(text(extraction, RECORD).orElseThrow());
    Optional<SightingsFile> sightings = text(extraction, SIGHTINGS).map(SightingsFile::read);
    List<Extraction.File> masters = videos.masters(extraction);
    return new VideosView(
        coverage.from(),
        coverage.to(),
        coverage.cameras().stream()
            .map(camera ->
                camera(
                    camera,
                    record,
                    masters.stream()
                        .filter(file -> isOf(file, camera.code()))
                        .map(file -> video(extraction, path, file, camera.code(), record))
                        .toList(),
                    sightings.flatMap(file -> file.find(camera.cameraId()))))
            .toList());
  }

  private Optional<String> text(Extraction extraction, String name) throws IOException {
    for (Extraction.File file : extraction.files()) {
      if (file.name().equals(name)) {
        try (InputStream in = videos.open(extraction.requestId(), file)) {
          return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return Optional.empty();
  }

  private static CameraVideos camera(
      CoverageFile.CameraPart camera,
      JsonNode record,
      List<PackagedVideo> packaged,
      Optional<SightingsFile.CameraPart> sightings) {
    Instant startsAt = startsAt(record, camera.code());
    return new CameraVideos(
        camera.cameraId(),
        camera.code(),
        source(record, camera.code()).path("name").asString(),
        packaged,
        camera.gaps().stream()
            .map(gap ->
                new GapChapter(gap.from(), gap.to(), gap.cause(), seconds(startsAt, gap.from())))
            .toList(),
        sightings.map(SightingsFile.CameraPart::passes).orElse(List.of()).stream()
            .map(pass -> pass(pass, startsAt))
            .toList());
  }

  /// The names of a camera's files begin with its code.
  private static boolean isOf(Extraction.File file, String code) {
    return file.name().substring(file.name().lastIndexOf('/') + 1).startsWith(code + "_");
  }

  private static JsonNode source(JsonNode record, String code) {
    return entry(record.path("sources"), "code", code);
  }

  private static @Nullable Instant startsAt(JsonNode record, String code) {
    JsonNode first = entry(record.path("time"), "code", code).path("firstFrame");
    return first.isString() ? Instant.parse(first.asString()) : null;
  }

  private PackagedVideo video(
      Extraction extraction, String path, Extraction.File file, String code, JsonNode record) {
    JsonNode source = source(record, code);
    JsonNode told = entry(record.path("files"), "path", file.name().substring(DATA.length()));
    String codecs = source.path("codecs").isString() ? source.path("codecs").asString() : "";
    String mediaType = told.path("mediaType").asString("");
    return new PackagedVideo(
        file.name(),
        file.sha256(),
        file.bytes(),
        codecs.isEmpty() ? mediaType : mediaType + "; codecs=\"" + codecs + "\"",
        PackagedVideos.url(path, file.name()),
        videos
            .findPlayer(extraction, file)
            .map(copy -> PackagedVideos.url(path, copy.name()))
            .orElse(null),
        startsAt(record, code));
  }

  private static PassChapter pass(SightingsFile.Pass pass, @Nullable Instant startsAt) {
    PlateReading reading = pass.readings().isEmpty() ? null : pass.readings().getFirst();
    return new PassChapter(
        pass.from(),
        pass.to(),
        pass.kind(),
        reading == null ? null : reading.text(),
        reading == null ? null : reading.confidence(),
        pass.weakness(),
        seconds(startsAt, pass.from()));
  }

  /// Gaps keep their length in a clip, which begins with its first picture; what was before is at
  /// its beginning.
  private static @Nullable Double seconds(@Nullable Instant startsAt, Instant at) {
    return startsAt == null
        ? null
        : (Double) Math.max(0, Duration.between(startsAt, at).toMillis() / MILLIS);
  }

  private static JsonNode entry(JsonNode list, String member, String value) {
    for (JsonNode each : list) {
      if (each.path(member).asString("").equals(value)) {
        return each;
      }
    }
    throw new IllegalStateException("record.json has no " + value);
  }
}
