package anbinh.evidence.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.audit.event.RecordedLog;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.Consent;
import anbinh.cameras.OwnerKind;
import anbinh.evidence.collect.footage.ExtractedCamera;
import anbinh.evidence.collect.footage.ExtractedCamera.StillFile;
import anbinh.evidence.collect.footage.FakeClipExport;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequestState;
import anbinh.evidence.player.FakePlayerTable;
import anbinh.evidence.player.PlayerCopy;
import anbinh.evidence.request.RequestFixture;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.upload.FakeUploads;
import anbinh.evidence.upload.FileDigests;
import anbinh.evidence.upload.Upload;
import anbinh.evidence.upload.UploadKind;
import anbinh.evidence.upload.UploadState;
import anbinh.identity.people.FakePeople;
import anbinh.media.Bytes;
import anbinh.platform.DataFolder;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.recording.Extract;
import anbinh.recording.RecordingProblem;
import anbinh.recording.Span;
import anbinh.recording.Still;
import anbinh.video.Container;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of a camera goes into a package, to the picture, and what is not taken for it.
class CameraExtractorTest {
  private static final String EXTRACTION = "EXT-2026-0001";

  /// When the camera's recording begins: ten pictures a second, a key picture each second.
  private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");

  @TempDir Path root;

  private final FakePlayerTable players = new FakePlayerTable();
  private final FakeClipExport export = new FakeClipExport();
  private final Camera camera = camera(CameraKind.CONNECTED);
  private final Camera owned = camera(CameraKind.COMMUNITY);
  private Footage footage;
  private FakeUploads uploads;
  private Staging staging;
  private CameraExtractor extractor;

  /// Footage that can go wrong behind the extractor's back.
  private static final class Footage extends FakeFootage {
    private UnaryOperator<Extract> afterwards = UnaryOperator.identity();
    private final List<Instant> asked = new ArrayList<>();
    private final Set<Integer> without = new HashSet<>();
    private RecordingProblem why = RecordingProblem.UNDECODABLE;

    Footage() throws IOException {
      super(new RecordedLog());
    }

    @Override
    public Extract extract(UUID cameraId, Span span, Path target) {
      return afterwards.apply(super.extract(cameraId, span, target));
    }

    @Override
    public Still still(UUID cameraId, Instant at) {
      asked.add(at);
      if (without.contains(asked.size())) {
        throw Problem.of(why);
      }
      return super.still(cameraId, at);
    }
  }

  private static Camera camera(CameraKind kind) {
    return new Camera(
        UUID.randomUUID(),
        "CAM-0001",
        kind,
        null,
        "Cổng chợ",
        new UUID(1, 2),
        OwnerKind.HOUSEHOLD,
        Consent.NONE,
        null,
        null,
        false,
        true,
        30,
        null,
        false);
  }

  @BeforeEach
  void begin() throws IOException {
    DataFolder data = DataFolder.beside(root);
    footage = new Footage();
    uploads = new FakeUploads(data);
    staging = new Staging(data);
    extractor =
        new CameraExtractor(
            footage,
            uploads,
            uploads.quarantine(),
            players,
            new FakePeople(),
            staging,
            export,
            new SiteClock(
                InstantSource.fixed(RequestFixture.NOW),
                new Site("Xuân An", ZoneId.of("Asia/Ho_Chi_Minh"), false)));
  }

  private static Instant at(int millis) {
    return START.plusMillis(millis);
  }

  private ExtractedCamera take(int from, int to) throws IOException {
    return extractor.take(EXTRACTION, RequestFixture.grant(at(from), at(to), camera.id()), camera);
  }

  private ExtractedCamera.Clip clip(int from, int to) throws IOException {
    return Objects.requireNonNull(take(from, to).clip());
  }

  @Test
  void theFirstMillisecondIsInTheClipAndTheLastIsNot() throws IOException {
    footage.record(camera.id(), START, 10);
    ExtractedCamera.Clip clip = clip(1_000, 3_000);
    assertThat(clip.firstFrameAt()).isEqualTo(at(1_000));
    assertThat(clip.lastFrameAt()).isEqualTo(at(2_900));
    assertThat(clip.frames()).isEqualTo(20);
    assertThat(clip.file()).isEqualTo("clips/CAM-0001_20261124T100001+0700.mp4");
    assertThat(staging.list(EXTRACTION, "data/")).contains(clip.file());
  }

  @Test
  void oneMillisecondMoreIsOnePictureMoreAndOneLaterOneLess() throws IOException {
    footage.record(camera.id(), START, 10);
    ExtractedCamera.Clip clip = clip(1_001, 3_001);
    assertThat(clip.firstFrameAt()).isEqualTo(at(1_100));
    assertThat(clip.lastFrameAt()).isEqualTo(at(3_000));
    assertThat(clip.frames()).isEqualTo(20);
    assertThat(clip.hiddenFrames()).as("needed to decode the first").isEqualTo(1);
  }

