package anbinh.evidence.collect;

import anbinh.cameras.Camera;
import anbinh.cameras.Camera.Place;
import anbinh.evidence.collect.footage.ClipExport;
import anbinh.evidence.collect.footage.ClipReader;
import anbinh.evidence.collect.footage.CoverageFile;
import anbinh.evidence.collect.footage.ExtractedCamera;
import anbinh.evidence.collect.footage.ExtractedCamera.StillFile;
import anbinh.evidence.collect.footage.FileHash;
import anbinh.evidence.collect.footage.FootageSource;
import anbinh.evidence.collect.footage.PackageJson;
import anbinh.evidence.collect.footage.SafeName;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequestState;
import anbinh.evidence.player.PlayerCopy;
import anbinh.evidence.player.PlayerTable;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.upload.FileDigests;
import anbinh.evidence.upload.Quarantine;
import anbinh.evidence.upload.Upload;
import anbinh.evidence.upload.UploadState;
import anbinh.evidence.upload.Uploads;
import anbinh.identity.people.People;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.recording.Coverage;
import anbinh.recording.Extract;
import anbinh.recording.GapCause;
import anbinh.recording.RecordingProblem;
import anbinh.recording.Span;
import anbinh.recording.Still;
import anbinh.seal.log.EventRecord;
import anbinh.seal.mp4.VideoDigest;
import anbinh.video.VideoFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes the clip and the stills of one camera into the staging folder, and reads the clip back:
/// the file is what was written, it holds the pictures that were counted, and their bytes are those
/// of the recording. Then the boxes of the ONVIF Export File Format go behind it.
@Component
@OnlyWhenServing
class CameraExtractor {
  static final String DATA = "data/";
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssxx");
  private static final DateTimeFormatter LOCAL_MILLIS =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSxx");

  private final FootageSource footage;
  private final Uploads uploads;
  private final Quarantine quarantine;
  private final PlayerTable players;
  private final People people;
  private final Staging staging;
  private final ClipExport export;
  private final SiteClock clock;

  CameraExtractor(
      FootageSource footage,
      Uploads uploads,
      Quarantine quarantine,
      PlayerTable players,
      People people,
      Staging staging,
      ClipExport export,
      SiteClock clock) {
    this.footage = footage;
    this.uploads = uploads;
    this.quarantine = quarantine;
    this.players = players;
    this.people = people;
    this.staging = staging;
    this.export = export;
    this.clock = clock;
  }

  /// What was taken of a camera; taken now unless it was before.
  ExtractedCamera take(String extraction, Grant grant, Camera camera) throws IOException {
    Optional<ExtractedCamera> before = find(extraction, camera);
    if (before.isPresent()) {
      return before.get();
    }
    var span = new Span(grant.from(), grant.to());
    footage.verify(camera.id(), span);
    Coverage coverage = footage.coverage(camera.id(), span);
    List<String> notes = new ArrayList<>();
    ExtractedCamera.Clip clip = null;
    List<StillFile> stills = List.of();
    if (!coverage.recorded().isEmpty()) {
      clip = takeClip(extraction, span, camera);
      stills = takeStills(extraction, coverage, clip, camera, notes);
    }
    return keep(
        extraction,
        camera,
        CoverageFile.CameraPart.of(
            camera.id(), camera.code(), coverage, people.displayNames(coverage.switchedBy())),
        clip,
        stills,
        null,
        notes);
  }

  /// What became of asking the owner of a community camera, with the files that were given; taken
  /// now unless it was before.
  ExtractedCamera take(String extraction, Grant grant, Camera camera, OwnerRequest ask)
      throws IOException {
    Optional<ExtractedCamera> before = find(extraction, camera);
    if (before.isPresent()) {
      return before.get();
    }
    var span = new Span(grant.from(), grant.to());
    var coverage =
        new Coverage(
            span, List.of(), List.of(new Coverage.Gap(span, GapCause.KEPT_BY_OWNER)), null, null);
    return keep(
        extraction,
        camera,
        CoverageFile.CameraPart.of(camera.id(), camera.code(), coverage, Map.of()),
        null,
        List.of(),
        ExtractedCamera.OwnersAnswer.of(ask, takeGiven(extraction, camera, ask)),
        List.of());
  }

