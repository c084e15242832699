package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.pack.ClipFixture;
import anbinh.seal.pack.PackageFixture;
import anbinh.seal.tree.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Documents of a payload that say something else than the clips, the log or each other: changed
/// after sealing with every manifest made anew, and, since whoever holds the office's key may do so
/// too, sealed like that.
class HostileDocumentTest extends HostileSet {
  private static final String COVERAGE = "coverage.json";
  private static final String SEGMENTS = "segments.json";
  private static final String RECORD = "record.json";
  private static final String GAPS = "(?s)\"gaps\" : .*?]";

  private int packages;

  @Override
  boolean isForTheSecondVerifier() {
    return true;
  }

  @Override
  boolean mustAgree() {
    return true;
  }

  @Override
  void add() {
    altered(
        "a gap removed after sealing with every manifest made anew",
        Reason.BAG_REPLACED,
        "tagmanifest-sha512.txt",
        zip -> {
          edit(zip, COVERAGE, text -> text.replaceFirst(GAPS, "\"gaps\" : []"));
          remake(zip, true);
        });
    altered(
        "a still swapped after sealing with every manifest made anew",
        Reason.BAG_REPLACED,
        "tagmanifest-sha512.txt",
        zip -> {
          zip.get("stills/Ảnh ngã tư 1.png").replace(utf8("gif"));
          remake(zip, true);
        });
    altered(
        "a hidden picture shown after sealing with every manifest made anew",
        Reason.BAG_REPLACED,
        "tagmanifest-sha512.txt",
        zip -> {
          zip.get("CAM-0412.mp4").replace(ClipFixture.revealed());
          remake(zip, true);
        });
    addCoverage();
    addTimes();
    addSegments();
    addNamedClips();
    addRecord();
    addMembers();
    addClips();
  }

  private void addCoverage() {
    contradicts("a gap removed", COVERAGE, text -> text.replaceFirst(GAPS, "\"gaps\" : []"));
    contradicts(
        "a gap removed and the recorded time drawn over it",
        COVERAGE,
        text ->
            text.replaceFirst(GAPS, "\"gaps\" : []")
                .replace("02:00:30.000Z\" } ]", "02:00:40.000Z\" } ]"));
    contradicts(
        "recorded time that the milliseconds deny",
        COVERAGE,
        text -> text.replace("\"coveredMillis\" : 30000", "\"coveredMillis\" : 40000"));
    contradicts(
        "a gap that begins a second late",
        COVERAGE,
        text ->
            text.replace(
                "\"from\" : \"2026-11-23T02:00:30.000Z\"",
                "\"from\" : \"2026-11-23T02:00:31.000Z\""));
    contradicts(
        "recorded time and a gap that overlap",
        COVERAGE,
        text ->
            text.replace("02:00:30.000Z\" } ]", "02:00:31.000Z\" } ]")
                .replace(": 30000", ": 31000"));
    contradicts(
        "more than was granted",
        COVERAGE,
        text ->
            text.replace("2026-11-23T02:00:00.000Z", "2026-11-23T01:59:00.000Z")
                .replace(": 30000", ": 90000")
                .replace(": 40000", ": 100000"));
    contradicts(
        "another camera than was granted",
        COVERAGE,
        text -> text.replace("6d1f2f0e-", "6d1f2f0f-"));
    contradicts(
        "a camera left out",
        COVERAGE,
        text -> text.replaceFirst("(?s)\"cameras\" : .*]", "\"cameras\" : []"));
    sealedMalformed(
        "a gap without a cause",
        COVERAGE,
        text -> text.replaceFirst("\"cause\" : \"UNREACHABLE\",", ""));
    sealedMalformed(
        "a gap that takes no time",
        COVERAGE,
        text ->
            text.replaceFirst(
                GAPS,
                "\"gaps\" : [ { \"from\" : \"2026-11-23T02:00:30.000Z\", \"to\" :"
                    + " \"2026-11-23T02:00:30.000Z\", \"cause\" : \"LOSS\", \"detail\" : \"\" } ]"));
    sealedMalformed(
        "two lists of gaps",
        COVERAGE,
        text -> text.replaceFirst("\"gaps\" :", "\"gaps\" : [], \"gaps\" :"));
    sealedMalformed(
        "a coverage of another format", COVERAGE, text -> text.replace("coverage/1", "coverage/0"));
    for (String document : new String[] {COVERAGE, SEGMENTS, RECORD}) {
      incomplete(
          "a package sealed without " + document,
          document,
          sealed(contents -> contents.remove(document)));
    }
  }

