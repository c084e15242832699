package anbinh.vision.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.vision.clip.FfmpegFixture;
import anbinh.vision.clip.Scene;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(Object... arguments) throws IOException {
    List<String> texts = Stream.of(arguments).map(Object::toString).toList();
    return ReadCommand.run(
        texts,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void readsPlatesOfOneRowAndOfTwo() throws IOException {
    Path file =
        new Scene()
            .plate(60, 120, "36A-123.45")
            .plate(400, 200, "36-B1", "678.92")
            .write(folder.resolve("street.png"));
    assertThat(run(file)).isZero();
    assertThat(lines()).hasSize(2).allMatch(line -> line.matches(".*street\\.png\t.*\t0\\.\\d{3}"));
    assertThat(lines())
        .extracting(line -> line.split("\t")[1])
        .containsExactlyInAnyOrder("36A12345", "36B167892");
  }

  @Test
  void saysWhereThereIsNone() throws IOException {
    Path file = new Scene().write(folder.resolve("empty.png"));
    assertThat(run(file)).isZero();
    assertThat(lines()).containsExactly(file + "\t-\t0");
  }

  @Test
  void readsTheOthersWhereOneCannotBeRead() throws IOException {
    Files.writeString(folder.resolve("a.jpg"), "no picture");
    new Scene().plate(60, 120, "30V-465.97").write(folder.resolve("b.png"));
    Files.createFile(folder.resolve("c.mp4"));
    Files.writeString(folder.resolve("notes.txt"), "not looked at");
    assertThat(run(folder)).isEqualTo(1);
    assertThat(lines()).hasSize(1).first().asString().contains("b.png\t30V46597\t");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("a.jpg is no picture that can be read")
        .contains("c.mp4 is no video that can be read")
        .doesNotContain("notes.txt");
  }

  @Test
  void readsAPlateThatPassesInAClipOnce() throws Exception {
    Path clip =
        new Scene()
            .plate(60, 120, "36A-123.45")
            .clip(folder.resolve("clip.mp4"), 2, "scroll=horizontal=-0.02");
    assertThat(run(clip)).isZero();
    assertThat(lines()).hasSize(1).first().asString().contains("clip.mp4\t36A12345\t");
  }

  /// The first seconds of real footage.
  @Test
  void readsThePlateOfACarInATollLane() throws Exception {
    String data = System.getenv("ANBINH_TEST_DATA");
    assumeTrue(data != null, "needs real footage in the folder ANBINH_TEST_DATA");
    Path clip = folder.resolve("lane.mp4");
    Path whole = Path.of(data, "video", "parkpow_cars.mp4");
    FfmpegFixture.run("-t", 2, "-i", whole, "-c", "copy", clip);
    assertThat(run(clip)).isZero();
    assertThat(lines()).singleElement().asString().contains("lane.mp4\t34A36837\t");
  }

  @Test
  void saysWhatIsWrongWithItsArguments() throws IOException {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--models", folder)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("plates read needs files or folders");
  }

  @Test
  void saysWhatIsWrongWithModelsOfOnesOwn() throws IOException {
    Path file = new Scene().write(folder.resolve("empty.png"));
    Files.writeString(folder.resolve("reader.properties"), "name = mine\n");
    assertThat(run("--models", folder, file)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("reader.properties lacks version");
  }
}