  @Test
  void whatIsNotRecordedHasNoClipAndSaysWhy() throws IOException {
    footage.record(camera.id(), START, 2);
    ExtractedCamera taken = take(2_000, 5_000);
    assertThat(taken.clip()).isNull();
    assertThat(taken.stills()).isEmpty();
    assertThat(taken.empty()).isTrue();
    assertThat(taken.coverage().gaps()).hasSize(1);
    assertThat(taken.coverage().coveredMillis()).isZero();
    assertThat(taken.coverage().requestedMillis()).isEqualTo(3_000);
    ExtractedCamera half = extractor.take("EXT-2", grant(1_000, 5_000), camera);
    assertThat(half.coverage().coveredMillis()).isEqualTo(1_000);
  }

  private Grant grant(int from, int to) {
    return RequestFixture.grant(at(from), at(to), camera.id());
  }

  @Test
  void whatWasTakenIsNotTakenAgain() throws IOException {
    footage.record(camera.id(), START, 10);
    ExtractedCamera.Clip first = clip(1_000, 3_000);
    footage.failOnce(camera.id(), new IllegalStateException("taken twice"));
    assertThat(clip(1_000, 3_000)).isEqualTo(first);
    assertThat(footage.asked).hasSize(3);
  }

  @Test
  void halfOfAClipIsNoClip() throws IOException {
    footage.record(camera.id(), START, 10);
    footage.failOnce(camera.id(), new UncheckedIOException(new IOException("the disk is full")));
    assertThatThrownBy(() -> take(1_000, 3_000)).hasMessageContaining("the disk is full");
    assertThat(staging.list(EXTRACTION, "")).isEmpty();
    assertThat(clip(1_000, 3_000).frames()).as("the next time").isEqualTo(20);
  }

  private void assertNotTaken(String why) throws IOException {
    assertThatThrownBy(() -> take(1_000, 3_000))
        .isInstanceOf(CollectFailure.class)
        .hasMessageContaining("CAM-0001")
        .hasMessageContaining(why);
    assertThat(staging.list(EXTRACTION, "")).isEmpty();
  }

  @Test
  void anotherPictureThanTheRecordedOneIsNotTaken() throws IOException {
    footage.record(camera.id(), START, 10);
    footage.forge(camera.id(), true);
    assertNotTaken("not those of the recording");
  }

  @Test
  void aClipThatIsNotOnTheDiskAsWrittenIsNotTaken() throws IOException {
    footage.record(camera.id(), START, 10);
    footage.afterwards =
        extract ->
            new Extract(
                extract.asked(),
                extract.firstFrameAt(),
                extract.lastFrameAt(),
                extract.frames(),
                extract.damage(),
                extract.hiddenFrames(),
                extract.hiddenPreroll(),
                extract.duration(),
                extract.sizeBytes(),
                Bytes.copyOf(new byte[32]),
                extract.coverage(),
                extract.sources());
    assertNotTaken("not the one written");
  }

  @Test
  void aPictureMoreOrLessThanCountedIsNotTaken() throws IOException {
    footage.record(camera.id(), START, 10);
    for (int wrong : new int[] {-1, 1}) {
      footage.afterwards =
          extract ->
              new Extract(
                  extract.asked(),
                  extract.firstFrameAt(),
                  extract.lastFrameAt(),
                  extract.frames() + wrong,
                  extract.damage(),
                  extract.hiddenFrames(),
                  extract.hiddenPreroll(),
                  extract.duration(),
                  extract.sizeBytes(),
                  extract.sha256(),
                  extract.coverage(),
                  extract.sources());
      assertNotTaken("the clip holds 20 pictures");
    }
  }

  @Test
  void anExportThatTouchesAPictureIsNotTaken() throws IOException {
    footage.record(camera.id(), START, 10);
    export.spoil();
    assertNotTaken("the export changed the pictures");
  }

  @Test
  void stillsAreOfTheFirstTheMiddleAndTheLast() throws IOException {
    footage.record(camera.id(), START, 1);
    footage.record(camera.id(), at(4_000), 4);
    ExtractedCamera taken = take(0, 8_000);
    assertThat(taken.stills())
        .extracting(StillFile::role)
        .containsExactly("FIRST", "MIDDLE", "LAST");
    assertThat(footage.asked)
        .as("the middle is recorded")
        .containsExactly(at(0), at(6_000), at(7_900));
    assertThat(taken.stills().getLast().file())
        .isEqualTo("stills/CAM-0001_20261124T100007.900+0700.jpg");
  }

  @Test
  void aStillThatCannotBeMadeIsStatedAndHoldsNothingUp() throws IOException {
    footage.record(camera.id(), START, 10);
    footage.without.add(2);
    ExtractedCamera taken = take(1_000, 3_000);
    assertThat(taken.clip()).isNotNull();
    assertThat(taken.stills()).extracting(StillFile::role).containsExactly("FIRST", "LAST");
    assertThat(taken.notes()).hasSize(1);
    assertThat(taken.notes().getFirst())
        .startsWith("No still MIDDLE at 2026-11-24T03:00:02.000Z: ");
  }

  @Test
  void aStillThatFailsOtherwiseIsTriedAgain() throws IOException {
    footage.record(camera.id(), START, 10);
    footage.without.add(1);
    footage.why = RecordingProblem.FOOTAGE_LOST;
    assertThatThrownBy(() -> take(1_000, 3_000)).isInstanceOf(Problem.class);
    assertThat(extractor.find(EXTRACTION, camera)).isEmpty();
  }

