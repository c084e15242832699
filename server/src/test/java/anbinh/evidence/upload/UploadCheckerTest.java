package anbinh.evidence.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.Event;
import anbinh.audit.event.RecordedLog;
import anbinh.evidence.request.EvidenceSettings;
import anbinh.evidence.request.FakeRequests;
import anbinh.evidence.request.RequestFixture;
import anbinh.platform.DataFolder;
import anbinh.platform.malware.FakeMalwareCheck;
import anbinh.platform.malware.Judgement;
import anbinh.testing.FakeTransactions;
import anbinh.video.Container;
import anbinh.video.VideoFacts;
import anbinh.video.VideoProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of an owner's file by what it is; UploadsIT sends some.
class UploadCheckerTest {
  private static final Instant NOW = RequestFixture.NOW;
  private static final UUID CAMERA = new UUID(7, 3);
  private static final String VIDEO = "\0\0\0\30ftypisom\0\0\0\0and pictures";
  private static final String PICTURE = "\u00FF\u00D8\u00FF\u00E0 and a picture";
  private static final String OF_A_RECORDER = "DHAV and pictures";
  private static final VideoFacts FACTS =
      new VideoFacts("mov,mp4", 60_000L, null, "h264", 1920, 1080, 25.0, 1, 0);

  @TempDir Path root;

  private final Table table = new Table();
  private final Probe probe = new Probe();
  private final FakeMalwareCheck malware = new FakeMalwareCheck();
  private final RecordedLog log = new RecordedLog();
  private final FakeTransactions transactions = new FakeTransactions();
  private Quarantine quarantine;
  private UploadChecker checker;
  private boolean running = true;

  /// The table of files in memory.
  private static final class Table extends UploadTable {
    private final Map<UUID, Upload> received = new HashMap<>();
    private final Map<UUID, String> results = new HashMap<>();
    private final Set<UUID> infected = new HashSet<>();
    private final Set<UUID> erased = new HashSet<>();
    private boolean broken;

    @SuppressWarnings("NullAway") // there is no database
    Table() {
      super(null);
    }

    @Override
    List<Upload> listReceived() {
      return received.values().stream()
          .filter(upload -> !results.containsKey(upload.id()))
          .sorted((one, other) -> one.id().compareTo(other.id()))
          .toList();
    }

    @Override
    Set<UUID> listKept() {
      if (broken) {
        throw new IllegalStateException("the database is away");
      }
      return received.keySet();
    }

    @Override
    Set<UUID> listInfected() {
      return infected;
    }

    @Override
    boolean setAccepted(
        UUID id,
        FileDigests digests,
        Container container,
        @Nullable String facts,
        @Nullable Judgement judgement) {
      return !erased.contains(id)
          && results.put(id, container + " " + (facts == null ? "unread" : "read")) == null;
    }

    @Override
    boolean setRejected(
        UUID id, FileDigests digests, Rejection why, @Nullable Judgement judgement) {
      return !erased.contains(id) && results.put(id, why.name()) == null;
    }
  }

  /// A reading of videos that says what a test wants.
  private static final class Probe extends VideoProbe {
    private Optional<VideoFacts> facts = Optional.of(FACTS);
    private int reads;

    @Override
    public Optional<VideoFacts> probe(Path file) {
      reads++;
      return facts;
    }
  }

  @BeforeEach
  @SuppressWarnings("NullAway") // nobody is asked here
  void begin() {
    quarantine = new Quarantine(DataFolder.beside(root));
    var requests = new FakeRequests(NOW);
    requests.add(
        RequestFixture.approved(RequestFixture.grant(NOW.minusSeconds(600), NOW, CAMERA)),
        Map.of());
    checker =
        new UploadChecker(
            table,
            quarantine,
            new Uploads(table, quarantine, null, requests, null, null, log),
            probe,
            malware,
            log,
            transactions.template(),
            InstantSource.fixed(NOW),
            new EvidenceSettings(
                Duration.ofHours(72),
                Duration.ofHours(24),
                Duration.ofSeconds(5),
                Duration.ofMinutes(10))) {
          @Override
          public boolean isRunning() {
            return running;
          }
        };
  }

