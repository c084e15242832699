package anbinh.seal.verify;

import anbinh.seal.FormatProblem;
import anbinh.seal.bag.FileDigest;
import anbinh.seal.json.Json;
import anbinh.seal.json.JsonParser;
import anbinh.seal.log.EventRecord;
import anbinh.seal.mp4.VideoDigest;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.pack.PackageLayout;
import anbinh.seal.pack.Seal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Checks the documents of a payload, which the seal vouches for as bytes: that they contradict
/// neither themselves nor each other, the events that the seal rests on, or the clips.
///
/// Recorded time and gaps are the granted time; each clip holds the pictures that are stated, read
/// anew from its bytes; each named file is there with its digest. Only in a bag that is as it was
/// sealed: what was changed there is reported as changed.
final class DocumentCheck {
  private static final String DATA = PackageLayout.BAG + "data/";
  private static final String CLIPS = "clips/";
  private static final Set<String> RECORD =
      new TreeSet<>(
          Set.of(
              "acquisition",
              "custody",
              "decision",
              "files",
              "identity",
              "lifeCycle",
              "redaction",
              "request",
              "seal",
              "sources",
              "time"));
  private static final Set<String> NAMED = Set.of(CLIPS, "given/", "player/", "stills/");

  private final PackageFiles files;
  private final List<Finding> findings;
  private final Map<String, Clip> clips = new HashMap<>();

  DocumentCheck(PackageFiles files, List<Finding> findings) {
    this.files = files;
    this.findings = findings;
  }

  /// What `segments.json` says of a clip.
  private record Clip(String code, String payloadSha256) {}

  private record Part(Instant from, Instant to) {}

  /// @param decided the decision; null where it is missing: then nothing is read here
  /// @param segments the proved records of recording segments, by their place in the log
  /// @param signer of the log; null when none is known
  void run(
      Seal seal,
      @Nullable EventRecord decided,
      Map<Long, EventRecord> segments,
      @Nullable VerifierKey signer) {
    if (decided == null || findings.stream().anyMatch(DocumentCheck::prevents)) {
      return;
    }
    if (seal.derivedFrom() != null) {
      read(PackageLayout.COPY, "anbinh.copy/1", copy -> checkCopy(copy, seal, decided));
      return;
    }
    read(PackageLayout.COVERAGE, "anbinh.coverage/1", coverage -> checkCoverage(coverage, decided));
    read(
        PackageLayout.SEGMENTS,
        "anbinh.segments/1",
        document -> checkSegments(document, seal, segments, signer));
    read(PackageLayout.RECORD, "anbinh.record/1", record -> checkRecord(record, seal, decided));
  }

  private static boolean prevents(Finding finding) {
    Reason.Kind kind = finding.reason().kind();
    return kind == Reason.Kind.MALFORMED || kind == Reason.Kind.ALTERED;
  }

  private void read(String path, String format, Consumer<Json.Obj> check) {
    byte[] bytes = files.find(path).orElse(null);
    if (bytes == null) {
      if (!isMissing(path)) {
        findings.add(new Finding(path, Reason.FILE_MISSING, ""));
      }
      return;
    }
    try {
      if (!(JsonParser.parse(bytes, PackageLayout.MAX_DOCUMENT_BYTES) instanceof Json.Obj document)
          || !document.getString("format").equals(format)) {
        throw new FormatProblem("not a document of the format " + format);
      }
      check.accept(document);
    } catch (FormatProblem e) {
      findings.add(new Finding(path, Reason.BAD_FORMAT, String.valueOf(e.getMessage())));
    }
  }

  /// Whether that a file is not there is a finding already.
  private boolean isMissing(String path) {
    return findings.stream()
        .anyMatch(f -> f.reason() == Reason.FILE_MISSING && f.file().equals(path));
  }

  private void checkCoverage(Json.Obj coverage, EventRecord decided) {
    Part granted = part(coverage);
    List<Json> cameras = new ArrayList<>();
    for (Json each : coverage.getArray("cameras")) {
      Json.Obj camera = object(each);
      cameras.add(Json.of(camera.getString("cameraId")));
      if (!isWhole(camera, granted)) {
        contradict(
            PackageLayout.COVERAGE,
            camera.getString("code") + ": recorded time and gaps are not the granted time");
      }
    }
    requireGranted(PackageLayout.COVERAGE, coverage, new Json.Arr(cameras), decided);
  }

