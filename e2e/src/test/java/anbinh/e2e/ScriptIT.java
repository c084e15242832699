package anbinh.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `./anbinh` says to wrong usage, and that it takes paths as its caller means them. Run in a
/// folder of the test.
class ScriptIT {
  @TempDir private Path folder;

  private record Answer(int exitCode, String text) {}

  @Test
  void showsTheHelpAfterAnUnknownCommand() throws Exception {
    Answer answer = run("frobnicate");

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.text()).contains("does not know 'frobnicate'").contains("./anbinh up");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--film x | does not know '--film'",
        "--video | --video needs a value",
        "--video missing.mp4 | there is no file",
        "--camera | --camera needs a value",
        "--camera http://10.0.0.7/ | --camera needs an address such as rtsp://",
        "--port | --port needs a value",
        "--port http | 'http' is no port",
        "--port 65536 | '65536' is no port"
      })
  void upSaysWhichOptionIsWrongBeforeItStartsAnything(String options, String message)
      throws Exception {
    Answer answer = run(("up " + options).split(" "));

    assertThat(answer.exitCode()).as(answer.text()).isEqualTo(1);
    assertThat(answer.text()).hasLineCount(1).startsWith("anbinh: ").contains(message);
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void upSaysWhyAFilmCannotBePlayed() throws Exception {
    Files.writeString(folder.resolve("notes.mp4"), "no film");

    Answer answer = run("up", "--port", "0", "--video", "notes.mp4");

    assertThat(answer.exitCode()).as(answer.text()).isEqualTo(1);
    assertThat(answer.text())
        .contains("notes.mp4 cannot be played: it is no MP4 file")
        .contains("ffmpeg -i notes.mp4")
        .doesNotContain("\tat ");
  }

  @Test
  void upSaysThatTheCameraAddressIsNotUnderstood() throws Exception {
    Answer answer = run("up", "--port", "0", "--camera", "rtsp://viewer:let#me@10.0.0.7/stream");

    assertThat(answer.exitCode()).as(answer.text()).isEqualTo(1);
    assertThat(answer.text())
        .contains("the camera's address is not understood")
        .contains("%23 for #")
        .doesNotContain("let#me")
        .doesNotContain("ready after")
        .doesNotContain("\tat ");
  }

  @Test
  void verifyFindsAPackageWhereItsCallerIs() throws Exception {
    Files.writeString(folder.resolve("EXT-1.zip"), "no package");

    assertThat(run("verify", "EXT-1.zip").exitCode()).as("malformed").isEqualTo(2);
    assertThat(run("verify", "EXT-2.zip").exitCode()).as("cannot be read").isEqualTo(74);
  }

  private Answer run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Trial.SCRIPT.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(Trial.ENVIRONMENT);
    builder.environment().put("ANBINH_DATA", "data");
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Answer(process.waitFor(), text);
  }
}
