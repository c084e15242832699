package anbinh.evidence.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.RecordedLog;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.FakeExtractions;
import anbinh.evidence.playback.PackagedVideos;
import anbinh.evidence.request.RequestFixture;
import anbinh.platform.DataFolder;
import anbinh.testing.FakeTransactions;
import anbinh.video.FakeTranscoder;
import anbinh.video.TranscodingFailure;
import anbinh.video.TranscodingFailure.Cause;
import anbinh.video.TranscodingJob.Sound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of an ordered copy when a step fails, and what a copy is made of; CopiesJourney
/// makes real videos.
class CopyWorkerTest {
  private static final Instant NOW = RequestFixture.NOW;
  private static final String VIDEO = "the video of the package";

  @TempDir Path root;

  private final Table table = new Table();
  private final Videos videos = new Videos();
  private final FakeTranscoder tool = new FakeTranscoder();
  private final RecordedLog log = new RecordedLog();
  private final Sealing sealing = new Sealing();
  private CopyFolder folder;
  private CopyWorker worker;
  private boolean running = true;

  /// The table of copies, with what the worker noted of its one copy.
  private static final class Table extends CopyTable {
    private final List<Copy> due = new ArrayList<>();
    private final List<Integer> percents = new ArrayList<>();
    private Copy.@Nullable Made made;
    private @Nullable Instant nextAt;
    private TranscodingFailure.@Nullable Cause why;
    private @Nullable Instant nextDue;

    @SuppressWarnings("NullAway") // there is no database
    Table() {
      super(null);
    }

    @Override
    List<Copy> listDue(Instant now) {
      return List.copyOf(due);
    }

    @Override
    Optional<Instant> findNextDue() {
      return Optional.ofNullable(nextDue);
    }

    @Override
    Set<UUID> listKept() {
      return Set.of(CopyFixture.COPY);
    }

    @Override
    void setPercent(UUID id, int percent) {
      percents.add(percent);
    }

    @Override
    void retry(UUID id, Instant at) {
      nextAt = at;
    }

    @Override
    void setMade(UUID id, Copy.Made what) {
      made = what;
    }

    @Override
    void setFailed(UUID id, Cause cause) {
      why = cause;
    }
  }

  /// The videos of one package.
  private static final class Videos extends PackagedVideos {
    private String content = VIDEO;
    private boolean gone;

    @SuppressWarnings("NullAway") // there is no table
    Videos() {
      super(null, null, null);
    }

    @Override
    public Extraction extraction(UUID request) {
      return new FakeExtractions().add(request, null);
    }

    @Override
    public boolean deleted(UUID request) {
      return gone;
    }

    @Override
    public Extraction.File master(Extraction extraction, String name) {
      return new Extraction.File(name, content.length(), sha256(VIDEO));
    }

    @Override
    public InputStream open(UUID request, Extraction.File video) {
      return new ByteArrayInputStream(content.getBytes(UTF_8));
    }
  }

  private static final class Sealing extends CopySealing {
    private final List<UUID> sealed = new ArrayList<>();
    private @Nullable IOException failure;