  /// @param document with `from` and `to`
  private void requireGranted(String path, Json.Obj document, Json cameras, EventRecord decided) {
    Map<String, Json> facts = decided.facts();
    if (!Json.of(document.getString("from")).equals(facts.get("from"))
        || !Json.of(document.getString("to")).equals(facts.get("to"))
        || !cameras.equals(facts.get("cameras"))) {
      contradict(path, "not the time and the cameras that were granted");
    }
  }

  private static boolean isWhole(Json.Obj camera, Part granted) {
    List<Part> recorded = parts(camera.getArray("recorded"));
    long covered = recorded.stream().mapToLong(DocumentCheck::millis).sum();
    List<Json> gaps = camera.getArray("gaps");
    for (Json each : gaps) {
      Json.Obj gap = object(each);
      gap.getString("cause");
      gap.getString("detail");
      if (gap.members().get("switched") instanceof Json.Obj switched) {
        time(switched, "at");
      }
    }
    List<Part> all = new ArrayList<>(recorded);
    all.addAll(parts(gaps));
    all.sort(Comparator.comparing(Part::from));
    Instant position = granted.from();
    for (Part part : all) {
      if (!part.from().equals(position)) {
        return false;
      }
      position = part.to();
    }
    return position.equals(granted.to())
        && camera.getLong("coveredMillis") == covered
        && camera.getLong("requestedMillis") == millis(granted);
  }

  private void checkSegments(
      Json.Obj document, Seal seal, Map<Long, EventRecord> proved, @Nullable VerifierKey signer) {
    if (signer != null && !document.getString("logKey").equals(signer.write())) {
      contradict(PackageLayout.SEGMENTS, "of another log than the seal");
    }
    Set<Long> named = new TreeSet<>();
    for (Json each : document.getArray("clips")) {
      Json.Obj clip = object(each);
      String path = clip.getString("clip");
      if (clips.put(path, new Clip(clip.getString("code"), clip.getString("payloadSha256")))
          != null) {
        contradict(PackageLayout.SEGMENTS, path + " is there twice");
      }
      if (!path.startsWith(CLIPS)
          || (!files.digests().containsKey(DATA + path) && !isMissing(DATA + path))) {
        contradict(PackageLayout.SEGMENTS, path + " is no clip of the package");
      }
      if (clip.getArray("segments").isEmpty()) {
        contradict(PackageLayout.SEGMENTS, path + " was taken from no segment");
      }
      for (Json one : clip.getArray("segments")) {
        Json.Obj segment = object(one);
        part(segment);
        long index = segment.getLong("logIndex");
        named.add(index);
        EventRecord event = proved.get(index);
        if (event != null && !isOf(segment, event)) {
          contradict(PackageLayout.SEGMENTS, "the log has another segment at " + index);
        }
      }
    }
    if (!named.equals(new TreeSet<>(seal.segments()))) {
      contradict(PackageLayout.SEGMENTS, "not the segments that the seal names");
    }
    for (String path : files.digests().keySet()) {
      if (path.startsWith(DATA + CLIPS) && !clips.containsKey(path.substring(DATA.length()))) {
        contradict(PackageLayout.SEGMENTS, "it does not name " + path);
      }
    }
  }

  private static boolean isOf(Json.Obj segment, EventRecord event) {
    Json previous = segment.members().getOrDefault("previousSha256", new Json.Null());
    return Json.of(segment.getString("sha256")).equals(event.facts().get("sha256"))
        && previous.equals(event.facts().getOrDefault("previousSha256", new Json.Null()))
        && segment.getString("segmentId").equals(event.object());
  }

