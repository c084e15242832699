package anbinh.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.simulator.Clips;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CleanMp4Test {
  @TempDir Path folder;

  static Stream<TestClip> clips() {
    return FragmentScannerTest.clips();
  }

  @ParameterizedTest
  @MethodSource("clips")
  void holdsTheSamePicturesAndPacketsAsTheVirtualFile(TestClip clip) throws Exception {
    Recording recording = Recording.of(folder, clip, 1, List.of(3), 0);
    Random random = new Random(21);
    List<Path> cleanFiles = new ArrayList<>();
    List<Path> virtualFiles = new ArrayList<>();
    List<Integer> frames = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Instant from = TestClip.EPOCH.plusMillis(random.nextInt(9000));
      Instant to = from.plusMillis(500 + random.nextInt(8000));
      CleanMp4 clean = CleanMp4.of(recording.segments(), from, to).orElseThrow();
      VirtualMp4 cut = VirtualMp4.of(recording.segments(), from, to).orElseThrow();
      Path cleanFile = folder.resolve("clean-" + i + ".mp4");
      Path virtualFile = folder.resolve("virtual-" + i + ".mp4");
      Files.write(cleanFile, write(clean));
      try (FileChannel out =
          FileChannel.open(
              virtualFile,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        cut.read(0, cut.sizeBytes(), out);
      }
      assertThat(clean.frames()).isEqualTo(cut.frames());
      assertThat(clean.hiddenPreroll()).isEqualTo(cut.hiddenPreroll());
      assertThat(clean.hiddenFrames()).isEqualTo(cut.hiddenFrames());
      assertThat(Files.size(cleanFile)).isEqualTo(clean.sizeBytes());
      cleanFiles.add(cleanFile);
      virtualFiles.add(virtualFile);
      frames.add(clean.frames().size());
    }
    List<Path> files = Stream.concat(cleanFiles.stream(), virtualFiles.stream()).toList();
    List<String> packets = VirtualMp4Test.packetHashes(files.toArray(Path[]::new));
    assertThat(packets).hasSize(10);
    assertThat(packets.subList(0, 5)).isEqualTo(packets.subList(5, 10));
    List<List<String>> pictures = Clips.pictureHashes(files);
    List<List<String>> shown = pictures.subList(0, 5);
    assertThat(shown).isEqualTo(pictures.subList(5, 10));
    assertThat(shown).extracting(List::size).isEqualTo(frames);
  }

  @Test
  void isTheSameWheneverItIsWritten() throws IOException {
    Recording recording = Recording.continuous(folder, TestClip.h264WithBFrames(), 2);
    CleanMp4 first =
        CleanMp4.of(recording.segments(), TestClip.EPOCH, TestClip.EPOCH.plusSeconds(9))
            .orElseThrow();
    CleanMp4 second =
        CleanMp4.of(recording.segments().reversed(), TestClip.EPOCH, TestClip.EPOCH.plusSeconds(9))
            .orElseThrow();
    assertThat(write(first)).isEqualTo(write(second));
  }

  @Test
  void takesPicturesShownBeforeTheSegmentTheyAreIn() {
    Recording recording = Recording.continuous(folder, TestClip.h265WithBFrames(), 1);
    RecordedSegment next = recording.segments().get(2);
    Instant from = next.start().minusSeconds(1);
    List<Instant> expected =
        recording.times().stream()
            .filter(time -> !time.isBefore(from) && time.isBefore(next.start()))
            .sorted()
            .toList();
    CleanMp4 clean = CleanMp4.of(recording.segments(), from, next.start()).orElseThrow();
    assertThat(clean.frames()).extracting(FrameTime::at).isEqualTo(expected);
    assertThat(clean.segments()).isEqualTo(recording.segments().subList(1, 3));
  }

  @Test
  void namesNoSegmentThatGaveNoPicture() {
    Recording recording = Recording.continuous(folder, TestClip.h264WithBFrames(), 1);
    Instant to = recording.segments().get(2).start();
    CleanMp4 clean = CleanMp4.of(recording.segments(), to.minusSeconds(1), to).orElseThrow();
    assertThat(clean.segments()).isEqualTo(recording.segments().subList(1, 2));
  }

  @Test
  void keepsRealFootagePacketForPacket() throws Exception {
    for (String name : List.of("parkpow_cars.mp4", "intel_car-detection.mp4")) {
      TestClip clip = TestClip.real(name);
      Recording recording =
          Recording.continuous(Files.createDirectory(folder.resolve(name)), clip, 1);
      CleanMp4 all =
          CleanMp4.of(
                  recording.segments(),
                  TestClip.EPOCH.minusSeconds(1),
                  TestClip.EPOCH.plusSeconds(600))
              .orElseThrow();
      Path file = folder.resolve("clean-" + name);
      Files.write(file, write(all));
      List<String> packets = VirtualMp4Test.packetHashes(file, clip.source());
      assertThat(packets.getFirst()).isEqualTo(packets.getLast());
      List<List<String>> pictures = Clips.pictureHashes(List.of(file, clip.source()), 8);
      assertThat(pictures.getFirst()).hasSizeGreaterThan(80);
      assertThat(pictures.getFirst()).isEqualTo(pictures.getLast());
    }
  }

  @Test
  void saysSoWhenAFileIsShorterThanItsIndex() throws IOException {
    Recording recording = Recording.continuous(folder, TestClip.h264(), 2);
    CleanMp4 cut =
        CleanMp4.of(recording.segments(), TestClip.EPOCH, TestClip.EPOCH.plusSeconds(3))
            .orElseThrow();
    try (FileChannel channel =
        FileChannel.open(recording.segments().getFirst().file(), StandardOpenOption.WRITE)) {
      channel.truncate(5000);
    }
    assertThatThrownBy(() -> write(cut))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("shorter than its index");
  }

  private static byte[] write(CleanMp4 clean) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    clean.write(Channels.newChannel(out));
    return out.toByteArray();
  }
}
