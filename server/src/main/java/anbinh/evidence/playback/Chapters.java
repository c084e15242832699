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
import java.util.UUID;
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

  VideosView read(Extraction extraction) throws IOException {
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
                    extraction.requestId(),
                    camera,
                    record,
                    masters,
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
      UUID request,
      CoverageFile.CameraPart camera,
      JsonNode record,
      List<Extraction.File> masters,
      Optional<SightingsFile.CameraPart> sightings) {
    JsonNode source = entry(record.path("sources"), "code", camera.code());
    JsonNode first = entry(record.path("time"), "code", camera.code()).path("firstFrame");
    Instant startsAt = first.isString() ? Instant.parse(first.asString()) : null;
    return new CameraVideos(
        camera.cameraId(),
        camera.code(),
        source.path("name").asString(),
        masters.stream()
            .filter(file -> isOf(file, camera.code()))
            .map(file -> video(request, file, source, record, startsAt))
            .toList(),
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

  private static PackagedVideo video(
      UUID request,
      Extraction.File file,
      JsonNode source,
      JsonNode record,
      @Nullable Instant startsAt) {
    JsonNode told = entry(record.path("files"), "path", file.name().substring(DATA.length()));
    String codecs = source.path("codecs").isString() ? source.path("codecs").asString() : "";
    String mediaType = told.path("mediaType").asString("");
    return new PackagedVideo(
        file.name(),
        file.sha256(),
        file.bytes(),
        codecs.isEmpty() ? mediaType : mediaType + "; codecs=\"" + codecs + "\"",
        PackagedVideos.url(request, file.name()),
        startsAt);
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
