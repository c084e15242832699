package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.json.Json;
import anbinh.seal.log.EventRecord;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.pack.ClipFixture;
import anbinh.seal.pack.PackageFixture;
import anbinh.seal.pack.Seal;
import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The documents of one payload, without a bag or a seal around them; and those of a copy.
class DocumentCheckTest {
  private static final String COVERAGE = "coverage.json";
  private static final String SEGMENTS = "segments.json";
  private static final String RECORD = "record.json";
  private static final String COPY = "copy.json";
  private static final String FILM = "copy/CAM-0412_redacted.mp4";
  private static final String MASTER = "ab".repeat(64);
  private static final long SEGMENT = 300;

  @TempDir static Path folder;
  private static PackageFixture fixture;

  private final Map<String, byte[]> contents = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Long, EventRecord> proved = new HashMap<>();
  private @Nullable EventRecord decided = PackageFixture.decided();
  private @Nullable VerifierKey signer;
  private Seal seal =
      PackageFixture.seal(
          new Seal.Contents("0".repeat(128), "1.1", "0".repeat(64)), List.of(SEGMENT));

  @BeforeAll
  static void openLog() {
    fixture = new PackageFixture(folder);
  }

  @AfterAll
  static void closeLog() {
    fixture.close();
  }

  @BeforeEach
  void takeAPayload() {
    contents.putAll(fixture.contents());
    signer = fixture.key.verifierKey();
    proved.put(
        SEGMENT,
        EventRecord.segmentClosed(
            PackageFixture.SEALED_AT, "seg-0412-1", 1, Hash.sha256(ClipFixture.clip()), null));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void edit(String document, UnaryOperator<String> change) {
    String before =
        new String(Objects.requireNonNull(contents.get(document)), StandardCharsets.UTF_8);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    contents.put(document, utf8(after));
  }

  /// What is found of the documents, as `path REASON`.
  private List<String> found() throws PackageProblem {
    PackageFiles files = new PackageFiles();
    for (Map.Entry<String, byte[]> file : contents.entrySet()) {
      files.begin("bag/data/" + file.getKey());
      files.data(file.getValue(), 0, file.getValue().length);
      files.end();
    }
    List<Finding> all = new ArrayList<>(findings);
    new DocumentCheck(files, all).run(seal, decided, proved, signer);
    return all.stream()
        .skip(findings.size())
        .map(each -> each.file().replace("bag/data/", "") + " " + each.reason())
        .toList();
  }

  private static Finding missing(String path) {
    return new Finding("bag/data/" + path, Reason.FILE_MISSING, "");
  }

  /// Makes the payload one of a copy, and the seal and the confirmation those of it.
  private void copy() {
    contents.clear();
    byte[] film = utf8("film");
    String sha256 = Hash.sha256(film).hex();
    contents.put(FILM, film);
    contents.put(
        COPY,
        utf8(
            """
            {
              "format" : "anbinh.copy/1",
              "copy" : "%s",
              "file" : { "path" : "%s", "bytes" : 4, "sha256" : "%s" },
              "derivedFrom" : { "tagManifestSha512" : "%s" },
              "ordered" : { "at" : "2026-11-24T03:00:00.000Z" },
              "confirmed" : { "at" : "2026-11-24T03:01:00.000Z" }
            }
            """
                .formatted(PackageFixture.EXTRACTION, FILM, sha256, MASTER)));
    decided =
        EventRecord.of("copy.confirmed", PackageFixture.SEALED_AT)
            .withFacts(Map.of("sha256", Json.of(sha256)));
    seal =
        new Seal(
            seal.time(),
            seal.extraction(),
            seal.request(),
            null,
            null,
            seal.requested(),
            seal.decided(),
            null,
            seal.contents(),
            List.of(),
            MASTER,
            seal.enclosed(),
            seal.salt());
  }

  @Test
  void documentsThatAgreeAreNoFinding() throws PackageProblem {
    assertThat(found()).isEmpty();
  }

  @Test
  void nothingIsReadWithoutADecision() throws PackageProblem {
    decided = null;
    contents.put(RECORD, utf8("nothing"));
    contents.remove(COVERAGE);
    assertThat(found()).isEmpty();
  }

  @Test
  void nothingIsReadInABagThatWasChanged() throws PackageProblem {
    contents.put(RECORD, utf8("nothing"));
    for (Reason reason : Reason.values()) {
      findings.clear();
      findings.add(new Finding("seal/vkey", reason, ""));
      boolean changed =
          reason.kind() == Reason.Kind.MALFORMED || reason.kind() == Reason.Kind.ALTERED;
      assertThat(found().isEmpty()).as("%s", reason).isEqualTo(changed);
    }
  }

  @Test
  void aDocumentThatIsMissingIsSaidOnce() throws PackageProblem {
    contents.keySet().removeAll(List.of(COVERAGE, SEGMENTS, RECORD));
    assertThat(found())
        .containsExactly(
            "coverage.json FILE_MISSING", "segments.json FILE_MISSING", "record.json FILE_MISSING");
    findings.add(missing(COVERAGE));
    findings.add(missing(RECORD));
    assertThat(found()).containsExactly("segments.json FILE_MISSING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{}", "\"format\"", "{\"format\":\"anbinh.seal/2\"}"})
  void whatIsNoDocumentIsMalformed(String text) throws PackageProblem {
    for (String document : List.of(COVERAGE, SEGMENTS, RECORD)) {
      contents.putAll(fixture.contents());
      contents.put(document, utf8(text));
      assertThat(found()).contains(document + " BAD_FORMAT");
    }
  }

  @Test
  void eachCameraIsMeasuredByItself() throws PackageProblem {
    String second =
        """
        , {
          "cameraId" : "c-2",
          "code" : "CAM-0500",
          "recorded" : [ ],
          "gaps" : [
            { "from" : "%1$s20.000Z", "to" : "%1$s40.000Z", "cause" : "LOSS", "detail" : "" },
            { "from" : "%1$s00.000Z", "to" : "%1$s20.000Z", "cause" : "RESTART", "detail" : "" }
          ],
          "coveredMillis" : 0,
          "requestedMillis" : 40000
        } ]
        }
        """
            .formatted("2026-11-23T02:00:");
    edit(COVERAGE, text -> text.replaceFirst("(?s) ]\\s+}\\s*$", second));
    assertThat(found())
        .as("only one camera was granted")
        .containsExactly(COVERAGE + " DOCUMENT_CONTRADICTS");
    decided = withCameras("6d1f2f0e-5c1b-4c55-9d0c-0a4a2f6b7c11", "c-2");
    edit(RECORD, text -> text.replace("7c11\" ] }", "7c11\", \"c-2\" ] }"));
    assertThat(found()).isEmpty();
    edit(COVERAGE, text -> text.replace("\"coveredMillis\" : 0", "\"coveredMillis\" : 1"));
    assertThat(found()).containsExactly(COVERAGE + " DOCUMENT_CONTRADICTS");
    decided = withCameras("c-2", "6d1f2f0e-5c1b-4c55-9d0c-0a4a2f6b7c11");
    assertThat(found()).as("in another order").contains(RECORD + " DOCUMENT_CONTRADICTS");
  }

  private static EventRecord withCameras(String... cameras) {
    Map<String, Json> facts = new HashMap<>(PackageFixture.decided().facts());
    facts.put("cameras", new Json.Arr(Arrays.stream(cameras).map(Json::of).toList()));
    return EventRecord.of("extraction.decided", PackageFixture.SEALED_AT).withFacts(facts);
  }

  @Test
  void whoSwitchedACameraOffDidSoAtATime() throws PackageProblem {
    String detail = "\"detail\" : \"\"";
    edit(COVERAGE, text -> text.replace(detail, detail + ", \"switched\" : null"));
    assertThat(found()).isEmpty();
    String at = "\"switched\" : { \"at\" : \"2026-11-23T01:00:00.000Z\" }";
    edit(COVERAGE, text -> text.replace("\"switched\" : null", at));
    assertThat(found()).isEmpty();
    edit(COVERAGE, text -> text.replace("T01:00:00.000Z", "T01:00:00Z"));
    assertThat(found()).containsExactly(COVERAGE + " BAD_FORMAT");
    edit(COVERAGE, text -> text.replace("\"at\" :", "\"when\" :"));
    assertThat(found()).containsExactly(COVERAGE + " BAD_FORMAT");
  }

  @Test
  void aSegmentThatIsNotProvedIsNotCompared() throws PackageProblem {
    edit(SEGMENTS, text -> text.replace("seg-0412-1", "seg-0412-2"));
    assertThat(found()).containsExactly(SEGMENTS + " DOCUMENT_CONTRADICTS");
    proved.clear();
    assertThat(found()).isEmpty();
  }

  @Test
  void theLogIsComparedWhereItsKeyIsKnown() throws PackageProblem {
    edit(SEGMENTS, text -> text.replace("\"logKey\" : \"", "\"logKey\" : \"x"));
    assertThat(found()).containsExactly(SEGMENTS + " DOCUMENT_CONTRADICTS");
    signer = null;
    assertThat(found()).isEmpty();
  }

  @Test
  void aClipIsNamedOnce() throws PackageProblem {
    String once = "(?s)\"clips\" : \\[ (\\{.*}) ]";
    edit(SEGMENTS, text -> text.replaceFirst(once, "\"clips\" : [ $1, $1 ]"));
    assertThat(found()).containsExactly(SEGMENTS + " DOCUMENT_CONTRADICTS");
  }

  @Test
  void aClipThatIsNamedIsThereOrKnownToBeMissing() throws PackageProblem {
    byte[] clip = Objects.requireNonNull(contents.remove(PackageFixture.CLIP));
    assertThat(found())
        .containsExactly(SEGMENTS + " DOCUMENT_CONTRADICTS", RECORD + " DOCUMENT_CONTRADICTS");
    findings.add(missing(PackageFixture.CLIP));
    assertThat(found()).isEmpty();
    findings.clear();
    contents.put("given/CAM-0412.mp4", clip);
    edit(SEGMENTS, text -> text.replace(PackageFixture.CLIP, "given/CAM-0412.mp4"));
    assertThat(found()).contains(SEGMENTS + " DOCUMENT_CONTRADICTS");
  }

  @Test
  void theRecordNamesClipsStillsAndGivenFiles() throws PackageProblem {
    for (String path : List.of("given/a.avi", "player/a.mp4", "stills/b.png")) {
      contents.put(path, utf8("x"));
      assertThat(found()).as(path).containsExactly(RECORD + " DOCUMENT_CONTRADICTS");
      contents.remove(path);
    }
    for (String path : List.of("letter.pdf", "player.html", "x/stills/b.png")) {
      contents.put(path, utf8("x"));
      assertThat(found()).as(path).isEmpty();
      contents.remove(path);
    }
  }

  @Test
  void aFileIsAsLongAsTheRecordSays() throws PackageProblem {
    edit(RECORD, text -> text.replaceFirst("\"bytes\" : 3,", "\"bytes\" : 4,"));
    assertThat(found()).containsExactly(RECORD + " DOCUMENT_CONTRADICTS");
  }

  @Test
  void hiddenPicturesAreStatedForTheCameraOfTheClip() throws PackageProblem {
    edit(RECORD, text -> text.replace("\"hiddenFrames\" : 3", "\"frames\" : 3"));
    assertThat(found()).as("not at all").containsExactly(RECORD + " DOCUMENT_CONTRADICTS");
    contents.putAll(fixture.contents());
    edit(RECORD, text -> text.replace("\"code\" : \"CAM-0412\"", "\"code\" : \"CAM-0413\""));
    assertThat(found()).as("of another camera").containsExactly(RECORD + " DOCUMENT_CONTRADICTS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"payloadBytes", "frames"})
  void theNumbersOfAClipAreThoseOfItsPictures(String member) throws PackageProblem {
    edit(RECORD, text -> text.replaceFirst("\"" + member + "\" : ", "\"" + member + "\" : 1"));
    assertThat(found()).containsExactly(RECORD + " DOCUMENT_CONTRADICTS");
  }

  @Test
  void aClipIsComparedWithSegmentsThatAreThere() throws PackageProblem {
    contents.remove(SEGMENTS);
    findings.add(missing(SEGMENTS));
    assertThat(found()).isEmpty();
  }

  @Test
  void aCopyHasADocumentOfItsOwn() throws PackageProblem {
    copy();
    assertThat(found()).isEmpty();
    contents.remove(COPY);
    assertThat(found()).containsExactly("copy.json FILE_MISSING");
  }

  @Test
  void aCopyIsTheOneThatWasSealedAndConfirmed() throws PackageProblem {
    for (UnaryOperator<String> change :
        List.<UnaryOperator<String>>of(
            text -> text.replace(PackageFixture.EXTRACTION, "EXT-2026-000124"),
            text -> text.replace(MASTER, "cd".repeat(64)),
            text -> text.replace("\"bytes\" : 4", "\"bytes\" : 5"),
            text -> text.replace(FILM, "copy/other.mp4"))) {
      copy();
      edit(COPY, change);
      assertThat(found()).containsExactly(COPY + " DOCUMENT_CONTRADICTS");
    }
    copy();
    decided = PackageFixture.decided();
    assertThat(found()).as("not confirmed").containsExactly(COPY + " DOCUMENT_CONTRADICTS");
    copy();
    contents.put(FILM, utf8("Film"));
    assertThat(found()).as("another film").containsExactly(COPY + " DOCUMENT_CONTRADICTS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy", "file", "derivedFrom", "ordered", "confirmed", "at", "sha256"})
  void aCopyHasItsMembers(String member) throws PackageProblem {
    copy();
    edit(COPY, text -> text.replaceFirst("\"" + member + "\" :", "\"x" + member + "\" :"));
    assertThat(found()).contains(COPY + " BAD_FORMAT");
  }

  @Test
  void timesOfACopyHaveOneForm() throws PackageProblem {
    copy();
    edit(COPY, text -> text.replace("03:01:00.000Z", "03:01:00Z"));
    assertThat(found()).containsExactly(COPY + " BAD_FORMAT");
  }

  @Test
  void theFilmOfACopyMayBeKnownToBeMissing() throws PackageProblem {
    copy();
    contents.remove(FILM);
    assertThat(found()).containsExactly(COPY + " DOCUMENT_CONTRADICTS");
    findings.add(missing(FILM));
    assertThat(found()).isEmpty();
  }

  @Test
  void documentsOfACopyAreNotAskedOfAnExtraction() throws PackageProblem {
    contents.put(COPY, utf8("nothing"));
    assertThat(found()).isEmpty();
  }
}
