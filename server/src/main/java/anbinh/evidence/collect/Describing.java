package anbinh.evidence.collect;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.audit.event.AuditLog;
import anbinh.audit.log.Proofs;
import anbinh.cases.CaseFile;
import anbinh.cases.store.Cases;
import anbinh.evidence.collect.document.Circumstances;
import anbinh.evidence.collect.document.RecordPages;
import anbinh.evidence.collect.document.RecordWriter;
import anbinh.evidence.collect.footage.CoverageFile;
import anbinh.evidence.collect.footage.ExtractedCamera;
import anbinh.evidence.collect.footage.FileHash;
import anbinh.evidence.collect.footage.SegmentsFile;
import anbinh.evidence.collect.footage.SegmentsFile.ClipSegments;
import anbinh.evidence.collect.footage.SegmentsFile.Segment;
import anbinh.evidence.collect.footage.SightingsFile;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.sightings.store.Sightings;
import anbinh.signing.OfficeSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Writes what is to be said of what was taken: `coverage.json`, `segments.json`, `sightings.json`,
/// `record.json`, the office's certificate, the record as PDF in each language, and `record.html`.
/// The last one shows that all are there.
@Component
@OnlyWhenServing
class Describing {
  static final String COVERAGE = CameraExtractor.DATA + "coverage.json";
  static final String SEGMENTS = CameraExtractor.DATA + "segments.json";
  private static final String SIGHTINGS = CameraExtractor.DATA + "sightings.json";
  private static final String CERTIFICATE = CameraExtractor.DATA + "certificate.pem";
  private static final String RECORD = CameraExtractor.DATA + "record.json";
  private static final String SUMMARY = CameraExtractor.DATA + "record.html";

  private final Staging staging;
  private final RecordWriter records;
  private final Circumstances.Reader circumstances;
  private final RecordPages pages;
  private final OfficeSigner signer;
  private final Cases cases;
  private final Sightings sightings;
  private final Areas areas;
  private final AuditLog log;
  private final Proofs proofs;
  private final InstantSource clock;

  Describing(
      Staging staging,
      RecordWriter records,
      Circumstances.Reader circumstances,
      RecordPages pages,
      OfficeSigner signer,
      Cases cases,
      Sightings sightings,
      Areas areas,
      AuditLog log,
      Proofs proofs,
      InstantSource clock) {
    this.staging = staging;
    this.records = records;
    this.circumstances = circumstances;
    this.pages = pages;
    this.signer = signer;
    this.cases = cases;
    this.sightings = sightings;
    this.areas = areas;
    this.log = log;
    this.proofs = proofs;
    this.clock = clock;
  }

  void describe(String extraction, EvidenceRequest request, List<ExtractedCamera> taken)
      throws IOException {
    if (Files.exists(staging.file(extraction, SUMMARY))) {
      return;
    }
    Grant grant = request.findGrant().orElseThrow();
    var coverage =
        new CoverageFile(
            CoverageFile.FORMAT,
            grant.from(),
            grant.to(),
            taken.stream().map(ExtractedCamera::coverage).toList());
    coverage.requireWhole(Set.copyOf(grant.cameraIds()));
    staging.write(staging.file(extraction, COVERAGE), coverage.write());
    staging.write(staging.file(extraction, SEGMENTS), segments(taken).write());
    SightingsFile passes = passes(grant, taken);
    if (!passes.cameras().isEmpty()) {
      staging.write(staging.file(extraction, SIGHTINGS), passes.write());
    }
    CaseFile relatedCase = cases.get(request.application().caseId());
    var subject =
        new RecordWriter.Subject(
            extraction,
            request,
            relatedCase,
            areas.find(request.areaId()).map(Area::name).orElse(""),
            taken,
            passes,
            clock.instant(),
            circumstances.read(request.id()));
    staging.write(staging.file(extraction, RECORD), records.write(subject));
    staging.write(staging.file(extraction, CERTIFICATE), signer.certificates());
    List<RecordPages.Listed> files = listed(extraction, taken);
    Path payload = staging.folder(extraction).resolve(CameraExtractor.DATA);
    for (Locale language : Messages.LANGUAGES) {
      String name = CameraExtractor.DATA + "record." + language.getLanguage() + ".pdf";
      staging.write(staging.file(extraction, name), pages.pdf(subject, files, language, payload));
    }
    staging.write(staging.file(extraction, SUMMARY), pages.html(subject, files));
  }

  /// The files that the record names; clips and given files, whose digests are known, are not read
  /// again.
  private List<RecordPages.Listed> listed(String extraction, List<ExtractedCamera> taken)
      throws IOException {
    Map<String, RecordPages.Listed> known = new HashMap<>();
    for (ExtractedCamera camera : taken) {
      ExtractedCamera.Clip clip = camera.clip();
      if (clip != null) {
        known.put(clip.file(), new RecordPages.Listed(clip.file(), clip.bytes(), clip.sha256()));
      }
      for (ExtractedCamera.Given given : camera.given()) {
        known.put(
            given.file(), new RecordPages.Listed(given.file(), given.bytes(), given.sha256()));
      }
    }
    List<RecordPages.Listed> files = new ArrayList<>();
    for (String name : staging.list(extraction, CameraExtractor.DATA)) {
      RecordPages.Listed before = known.get(name);
      if (before != null) {
        files.add(before);
      } else if (!name.startsWith("record.") || name.equals("record.json")) {
        FileHash digest = FileHash.of(staging.file(extraction, CameraExtractor.DATA + name));
        files.add(new RecordPages.Listed(name, digest.bytes(), digest.sha256()));
      }
    }
    return files;
  }

  private SightingsFile passes(Grant grant, List<ExtractedCamera> taken) {
    List<SightingsFile.CameraPart> cameras = new ArrayList<>();
    for (ExtractedCamera camera : taken) {
      ExtractedCamera.Clip clip = camera.clip();
      if (clip != null) {
        cameras.add(
            new SightingsFile.CameraPart(
                camera.cameraId(),
                camera.code(),
                clip.file(),
                sightings.list(camera.cameraId(), grant.from(), grant.to()).stream()
                    .map(SightingsFile.Pass::of)
                    .toList()));
      }
    }
    return SightingsFile.of(cameras);
  }

  private SegmentsFile segments(List<ExtractedCamera> taken) {
    List<UUID> events = new ArrayList<>();
    for (ExtractedCamera camera : taken) {
      ExtractedCamera.Clip clip = camera.clip();
      if (clip != null) {
        clip.sources().forEach(source -> events.add(source.eventId()));
      }
    }
    Map<UUID, Long> indexes = log.indexes(events);
    List<ClipSegments> clips = new ArrayList<>();
    for (ExtractedCamera camera : taken) {
      ExtractedCamera.Clip clip = camera.clip();
      if (clip != null) {
        clips.add(
            new ClipSegments(
                camera.cameraId(),
                camera.code(),
                clip.file(),
                clip.payloadSha256(),
                clip.sources().stream().map(source -> segment(source, indexes)).toList()));
      }
    }
    return SegmentsFile.of(proofs.verifierKey().write(), clips);
  }

  private static Segment segment(ExtractedCamera.Source source, Map<UUID, Long> indexes) {
    Long index = indexes.get(source.eventId());
    if (index == null) {
      throw new CollectFailure("segment " + source.segmentId() + " is not in the log yet");
    }
    return new Segment(
        source.segmentId(),
        source.from(),
        source.to(),
        source.sha256(),
        source.previousSha256(),
        index);
  }
}
