package anbinh.evidence.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.RecordedLog;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.FakeExtractions;
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
/// makes real films.
class CopyWorkerTest {
  private static final Instant NOW = RequestFixture.NOW;
  private static final String FILM = "the film of the package";

  @TempDir Path root;

  private final Table table = new Table();
  private final Films films = new Films();
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

  /// The films of one package.
  private static final class Films extends PackagedVideos {
    private String content = FILM;
    private boolean gone;

    @SuppressWarnings("NullAway") // there is no table
    Films() {
      super(null, null, null);
    }

    @Override
    Extraction extraction(UUID request) {
      return new FakeExtractions().add(request, null);
    }

    @Override
    boolean deleted(UUID request) {
      return gone;
    }

    @Override
    Extraction.File master(Extraction extraction, String name) {
      return new Extraction.File(name, content.length(), sha256(FILM));
    }

    @Override
    InputStream open(UUID request, Extraction.File film) {
      return new ByteArrayInputStream(content.getBytes(UTF_8));
    }
  }

  private static final class Sealing extends CopySealing {
    private final List<UUID> sealed = new ArrayList<>();
    private @Nullable IOException failure;

    @SuppressWarnings("NullAway") // nothing is sealed
    Sealing() {
      super(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null);
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
            films,
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
        Copy.State.ORDERED, sha256(FILM), covering, keepsSound, attempts, null);
  }

  private void work(Copy copy) throws InterruptedException {
    table.due.clear();
    table.due.add(copy);
    worker.round();
  }

  private Copy.Made made() {
    return Objects.requireNonNull(table.made);
  }

  private Path film() throws IOException {
    return folder.film(CopyFixture.COPY);
  }

  @Test
  void aCourtCopyThatPlaysIsTheFilmBitForBit() throws Exception {
    work(ordered(null, true, 0));
    assertThat(made().method()).isEqualTo(Copy.Method.BIT_FOR_BIT);
    assertThat(made().sha256()).isEqualTo(sha256(FILM));
    assertThat(made().command()).isEqualTo("cp master copy.mp4");
    assertThat(film()).hasContent(FILM);
    assertThat(folder.file(CopyFixture.COPY, "master")).doesNotExist();
    assertThat(tool.jobs()).isEmpty();
    assertThat(log.codes()).containsExactly("copy.made");
    assertThat(log.last().facts())
        .containsEntry("sha256", sha256(FILM))
        .containsEntry("bytes", (long) FILM.length());
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
  void aRedactedCopyIsNeverTheFilmItself() throws Exception {
    work(ordered(CopyFixture.covering(), true, 0));
    assertThat(made().method()).isEqualTo(Copy.Method.ENCODED);
    assertThat(film()).hasContent("made");
    assertThat(folder.file(CopyFixture.COPY, "master")).doesNotExist();
    String boxes = Objects.requireNonNull(made().boxes());
    assertThat(boxes).contains("drawbox@b0");
    assertThat(folder.file(CopyFixture.COPY, Redaction.BOXES)).hasContent(boxes);
    assertThat(made().command()).contains(Redaction.BOXES).doesNotContain(root.toString());
    assertThat(table.percents).containsExactly(50);
  }

  @Test
  void whatIsNotTheSealedFilmAnyMoreIsNotCopied() throws Exception {
    films.content = FILM + " forged";
    work(ordered(null, true, 0));
    assertThat(table.made).isNull();
    assertThat(log.events()).isEmpty();
    assertThat(film()).doesNotExist();
    assertThat(table.nextAt).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void aFilmThatCannotBeMadeIsGivenUpAndSaysWhy() throws Exception {
    for (Cause why : List.of(Cause.UNREADABLE, Cause.TOO_LONG, Cause.TOO_LARGE)) {
      tool.fail(why);
      work(ordered(CopyFixture.covering(), false, 0));
      assertThat(table.why).isEqualTo(why);
      assertThat(log.last().type()).isEqualTo(CopyEvent.FAILED);
      assertThat(log.last().facts()).containsEntry("why", why);
      assertThat(film()).as("half of it is no film").doesNotExist();
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
    assertThat(film()).as("anew").hasContent("made");
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
    films.gone = true;
    work(ordered(null, true, 0));
    work(CopyFixture.copy(
        Copy.State.CONFIRMED, sha256(FILM), null, true, 0, CopyFixture.made(sha256(FILM))));
    assertThat(table.made).isNull();
    assertThat(sealing.sealed).isEmpty();
  }

  @Test
  void aConfirmedCopyIsSealedAndItsFilesGo() throws Exception {
    Files.writeString(film(), "made");
    Copy confirmed =
        CopyFixture.copy(
            Copy.State.CONFIRMED, sha256(FILM), null, true, 2, CopyFixture.made(sha256("made")));
    sealing.failure = new IOException("the log has no such order");
    work(confirmed);
    assertThat(film()).as("is needed for the next try").exists();
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
    assertThat(film()).exists();
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
    Files.writeString(film(), "made");
    worker.round();
    assertThat(left).doesNotExist();
    assertThat(sealed).exists();
    assertThat(film()).exists();
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