  private UUID upload(int number, UploadKind kind, String content) throws IOException {
    UUID id = new UUID(9, number);
    byte[] bytes = content.getBytes(ISO_8859_1);
    quarantine.create(id);
    Files.write(quarantine.file(id), bytes);
    table.received.put(
        id,
        new Upload(
            id,
            RequestFixture.REQUEST,
            CAMERA,
            kind,
            "anh Tuấn.mp4",
            bytes.length,
            UploadState.RECEIVED,
            NOW,
            NOW,
            null,
            null,
            null,
            null,
            null,
            null));
    return id;
  }

  private Path infected(UUID id) {
    return root.resolve("evidence").resolve("infected").resolve(id.toString());
  }

  @Test
  void aVideoThatCanBeReadIsAcceptedAsItWasSent() throws Exception {
    UUID id = upload(1, UploadKind.VIDEO, VIDEO);
    checker.round();
    assertThat(table.results).containsEntry(id, "MP4 read");
    Event accepted = log.last();
    assertThat(log.codes()).containsExactly("owner.file-accepted");
    assertThat(accepted.facts())
        .containsEntry("sha256", FileDigests.of(quarantine.file(id)).sha256())
        .containsEntry("bytes", (long) VIDEO.length())
        .containsEntry("container", Container.MP4)
        .containsEntry("malware", "NOT_CHECKED");
    assertThat(accepted.details()).as("can be erased").containsEntry("name", "anh Tuấn.mp4");
    assertThat(quarantine.file(id)).hasBinaryContent(VIDEO.getBytes(ISO_8859_1));
  }

  @Test
  void whatItIsItsContentSaysAndNotItsName() throws Exception {
    UUID script = upload(1, UploadKind.VIDEO, "#!/bin/sh");
    UUID picture = upload(2, UploadKind.VIDEO, PICTURE);
    UUID video = upload(3, UploadKind.CLOCK_PICTURE, VIDEO);
    UUID empty = upload(4, UploadKind.VIDEO, "");
    checker.round();
    assertThat(table.results)
        .containsEntry(script, "NOT_VIDEO")
        .containsEntry(picture, "NOT_VIDEO")
        .containsEntry(video, "NOT_PICTURE")
        .containsEntry(empty, "NOT_VIDEO");
    for (UUID each : List.of(script, picture, video, empty)) {
      assertThat(quarantine.file(each)).doesNotExist();
    }
    assertThat(malware.judged()).as("what is thrown away anyhow").isEmpty();
    assertThat(probe.reads).isZero();
    assertThat(log.events()).allMatch(event -> event.type().code().equals("owner.file-rejected"));
    assertThat(log.last().facts()).containsEntry("why", Rejection.NOT_VIDEO);
  }

  @Test
  void aPictureOfAClockIsNotReadAsAVideo() throws Exception {
    UUID id = upload(1, UploadKind.CLOCK_PICTURE, PICTURE);
    checker.round();
    assertThat(table.results).containsEntry(id, "JPEG unread");
    assertThat(probe.reads).isZero();
  }

  @Test
  void whatIsInfectedIsPutWhereNothingReadsIt() throws Exception {
    malware.answer(Judgement.Result.INFECTED, "Eicar-Test-Signature");
    UUID id = upload(1, UploadKind.VIDEO, VIDEO);
    checker.round();
    assertThat(table.results).containsEntry(id, "INFECTED");
    assertThat(quarantine.file(id)).doesNotExist();
    assertThat(infected(id)).exists();
    assertThat(probe.reads).as("nothing opens it").isZero();
    assertThat(log.last().facts())
        .containsEntry("why", Rejection.INFECTED)
        .containsEntry("malware", "Eicar-Test-Signature");
  }

  @Test
  void whatIsTooLargeForTheCheckIsAcceptedAndSaysSo() throws Exception {
    malware.answer(Judgement.Result.TOO_LARGE, null);
    upload(1, UploadKind.VIDEO, VIDEO);
    checker.round();
    assertThat(log.last().facts()).containsEntry("malware", "TOO_LARGE");
    malware.answer(Judgement.Result.CLEAN, null);
    upload(2, UploadKind.VIDEO, VIDEO);
    checker.round();
    assertThat(log.last().facts()).containsEntry("malware", "CLEAN");
  }

