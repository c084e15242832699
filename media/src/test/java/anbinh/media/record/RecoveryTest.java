package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Bytes;
import anbinh.media.mp4.FragmentHeader;
import anbinh.media.mp4.TestClip;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.EndCause;
import anbinh.media.record.log.Recovered;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
  private static final Instant BORN = Instant.parse("2026-11-25T00:00:00Z");

  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();

  @Test
  void givesBackFromTheFilesAloneExactlyWhatWasToldToTheLog() {
    StorageRoot root = record(4);
    List<Recovered> found = Recovery.scan(root, file -> false);
    assertThat(found)
        .allSatisfy(one -> {
          assertThat(one).isInstanceOf(Recovered.Kept.class);
          assertThat(((Recovered.Kept) one).cutBytes()).isZero();
        });
    assertThat(segments(found)).containsExactlyInAnyOrderElementsOf(log.closed());
    assertThat(segments(Recovery.scan(root, file -> false))).isEqualTo(segments(found));
  }

  @Test
  void looksOnlyAtFilesThatTheLogDoesNotHave() {
    StorageRoot root = record(4);
    Set<String> known =
        log.closed().stream().skip(2).map(ClosedSegment::file).collect(Collectors.toSet());
    assertThat(Recovery.scan(root, known::contains))
        .extracting(Recovered::file)
        .containsExactlyInAnyOrderElementsOf(
            log.closed().stream().limit(2).map(ClosedSegment::file).toList());
    assertThat(Recovery.scan(root, file -> true)).isEmpty();
  }

  @Test
  void cutsATornTailAndClosesTheFileForGood() throws Exception {
    StorageRoot root = record(2);
    ClosedSegment whole = log.closed().getFirst();
    Path file = folder.resolve(whole.file());
    Random random = new Random(9);
    byte[] original = Files.readAllBytes(file);
    for (int i = 0; i < 25; i++) {
      int head = whole.index().headBytes();
      int length = head + 1 + random.nextInt((int) whole.index().endBytes() - head);
      Files.write(file, java.util.Arrays.copyOf(original, length));
      int frames = 0;
      while (frames < whole.frames()
          && whole.index().offsetBytes(frames) + whole.index().sizeBytes(frames) <= length) {
        frames++;
      }
      Recovered found = Recovery.scan(root, name -> !name.equals(whole.file())).getFirst();
      if (frames == 0) {
        assertThat(found).isEqualTo(new Recovered.Removed(whole.file(), length));
        assertThat(file).doesNotExist();
        continue;
      }
      Recovered.Kept kept = (Recovered.Kept) found;
      assertThat(kept.segment().frames()).isEqualTo(frames);
      assertThat(kept.cutBytes()).isEqualTo(length - kept.segment().index().endBytes());
      assertThat(kept.segment().ended()).isEqualTo(EndCause.RECOVERED);
      assertThat(kept.segment().sha256())
          .isEqualTo(
              Bytes.copyOf(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
      Recovered again = Recovery.scan(root, name -> !name.equals(whole.file())).getFirst();
      assertThat(((Recovered.Kept) again).segment()).isEqualTo(kept.segment());
      assertThat(((Recovered.Kept) again).cutBytes()).isZero();
    }
  }

  @Test
  void recoversRealVideoThatPlays() throws Exception {
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    TestClip clip = TestClip.h264WithBFrames().withParameterSetsInBand();
    try (Recorder recorder = start(root)) {
      RecordingTrack track = recorder.open("gate-1", Optional.empty());
      track.onFormat(clip.format());
      clip.units().forEach(track::onAccessUnit);
    }
    Path file = folder.resolve(log.closed().getFirst().file());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 1500);
    }
    List<ClosedSegment> recovered =
        segments(Recovery.scan(root, name -> !name.equals(log.closed().getFirst().file())));
    assertThat(recovered)
        .singleElement()
        .satisfies(segment -> assertThat(segment.format()).isEqualTo(clip.format()));
    TestClip.run("ffmpeg", "-v", "error", "-xerror", "-i", file.toString(), "-f", "null", "-");
  }

  @Test
  void leavesWhatIsNotItsOwn() throws IOException {
    StorageRoot root = record(2);
    Path first = folder.resolve(log.closed().getFirst().file());
    Path strange = first.resolveSibling(BORN.toEpochMilli() + "-0123abcd.mp4");
    Files.writeString(strange, "these bytes are no video ".repeat(100));
    Path moved =
        Files.createDirectories(folder.resolve("other/20261125"))
            .resolve(folder.resolve(log.closed().getFirst().file()).getFileName());
    Files.copy(folder.resolve(log.closed().getFirst().file()), moved);
    Files.writeString(first.resolveSibling("notes.txt"), "hello");
    Path renamed = first.resolveSibling("holiday.mp4");
    Files.copy(first, renamed);

    List<Recovered> found =
        Recovery.scan(
            root, name -> log.closed().stream().anyMatch(known -> known.file().equals(name)));

    assertThat(found)
        .hasSize(3)
        .allSatisfy(one -> assertThat(one).isInstanceOf(Recovered.Unreadable.class));
    assertThat(found.toString())
        .contains("ftyp")
        .contains("of camera gate-1")
        .contains("holiday.mp4");
    assertThat(renamed).exists();
    assertThat(strange).exists();
    assertThat(moved).exists();
  }

  @Test
  void removesFilesThatHoldNoPicture() throws IOException {
    StorageRoot root = record(2);
    ClosedSegment first = log.closed().getFirst();
    Path empty = folder.resolve(first.file()).resolveSibling(BORN.toEpochMilli() + "-00000001.mp4");
    Files.createFile(empty);
    Path headOnly =
        folder.resolve(first.file()).resolveSibling(BORN.toEpochMilli() + "-00000002.mp4");
    byte[] head = new byte[first.index().headBytes() + FragmentHeader.BYTES];
    try (var in = Files.newInputStream(folder.resolve(first.file()))) {
      assertThat(in.readNBytes(head, 0, head.length)).isEqualTo(head.length);
    }
    Files.write(headOnly, head);

    List<Recovered> found = Recovery.scan(root, name -> !name.contains("-0000000"));

    assertThat(found)
        .hasSize(2)
        .allSatisfy(one -> assertThat(one).isInstanceOf(Recovered.Removed.class));
    assertThat(empty).doesNotExist();
    assertThat(headOnly).doesNotExist();
  }

  @Test
  void refusesARootWhoseMarkerIsGone() throws IOException {
    StorageRoot root = record(2);
    Files.delete(folder.resolve(StorageRoot.MARKER));
    assertThatThrownBy(() -> Recovery.scan(root, file -> false))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("not mounted");
  }

  private StorageRoot record(int segments) {
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    try (Recorder recorder = start(root)) {
      SyntheticCamera camera =
          new SyntheticCamera(1, recorder.open("gate-1", Optional.empty()), BORN)
              .jitter(Duration.ofMillis(30));
      camera.connect();
      for (int i = 0; i < segments; i++) {
        camera.sendFor(Duration.ofSeconds(4));
        camera.report(Duration.ofMillis(-1250));
      }
    }
    assertThat(log.closed()).hasSizeGreaterThanOrEqualTo(segments);
    return root;
  }

  private Recorder start(StorageRoot root) {
    return Recorder.start(
        root,
        RecorderOptions.DEFAULT.withRotateAfter(Duration.ofSeconds(4)),
        log,
        InstantSource.system(),
        System::nanoTime);
  }

  private static List<ClosedSegment> segments(List<Recovered> found) {
    return found.stream().map(one -> ((Recovered.Kept) one).segment()).toList();
  }
}