  private void checkRecord(Json.Obj record, Seal seal, EventRecord decided) {
    if (!record.members().keySet().containsAll(RECORD)) {
      throw new FormatProblem("a record has the members " + RECORD);
    }
    Json.Obj identity = member(record, "identity");
    if (!identity.getString("extraction").equals(seal.extraction())
        || !identity.getString("requestId").equals(seal.request())) {
      contradict(PackageLayout.RECORD, "of another extraction than the seal");
    }
    Json.Obj granted = member(member(record, "decision"), "granted");
    requireGranted(
        PackageLayout.RECORD, granted, new Json.Arr(granted.getArray("cameras")), decided);
    Map<String, Long> hidden = new HashMap<>();
    for (Json each : record.getArray("acquisition")) {
      Json.Obj camera = object(each);
      if (camera.find("hiddenFrames").isPresent()) {
        hidden.put(camera.getString("code"), camera.getLong("hiddenFrames"));
      }
    }
    Set<String> named = new HashSet<>();
    for (Json each : record.getArray("files")) {
      Json.Obj file = object(each);
      String path = file.getString("path");
      named.add(path);
      requireFile(PackageLayout.RECORD, file);
      if (file.find("frameAt").isPresent()) {
        time(file, "frameAt");
      }
      if (path.startsWith(CLIPS)) {
        checkClip(path, file, hidden);
      }
    }
    for (String path : files.digests().keySet()) {
      String name = path.startsWith(DATA) ? path.substring(DATA.length()) : "";
      if (NAMED.stream().anyMatch(name::startsWith) && !named.contains(name)) {
        contradict(PackageLayout.RECORD, "it does not name " + path);
      }
    }
  }

  /// The file that a document names is there, as long as it says and with that digest.
  private void requireFile(String document, Json.Obj file) {
    String path = DATA + file.getString("path");
    FileDigest there = files.digests().get(path);
    if (there == null
        ? !isMissing(path)
        : there.bytes() != file.getLong("bytes")
            || !there.sha256().equals(file.getString("sha256"))) {
      contradict(document, path + " is not the file that it names");
    }
  }

  private void checkClip(String path, Json.Obj file, Map<String, Long> hidden) {
    if (!files.digests().containsKey(DATA + path)
        || !files.digests().containsKey(PackageLayout.SEGMENTS)) {
      return;
    }
    Optional<VideoDigest.Pictures> read = files.findPictures(DATA + path);
    if (read.isEmpty()) {
      contradict(PackageLayout.RECORD, path + " is no clip");
      return;
    }
    VideoDigest.Pictures pictures = read.get();
    Clip clip = clips.get(path);
    if (clip == null
        || !clip.payloadSha256().equals(pictures.sha256())
        || !file.getString("payloadSha256").equals(pictures.sha256())
        || file.getLong("payloadBytes") != pictures.bytes()
        || file.getLong("frames") != pictures.count() - pictures.hidden()
        || hidden.getOrDefault(clip.code(), -1L) != pictures.hidden()) {
      contradict(PackageLayout.RECORD, path + " does not hold the pictures that are stated");
    }
  }

  private void checkCopy(Json.Obj copy, Seal seal, EventRecord confirmed) {
    Json.Obj file = member(copy, "file");
    requireFile(PackageLayout.COPY, file);
    boolean same =
        copy.getString("copy").equals(seal.extraction())
            && member(copy, "derivedFrom").getString("tagManifestSha512").equals(seal.derivedFrom())
            && Json.of(file.getString("sha256")).equals(confirmed.facts().get("sha256"));
    time(member(copy, "ordered"), "at");
    time(member(copy, "confirmed"), "at");
    if (!same) {
      contradict(PackageLayout.COPY, "of another copy than the seal");
    }
  }

  private void contradict(String path, String detail) {
    findings.add(new Finding(path, Reason.DOCUMENT_CONTRADICTS, detail));
  }

  private static List<Part> parts(List<Json> items) {
    return items.stream().map(item -> part(object(item))).toList();
  }

  private static Part part(Json.Obj object) {
    Part part = new Part(time(object, "from"), time(object, "to"));
    if (!part.from().isBefore(part.to())) {
      throw new FormatProblem("a stretch of time ends where it begins, or before");
    }
    return part;
  }

  private static long millis(Part part) {
    return part.to().toEpochMilli() - part.from().toEpochMilli();
  }

  private static Instant time(Json.Obj object, String name) {
    return EventRecord.parseTime(object.getString(name));
  }

  private static Json.Obj member(Json.Obj object, String name) {
    return object(object.members().getOrDefault(name, new Json.Null()));
  }

  private static Json.Obj object(Json value) {
    if (value instanceof Json.Obj object) {
      return object;
    }
    throw new FormatProblem("an object is expected, not " + value);
  }
}
