package anbinh.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "up --film x | 2 | does not know '--film'",
        "up --video | 2 | --video needs a value",
        "up --video missing.mp4 | 1 | there is no file",
        "up --camera | 2 | --camera needs a value",
        "up --camera http://10.0.0.7/ | 2 | --camera needs an address such as rtsp://",
        "up --port | 2 | --port needs a value",
        "up --port http | 2 | 'http' is no port",
        "up --port 65536 | 2 | '65536' is no port",
        "start --port | 2 | --port needs a value",
        "start --anbinh.data=there | 2 | the data folder is given as ANBINH_DATA=there",
        "start --server.port=9000 | 2 | the port is given as --port 9000",
        "start now | 2 | start does not know 'now': settings are given as --NAME=VALUE",
        "start --anbinh.site.name | 2 | start does not know '--anbinh.site.name'",
        "check all | 2 | check does not know 'all'",
        "check | 1 | there is no data folder",
        "try --camra rtsp://127.0.0.1/ | 2 | try knows only --camera",
        "try --camera http://127.0.0.1/ | 2 | --camera needs an address such as rtsp://",
        "bench | 2 | bench knows recording clip kill seal log check coverage cameras province console",
        "bench console --fast | 2 | bench console has no options",
        "test everything | 2 | test does not know 'everything'",
        "fmt all | 2 | fmt does not know 'all'"
      })
  void saysWhatIsWrongInOneLineBeforeItStartsAnything(String command, int exitCode, String message)
      throws Exception {
    Answer answer = run(command.split(" "));

    assertThat(answer.exitCode()).as(answer.text()).isEqualTo(exitCode);
    assertThat(answer.text()).hasLineCount(1).startsWith("anbinh: ").contains(message);
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up", "start", "check", "try", "verify", "judge", "witness", "bench", "test", "fmt", "help"
      })
  void showsTheHelpAfterEachCommand(String command) throws Exception {
    Answer answer = run(command, "--help");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.text()).contains("./anbinh " + command);
  }

  @Test
  void saysWhoHasThePortAndWhatToDo() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Answer answer = run("up", "--port", Integer.toString(taken.getLocalPort()));

      assertThat(answer.exitCode()).as(answer.text()).isEqualTo(1);
      assertThat(answer.text())
          .hasLineCount(1)
          .contains("port " + taken.getLocalPort() + " is taken by process ")
          .contains("process " + ProcessHandle.current().pid() + ":")
          .contains("--port");
    }
  }

  @Test
  void saysThatTheDataFolderCannotBeWritten() throws Exception {
    Answer answer = run(Map.of("ANBINH_DATA", "/proc/data"), "start", "--port", "0");

    assertThat(answer.exitCode()).as(answer.text()).isEqualTo(1);
    assertThat(answer.text())
        .hasLineCount(1)
        .contains("cannot write to the data folder /proc/data")
        .contains("ANBINH_DATA");
  }

  @Test
  void speaksItsLettersAndFindsFilesInALocaleWithoutThem() throws Exception {
    Path odd = Files.createDirectory(folder.resolve("phường An Bình"));
    Files.writeString(odd.resolve("gói.zip"), "no package");

    Answer answer = run(Map.of("LC_ALL", "C"), "verify", "phường An Bình/gói.zip");

    assertThat(answer.exitCode()).as(answer.text()).isEqualTo(2);
    assertThat(answer.text()).contains("gói.zip");
  }

  @Test
  void worksThroughALinkFromAnotherFolder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), TryCommand.SCRIPT);
    Files.writeString(folder.resolve("EXT-1.zip"), "no package");

    Answer answer = run(link, Map.of(), "verify", "EXT-1.zip");

    assertThat(answer.exitCode()).as(answer.text()).isEqualTo(2);
  }

  @Test
  void upSaysWhyAVideoCannotBePlayed() throws Exception {
    Files.writeString(folder.resolve("notes.mp4"), "no video");

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

  @Test
  void judgeFindsAPackageAndAKeyWhereItsCallerIsAndSaysWhatIsWrongWithThem() throws Exception {
    Files.writeString(folder.resolve("EXT-1.zip"), "no package");
    Files.writeString(folder.resolve("key"), "office.example/log+530d903a+AaUXSQFJ\n");

    assertThat(run("judge", "EXT-2.zip", "key").exitCode()).as("cannot be read").isEqualTo(74);
    assertThat(run("judge", "EXT-1.zip").exitCode()).as("no key").isEqualTo(64);
    assertThat(run("judge", "EXT-1.zip", "EXT-1.zip").exitCode()).as("no key").isEqualTo(64);
    Answer refused = run("judge", "EXT-1.zip", "key");
    assertThat(refused.exitCode()).as(refused.text()).isEqualTo(1);
    assertThat(refused.text()).startsWith("refused        unzip");
  }

  private Answer run(String... arguments) throws IOException, InterruptedException {
    return run(Map.of(), arguments);
  }

  private Answer run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return run(TryCommand.SCRIPT, environment, arguments);
  }

  private Answer run(Path script, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(TryCommand.ENVIRONMENT);
    builder.environment().put("ANBINH_DATA", "data");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Answer(process.waitFor(), text);
  }
}