  private List<ExtractedCamera.Given> takeGiven(String extraction, Camera camera, OwnerRequest ask)
      throws IOException {
    List<ExtractedCamera.Given> given = new ArrayList<>();
    if (ask.state() == OwnerRequestState.GIVEN) {
      for (Upload upload : uploads.list(ask)) {
        if (upload.state() == UploadState.ACCEPTED) {
          given.add(takeGiven(extraction, camera, upload, given.size() + 1));
        }
      }
    }
    return given;
  }

  /// Puts a file into the staging folder as it is, and reads it back there.
  private ExtractedCamera.Given takeGiven(
      String extraction, Camera camera, Upload upload, int number) throws IOException {
    String name = "given/%s_%02d_%s".formatted(camera.code(), number, SafeName.of(upload.name()));
    Path target = staging.file(extraction, DATA + name);
    staging.take(quarantine.file(upload.id()), target);
    FileDigests digests = FileDigests.of(target);
    if (!digests.sha256().equals(upload.sha256()) || !digests.sha512().equals(upload.sha512())) {
      throw new CollectFailure(camera.code() + ": a given file is not the one that was received");
    }
    String facts = upload.probe();
    return new ExtractedCamera.Given(
        name,
        upload.name(),
        upload.kind(),
        upload.bytes(),
        digests.sha256(),
        digests.sha512(),
        Objects.requireNonNull(upload.container()),
        facts == null ? null : VideoFacts.read(facts),
        Objects.requireNonNull(upload.receivedAt()),
        upload.malware(),
        takePlayer(extraction, camera, upload, name));
  }

  /// The copy for looking at goes beside the original, under its name in a folder of its own.
  private ExtractedCamera.@Nullable Player takePlayer(
      String extraction, Camera camera, Upload upload, String given) throws IOException {
    PlayerCopy.Made made = players.find(upload.id()).map(PlayerCopy::made).orElse(null);
    if (made == null) {
      return null;
    }
    String name = given.replaceFirst("given/", "player/") + ".mp4";
    Path target = staging.file(extraction, DATA + name);
    staging.take(quarantine.player(upload.id()), target);
    if (!FileDigests.of(target).sha256().equals(made.sha256())) {
      throw new CollectFailure(camera.code() + ": a player copy is not the one that was made");
    }
    return new ExtractedCamera.Player(name, made);
  }

  private ExtractedCamera keep(
      String extraction,
      Camera camera,
      CoverageFile.CameraPart coverage,
      ExtractedCamera.@Nullable Clip clip,
      List<StillFile> stills,
      ExtractedCamera.@Nullable OwnersAnswer owner,
      List<String> notes)
      throws IOException {
    Place place = camera.place();
    var taken =
        new ExtractedCamera(
            camera.id(),
            camera.code(),
            camera.name(),
            camera.simulated(),
            place == null ? null : place.latitude(),
            place == null ? null : place.longitude(),
            place == null ? null : place.directionDegrees(),
            camera.keepDays(),
            coverage,
            clip,
            stills,
            owner,
            notes);
    staging.write(facts(extraction, camera), PackageJson.MAPPER.writeValueAsBytes(taken));
    return taken;
  }

  /// What was taken of a camera before.
  Optional<ExtractedCamera> find(String extraction, Camera camera) throws IOException {
    Path facts = facts(extraction, camera);
    return Files.exists(facts)
        ? Optional.of(
            PackageJson.MAPPER.readValue(Files.readAllBytes(facts), ExtractedCamera.class))
        : Optional.empty();
  }