  @Test
  void aVideoThatNobodyCanReadIsRejectedUnlessOnlyItsMakerCould() throws Exception {
    probe.facts = Optional.empty();
    UUID broken = upload(1, UploadKind.VIDEO, VIDEO);
    UUID ofRecorder = upload(2, UploadKind.VIDEO, OF_A_RECORDER);
    checker.round();
    assertThat(table.results)
        .containsEntry(broken, "UNREADABLE")
        .containsEntry(ofRecorder, "DAV unread");
    assertThat(quarantine.file(broken)).doesNotExist();
    assertThat(quarantine.file(ofRecorder)).exists();
  }

  @Test
  void whatCannotBeCheckedWaitsLongerEachTime() throws Exception {
    UUID id = upload(1, UploadKind.VIDEO, VIDEO);
    malware.goAway();
    assertThat(checker.round()).isEqualTo(Duration.ofSeconds(5));
    assertThat(checker.round()).isEqualTo(Duration.ofSeconds(10));
    assertThat(checker.round()).isEqualTo(Duration.ofSeconds(20));
    for (int i = 0; i < 5; i++) {
      checker.round();
    }
    assertThat(checker.round()).as("never longer").isEqualTo(Duration.ofMinutes(1));
    assertThat(table.results).isEmpty();
    assertThat(log.events()).isEmpty();
    assertThat(quarantine.file(id)).exists();
    malware.answer(Judgement.Result.CLEAN, null);
    assertThat(checker.round()).isEqualTo(Duration.ofMinutes(1));
    assertThat(table.results).containsKey(id);
    upload(2, UploadKind.VIDEO, VIDEO);
    malware.goAway();
    assertThat(checker.round()).as("from the beginning").isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aFileThatWaitsHoldsUpNoOther() throws Exception {
    upload(1, UploadKind.VIDEO, VIDEO);
    UUID next = upload(2, UploadKind.VIDEO, "no video");
    malware.goAway();
    checker.round();
    assertThat(table.results).containsOnlyKeys(next);
  }

  @Test
  void whatWasErasedMeanwhileIsInNoEntry() throws Exception {
    UUID gone = upload(1, UploadKind.VIDEO, VIDEO);
    Files.delete(quarantine.file(gone));
    UUID late = upload(2, UploadKind.VIDEO, VIDEO);
    UUID bad = upload(3, UploadKind.VIDEO, "no video");
    table.erased.addAll(List.of(late, bad));
    checker.round();
    assertThat(log.events()).isEmpty();
    assertThat(table.results).isEmpty();
  }

  @Test
  void aServerThatStopsLooksAtNoMore() throws Exception {
    upload(1, UploadKind.VIDEO, VIDEO);
    running = false;
    checker.round();
    assertThat(table.results).isEmpty();
  }

  @Test
  void whatAKilledServerLeftIsErasedOnceItIsOld() throws Exception {
    UUID kept = upload(1, UploadKind.VIDEO, VIDEO);
    List<UUID> lost = new ArrayList<>();
    for (int number : new int[] {2, 3}) {
      UUID id = new UUID(9, number);
      quarantine.create(id);
      lost.add(id);
    }
    UUID sick = new UUID(9, 4);
    quarantine.create(sick);
    table.infected.add(sick);
    age(kept, Duration.ofDays(9));
    age(lost.get(0), Duration.ofHours(1).plusMillis(1));
    age(lost.get(1), Duration.ofHours(1));
    checker.round();
    assertThat(quarantine.file(kept)).exists();
    assertThat(quarantine.file(lost.get(0))).doesNotExist();
    assertThat(quarantine.file(lost.get(1))).as("perhaps not in the table yet").exists();
    assertThat(infected(sick)).exists();
  }

  private void age(UUID id, Duration age) throws IOException {
    Files.setLastModifiedTime(quarantine.file(id), FileTime.from(NOW.minus(age)));
  }

  @Test
  void leftOversThatCannotBeRemovedHoldUpNothing() throws Exception {
    table.broken = true;
    UUID id = upload(1, UploadKind.VIDEO, VIDEO);
    checker.round();
    assertThat(table.results).containsKey(id);
  }
}