  /// The same moment in forms that other programs write.
  private void addTimes() {
    for (String form :
        new String[] {
          "2026-11-23T02:00:30Z",
          "2026-11-23T09:00:30.000+07:00",
          "2026-11-23T02:00:30.000000Z",
          "2026-11-23T02:00:30.000+00:00",
          "2026-11-23 02:00:30.000Z"
        }) {
      for (String document : new String[] {COVERAGE, SEGMENTS}) {
        sealedMalformed(
            "the time " + form + " in " + document,
            document,
            text -> text.replace("2026-11-23T02:00:30.000Z", form));
      }
    }
    sealedMalformed(
        "a still at a time in another form",
        RECORD,
        text ->
            text.replaceFirst(
                "\"frameAt\" : \"[^\"]*\"", "\"frameAt\" : \"2026-11-23T02:00:00Z\""));
  }

  private void addSegments() {
    contradicts(
        "a segment with another digest than the log's",
        SEGMENTS,
        text -> text.replaceFirst("\"sha256\" : \".", "\"sha256\" : \"x"));
    contradicts(
        "a segment before the first",
        SEGMENTS,
        text -> text.replace(": null", ": \"" + "0".repeat(64) + "\""));
    contradicts(
        "a segment under another id", SEGMENTS, text -> text.replace("seg-0412-1", "seg-0412-2"));
    contradicts(
        "a segment that the seal does not name",
        SEGMENTS,
        text -> text.replace("\"logIndex\" : 300", "\"logIndex\" : 299"));
    contradicts(
        "a clip of no segments",
        SEGMENTS,
        text -> text.replaceFirst("(?s)\"segments\" : .*?]", "\"segments\" : []"));
    contradicts(
        "segments of no clip",
        SEGMENTS,
        text -> text.replaceFirst("(?s)\"clips\" : .*]", "\"clips\" : []"));
    contradicts(
        "segments of another log",
        SEGMENTS,
        text -> text.replaceFirst("\"logKey\" : \"", "\"logKey\" : \"x"));
  }

  private void addNamedClips() {
    String second =
        """
        "clips" : [ {
          "code" : "CAM-0412",
          "clip" : "%s",
          "payloadSha256" : "%s",
          "segments" : [ ]
        },
        """
            .formatted("clips/CAM-0413.mp4", "0".repeat(64));
    contradicts(
        "a clip that is nowhere", SEGMENTS, text -> text.replaceFirst("\"clips\" : \\[", second));
    altered(
        "a clip of no segments beside another",
        Reason.DOCUMENT_CONTRADICTS,
        SEGMENTS,
        sealed(contents -> {
          contents.put("clips/CAM-0413.mp4", ClipFixture.clip());
          contents.put(
              SEGMENTS, utf8(read(contents, SEGMENTS).replaceFirst("\"clips\" : \\[", second)));
        }));
  }

  private void addRecord() {
    contradicts(
        "a record of another extraction",
        RECORD,
        text -> text.replace(PackageFixture.EXTRACTION, "EXT-2026-000124"));
    contradicts(
        "a record of another request", RECORD, text -> text.replace("REQ-0193", "REQ-0194"));
    contradicts(
        "a record that says more was granted",
        RECORD,
        text -> text.replace("2026-11-23T02:00:40.000Z", "2026-11-23T03:00:40.000Z"));
    contradicts(
        "a still that the record does not name",
        RECORD,
        text -> text.replaceFirst("(?s), \\{\\s+\"path\" : \"stills.*?}", ""));
    altered(
        "a still swapped",
        Reason.DOCUMENT_CONTRADICTS,
        RECORD,
        sealed(contents -> contents.put(PackageFixture.STILL, utf8("gif"))));
    altered(
        "a still more",
        Reason.DOCUMENT_CONTRADICTS,
        RECORD,
        sealed(contents -> contents.put("stills/CAM-0412.jpg", utf8("jpeg"))));
    contradicts(
        "a named file that is nowhere",
        RECORD,
        text -> text.replace("\"path\" : \"stills/", "\"path\" : \"given/"));
  }