  private ExtractedCamera.Clip takeClip(String extraction, Span span, Camera camera)
      throws IOException {
    Path part = staging.aside(staging.file(extraction, DATA + "clips/" + camera.code()));
    Instant startedAt = clock.now();
    Extract extract = footage.extract(camera.id(), span, part);
    VideoDigest.Pictures pictures = readBack(camera, span, extract, part);
    export.append(part, camera, extract, startedAt);
    if (!ClipReader.read(part).equals(pictures)) {
      throw new CollectFailure(camera.code() + ": the export changed the pictures of the clip");
    }
    FileHash written = FileHash.of(part);
    String name = "clips/" + camera.code() + "_" + local(LOCAL, extract.firstFrameAt()) + ".mp4";
    staging.settle(part, staging.file(extraction, DATA + name));
    return ExtractedCamera.clip(name, startedAt, clock.now(), extract, pictures, written);
  }

  private VideoDigest.Pictures readBack(Camera camera, Span span, Extract extract, Path part)
      throws IOException {
    if (!FileHash.of(part).sha256().equals(extract.sha256().toHex())) {
      throw new CollectFailure(camera.code() + ": the clip on disk is not the one written");
    }
    VideoDigest.Pictures found = ClipReader.read(part);
    int pictures = extract.frames() + extract.hiddenFrames();
    if (found.count() != pictures || found.hidden() != extract.hiddenFrames()) {
      throw new CollectFailure(
          "%s: the clip holds %d pictures, %d of them hidden, and not %d and %d"
              .formatted(
                  camera.code(), found.count(), found.hidden(), pictures, extract.hiddenFrames()));
    }
    if (!found.sha256().equals(footage.payloadSha256(camera.id(), span))) {
      throw new CollectFailure(
          camera.code() + ": the pictures of the clip are not those of the recording");
    }
    return found;
  }

  private List<StillFile> takeStills(
      String extraction,
      Coverage coverage,
      ExtractedCamera.Clip clip,
      Camera camera,
      List<String> notes)
      throws IOException {
    Span longest =
        coverage.recorded().stream().max(Comparator.comparing(Span::length)).orElseThrow();
    Instant middle = longest.from().plus(longest.length().dividedBy(2));
    List<StillFile> stills = new ArrayList<>();
    takeStill(extraction, "FIRST", clip.firstFrameAt(), camera, notes).ifPresent(stills::add);
    takeStill(extraction, "MIDDLE", middle, camera, notes).ifPresent(stills::add);
    takeStill(extraction, "LAST", clip.lastFrameAt(), camera, notes).ifPresent(stills::add);
    return stills;
  }

  /// A still that cannot be made is stated, and does not hold the clip up.
  private Optional<StillFile> takeStill(
      String extraction, String role, Instant at, Camera camera, List<String> notes)
      throws IOException {
    Still still;
    try {
      still = footage.still(camera.id(), at);
    } catch (Problem problem) {
      if (problem.code() == RecordingProblem.UNDECODABLE
          || problem.code() == RecordingProblem.NOT_RECORDED) {
        notes.add(
            "No still %s at %s: %s."
                .formatted(role, EventRecord.formatTime(at), problem.code().code()));
        return Optional.empty();
      }
      throw problem;
    }
    String name = "stills/" + camera.code() + "_" + local(LOCAL_MILLIS, still.frameAt()) + ".jpg";
    Path file = staging.file(extraction, DATA + name);
    staging.write(file, still.jpeg().toArray());
    FileHash written = FileHash.of(file);
    return Optional.of(
        new StillFile(name, role, still.frameAt(), written.bytes(), written.sha256()));
  }

  private Path facts(String extraction, Camera camera) throws IOException {
    return staging.file(extraction, "facts/" + camera.code() + ".json");
  }

  private String local(DateTimeFormatter format, Instant at) {
    return format.format(at.atZone(clock.zone()).toOffsetDateTime());
  }
}