  private OwnerRequest ask(OwnerRequestState state) {
    return new OwnerRequest(
        RequestFixture.REQUEST,
        owned.id(),
        state,
        START,
        START.plus(Duration.ofDays(14)),
        null,
        null,
        START.plusSeconds(60),
        null,
        null,
        null);
  }

  private UUID give(String name, String content, UploadState state, @Nullable FileDigests noted)
      throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    FileDigests digests = noted == null ? uploads.digests(bytes) : noted;
    UUID id = UUID.randomUUID();
    uploads.add(
        new Upload(
            id,
            RequestFixture.REQUEST,
            owned.id(),
            UploadKind.VIDEO,
            name,
            bytes.length,
            state,
            START,
            START,
            digests.sha256(),
            digests.sha512(),
            Container.MP4,
            null,
            null,
            null),
        bytes);
    return id;
  }

  private ExtractedCamera takeOwned(OwnerRequestState state) throws IOException {
    return extractor.take(EXTRACTION, grant(0, 5_000), owned, ask(state));
  }

  @Test
  void whatAnOwnerGaveIsTakenByteForByte() throws IOException {
    give("a.mp4", "the first", UploadState.ACCEPTED, null);
    give("b.mp4", "infected", UploadState.REJECTED, null);
    give("../../../../etc/passwd", "the second", UploadState.ACCEPTED, null);
    ExtractedCamera taken = takeOwned(OwnerRequestState.GIVEN);
    assertThat(taken.given()).hasSize(2);
    assertThat(taken.given().getFirst().file()).isEqualTo("given/CAM-0001_01_a.mp4");
    assertThat(taken.given().getLast().file())
        .startsWith("given/CAM-0001_02_")
        .doesNotContain("..");
    assertThat(staging.folder(EXTRACTION).resolve("data/given/CAM-0001_01_a.mp4"))
        .hasContent("the first");
    assertThat(taken.coverage().coveredMillis()).as("its owner's recorder has it").isZero();
    assertThat(taken.coverage().gaps())
        .extracting(gap -> gap.cause())
        .containsExactly("KEPT_BY_OWNER");
  }

  @Test
  void whatAnOwnerDidNotGiveIsNotTaken() throws IOException {
    give("a.mp4", "the first", UploadState.ACCEPTED, null);
    for (OwnerRequestState state : OwnerRequestState.values()) {
      if (state != OwnerRequestState.GIVEN) {
        staging.clear(EXTRACTION);
        assertThat(takeOwned(state).given()).as("%s", state).isEmpty();
      }
    }
    assertThat(staging.list(EXTRACTION, "data/")).isEmpty();
  }

  @Test
  void aFileThatIsNotTheReceivedOneIsNotTaken() throws IOException {
    FileDigests right = uploads.digests("the first".getBytes(StandardCharsets.UTF_8));
    FileDigests other = uploads.digests("another".getBytes(StandardCharsets.UTF_8));
    for (FileDigests noted :
        List.of(
            new FileDigests(other.sha256(), right.sha512()),
            new FileDigests(right.sha256(), other.sha512()))) {
      setUploads();
      give("a.mp4", "the first", UploadState.ACCEPTED, noted);
      assertThatThrownBy(() -> takeOwned(OwnerRequestState.GIVEN))
          .isInstanceOf(CollectFailure.class)
          .hasMessageContaining("not the one that was received");
      assertThat(extractor.find(EXTRACTION, owned)).isEmpty();
    }
  }

  private void setUploads() throws IOException {
    begin();
    staging.clear(EXTRACTION);
  }

  @Test
  void aPlayerCopyStandsBesideItsOriginalIfItIsTheOneThatWasMade() throws IOException {
    UUID id = give("a.avi", "the first", UploadState.ACCEPTED, null);
    byte[] copy = "to look at".getBytes(StandardCharsets.UTF_8);
    Files.write(uploads.quarantine().aside(id).resolveSibling(id.toString()), copy);
    players.add(made(id, uploads.digests(copy).sha256()));
    ExtractedCamera.Given given = takeOwned(OwnerRequestState.GIVEN).given().getFirst();
    assertThat(Objects.requireNonNull(given.player()).file())
        .isEqualTo("player/CAM-0001_01_a.avi.mp4");
    staging.clear(EXTRACTION);
    players.add(made(id, "00".repeat(32)));
    assertThatThrownBy(() -> takeOwned(OwnerRequestState.GIVEN))
        .isInstanceOf(CollectFailure.class)
        .hasMessageContaining("not the one that was made");
  }

  private static PlayerCopy made(UUID id, String sha256) {
    return new PlayerCopy(
        id,
        PlayerCopy.State.MADE,
        100,
        0,
        new PlayerCopy.Made(
            PlayerCopy.Pictures.COPIED,
            PlayerCopy.Sound.NONE,
            10,
            sha256,
            "00".repeat(64),
            "libav",
            "ffmpeg",
            START),
        null);
  }
}