    @SuppressWarnings("NullAway") // nothing is sealed
    Sealing() {
      super(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Override
    void seal(Copy copy) throws IOException {
      if (failure != null) {
        throw failure;
      }
      sealed.add(copy.id());
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void begin() {
    folder = new CopyFolder(DataFolder.beside(root));
    worker =
        new CopyWorker(
            table,
            folder,
            sealing,
            videos,
            tool,
            FakeTranscoder.SETTINGS,
            log,
            new FakeTransactions().template(),
            InstantSource.fixed(NOW)) {
          @Override
          public boolean isRunning() {
            return running;
          }
        };
  }

  private static Copy ordered(@Nullable Redaction covering, boolean keepsSound, int attempts) {
    return CopyFixture.copy(
        Copy.State.ORDERED, sha256(VIDEO), covering, keepsSound, attempts, null);
  }

  private void work(Copy copy) throws InterruptedException {
    table.due.clear();
    table.due.add(copy);
    worker.round();
  }

  private Copy.Made made() {
    return Objects.requireNonNull(table.made);
  }

  private Path video() throws IOException {
    return folder.video(CopyFixture.COPY);
  }

  @Test
  void aCourtCopyThatPlaysIsTheVideoBitForBit() throws Exception {
    work(ordered(null, true, 0));
    assertThat(made().method()).isEqualTo(Copy.Method.BIT_FOR_BIT);
    assertThat(made().sha256()).isEqualTo(sha256(VIDEO));
    assertThat(made().command()).isEqualTo("cp master copy.mp4");
    assertThat(video()).hasContent(VIDEO);
    assertThat(folder.file(CopyFixture.COPY, "master")).doesNotExist();
    assertThat(tool.jobs()).isEmpty();
    assertThat(log.codes()).containsExactly("copy.made");
    assertThat(log.last().facts())
        .containsEntry("sha256", sha256(VIDEO))
        .containsEntry("bytes", (long) VIDEO.length());
    assertThat(log.events().toString()).as("what it is for").doesNotContain("luật sư");
  }

  @Test
  void aCourtCopyIsCodedAnewWhereItDoesNotPlayOrLosesItsSound() throws Exception {
    work(ordered(null, false, 0));
    assertThat(made().method()).isEqualTo(Copy.Method.ENCODED);
    assertThat(tool.jobs().getLast().sound()).isEqualTo(Sound.NONE);
    tool.holds(FakeTranscoder.video("hevc", "aac"));
    work(ordered(null, true, 0));
    assertThat(made().method()).isEqualTo(Copy.Method.ENCODED);
    assertThat(tool.jobs().getLast().sound()).isEqualTo(Sound.COPY);
    tool.holds(FakeTranscoder.video("h264", "pcm_alaw"));
    work(ordered(null, true, 0));
    assertThat(tool.jobs().getLast().sound()).isEqualTo(Sound.ENCODE);
    tool.holds(FakeTranscoder.video("hevc", null));
    work(ordered(null, true, 0));
    assertThat(tool.jobs().getLast().sound()).isEqualTo(Sound.NONE);
  }

  @Test
  void aRedactedCopyIsNeverTheVideoItself() throws Exception {
    work(ordered(CopyFixture.covering(), true, 0));
    assertThat(made().method()).isEqualTo(Copy.Method.ENCODED);
    assertThat(video()).hasContent("made");
    assertThat(folder.file(CopyFixture.COPY, "master")).doesNotExist();
    String boxes = Objects.requireNonNull(made().boxes());
    assertThat(boxes).contains("drawbox@b0");
    assertThat(folder.file(CopyFixture.COPY, Redaction.BOXES)).hasContent(boxes);
    assertThat(made().command()).contains(Redaction.BOXES).doesNotContain(root.toString());
    assertThat(table.percents).containsExactly(50);
  }

  @Test
  void whatIsNotTheSealedVideoAnyMoreIsNotCopied() throws Exception {
    videos.content = VIDEO + " forged";
    work(ordered(null, true, 0));
    assertThat(table.made).isNull();
    assertThat(log.events()).isEmpty();
    assertThat(video()).doesNotExist();
    assertThat(table.nextAt).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void aVideoThatCannotBeMadeIsGivenUpAndSaysWhy() throws Exception {
    for (Cause why : List.of(Cause.UNREADABLE, Cause.TOO_LONG, Cause.TOO_LARGE)) {
      tool.fail(why);
      work(ordered(CopyFixture.covering(), false, 0));
      assertThat(table.why).isEqualTo(why);
      assertThat(log.last().type()).isEqualTo(CopyEvent.FAILED);
      assertThat(log.last().facts()).containsEntry("why", why);
      assertThat(video()).as("half of it is no video").doesNotExist();
    }
    assertThat(table.nextAt).isNull();
  }

  @Test
  void aServerThatStopsGivesNothingUp() throws Exception {
    tool.fail(Cause.STOPPED);
    work(ordered(CopyFixture.covering(), false, 0));
    assertThat(table.why).isNull();
    assertThat(table.nextAt).isNull();
    assertThat(log.events()).isEmpty();
    tool.fail(null);
    work(ordered(CopyFixture.covering(), false, 0));
    assertThat(video()).as("anew").hasContent("made");
  }

  @Test
  void whatFailsOtherwiseIsTriedAgainLaterEachTime() throws Exception {
    tool.meanwhile(() -> {
      throw new UncheckedIOException(new IOException("the disk is full"));
    });
    for (int attempts : new int[] {0, 1, 6, 7, 100}) {
      work(ordered(CopyFixture.covering(), false, attempts));
      long pause = attempts < 7 ? 5L << attempts : 600;
      assertThat(table.nextAt).isEqualTo(NOW.plusSeconds(pause));
    }
    assertThat(log.events()).isEmpty();
    assertThat(table.why).isNull();
  }

  @Test
  void aPackageThatWasDeletedMeanwhileIsNotCopied() throws Exception {
    videos.gone = true;
    work(ordered(null, true, 0));
    work(
        CopyFixture.copy(
            Copy.State.CONFIRMED, sha256(VIDEO), null, true, 0, CopyFixture.made(sha256(VIDEO))));
    assertThat(table.made).isNull();
    assertThat(sealing.sealed).isEmpty();
  }

  @Test
  void aConfirmedCopyIsSealedAndItsFilesGo() throws Exception {
    Files.writeString(video(), "made");
    Copy confirmed =
        CopyFixture.copy(
            Copy.State.CONFIRMED, sha256(VIDEO), null, true, 2, CopyFixture.made(sha256("made")));
    sealing.failure = new IOException("the log has no such order");
    work(confirmed);
    assertThat(video()).as("is needed for the next try").exists();
    assertThat(table.nextAt).isEqualTo(NOW.plusSeconds(20));
    sealing.failure = null;
    work(confirmed);
    assertThat(sealing.sealed).containsExactly(CopyFixture.COPY);
    assertThat(root.resolve("evidence/copies/" + CopyFixture.COPY)).doesNotExist();
  }

  @Test
  void nothingIsErasedWhileACopyIsMade() throws Exception {
    AtomicReference<@Nullable Boolean> erased = new AtomicReference<>();
    tool.meanwhile(() -> {
      Thread other = Thread.ofVirtual().start(() -> erased.set(erase()));
      try {
        other.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    work(ordered(CopyFixture.covering(), false, 0));
    assertThat(erased.get()).isFalse();
    assertThat(video()).exists();
    Path sealed = folder.packageFile(FakeExtractions.CODE + "-C1");
    Files.writeString(sealed, "a package");
    assertThat(erase()).isTrue();
    assertThat(erase()).as("may be repeated").isTrue();
    assertThat(sealed).doesNotExist();
    assertThat(root.resolve("evidence/copies/" + CopyFixture.COPY)).doesNotExist();
  }

  private boolean erase() {
    try {
      return worker.erase(List.of(ordered(null, true, 0)), FakeExtractions.CODE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatAKilledServerLeftIsErasedAndPackagesStay() throws Exception {
    Path left = folder.file(new UUID(10, 9), "part");
    Files.writeString(left, "half");
    Path sealed = folder.packageFile("EXT-2026-0002-C1");
    Files.writeString(sealed, "a package");
    Files.writeString(video(), "made");
    worker.round();
    assertThat(left).doesNotExist();
    assertThat(sealed).exists();
    assertThat(video()).exists();
  }

  @Test
  void itLooksAgainWhenTheNextIsDue() throws Exception {
    assertThat(worker.round()).isEqualTo(Duration.ofMinutes(1));
    table.nextDue = NOW.plusSeconds(7);
    assertThat(worker.round()).isEqualTo(Duration.ofSeconds(7));
    running = false;
    work(ordered(null, true, 0));
    assertThat(table.made).as("the server stops").isNull();
  }
}