  private void addMembers() {
    for (String member : new String[] {"request", "sources", "custody", "acquisition", "files"}) {
      sealedMalformed(
          "a record without the member " + member,
          RECORD,
          text -> text.replaceFirst("\"" + member + "\" :", "\"x" + member + "\" :"));
    }
    for (String member :
        new String[] {"cameras", "recorded", "gaps", "requestedMillis", "cameraId"}) {
      sealedMalformed(
          "a coverage without the member " + member,
          COVERAGE,
          text -> text.replaceFirst("\"" + member + "\" :", "\"x" + member + "\" :"));
    }
    for (String member :
        new String[] {"clips", "segments", "logIndex", "sha256", "payloadSha256"}) {
      sealedMalformed(
          "a list of segments without the member " + member,
          SEGMENTS,
          text -> text.replaceFirst("\"" + member + "\" :", "\"x" + member + "\" :"));
    }
  }

  private void addClips() {
    altered(
        "hidden pictures shown",
        Reason.DOCUMENT_CONTRADICTS,
        RECORD,
        sealed(contents -> replaceClip(contents, ClipFixture.revealed())));
    altered(
        "pictures shown at another speed",
        Reason.DOCUMENT_CONTRADICTS,
        RECORD,
        sealed(contents -> replaceClip(contents, ClipFixture.hurried())));
    contradicts(
        "hidden pictures denied",
        RECORD,
        text ->
            text.replace("\"hiddenFrames\" : 3", "\"hiddenFrames\" : 0")
                .replace("\"frames\" : 7", "\"frames\" : 10"));
    byte[] other = ClipFixture.clip();
    other[other.length / 2] ^= 1;
    altered(
        "another picture",
        Reason.DOCUMENT_CONTRADICTS,
        RECORD,
        sealed(contents -> replaceClip(contents, other)));
    contradicts(
        "another digest of the pictures",
        SEGMENTS,
        RECORD,
        text -> text.replaceFirst("\"payloadSha256\" : \".", "\"payloadSha256\" : \"x"));
    altered(
        "a clip that is no clip",
        Reason.DOCUMENT_CONTRADICTS,
        RECORD,
        sealed(contents -> replaceClip(contents, utf8("no clip at all"))));
  }

  private static void replaceClip(Map<String, byte[]> contents, byte[] clip) {
    byte[] before = Objects.requireNonNull(contents.put(PackageFixture.CLIP, clip));
    String record =
        read(contents, RECORD)
            .replace(Hash.sha256(before).hex(), Hash.sha256(clip).hex())
            .replace("\"bytes\" : " + before.length, "\"bytes\" : " + clip.length);
    contents.put(RECORD, utf8(record));
  }

  private static String read(Map<String, byte[]> contents, String document) {
    return text(Objects.requireNonNull(contents.get(document)));
  }

  private void contradicts(String name, String document, UnaryOperator<String> edit) {
    contradicts(name, document, document, edit);
  }

  /// @param named where the contradiction is found
  private void contradicts(String name, String document, String named, UnaryOperator<String> edit) {
    altered(name, Reason.DOCUMENT_CONTRADICTS, named, sealed(document, edit));
  }

  private void sealedMalformed(String name, String document, UnaryOperator<String> edit) {
    malformed(name, Reason.BAD_FORMAT, document, sealed(document, edit));
  }

  private Consumer<RawZip> sealed(String document, UnaryOperator<String> edit) {
    return sealed(contents -> {
      String before = read(contents, document);
      String after = edit.apply(before);
      assertThat(after).isNotEqualTo(before);
      contents.put(document, utf8(after));
    });
  }

  /// Puts a package that was sealed with another payload in the place of this one.
  private Consumer<RawZip> sealed(Consumer<Map<String, byte[]>> change) {
    return zip -> {
      Map<String, byte[]> contents = fixture.contents();
      change.accept(contents);
      Path file = folder.resolve("sealed-" + packages++ + ".zip");
      fixture.zip(file, contents);
      zip.entries.clear();
      try {
        zip.entries.addAll(RawZip.of(file).entries);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
