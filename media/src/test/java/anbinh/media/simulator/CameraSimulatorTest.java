package anbinh.media.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The simulator as other clients see it; what our own receiver sees is tested with that.
class CameraSimulatorTest {

  @TempDir private Path folder;
  private final VideoSource source = SyntheticVideo.h264(30, 10, 30);
  private CameraSimulator simulator;

  @BeforeEach
  void start() throws IOException {
    simulator = new CameraSimulator();
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void isUnderstoodByFfmpeg() throws Exception {
    SimulatedCamera camera =
        simulator.add("h264", VideoSource.ofMp4(Clips.h264WithBFrames(folder, 2, 25)));
    Path received = folder.resolve("received.mp4");

    Clips.ffmpeg(
        "-rtsp_transport",
        "tcp",
        "-i",
        camera.uri(),
        "-frames:v",
        "20",
        "-c",
        "copy",
        received.toString());

    VideoSource read = VideoSource.ofMp4(received);
    assertThat(read.format().width()).isEqualTo(640);
    assertThat(read.pictures()).hasSize(20);
  }

  @Test
  void playsH265ToFfmpeg() throws Exception {
    SimulatedCamera camera = simulator.add("h265", VideoSource.ofMp4(Clips.h265(folder, 2, 25)));

    String frames =
        Clips.ffmpeg(
            "-rtsp_transport", "tcp", "-i", camera.uri(), "-frames:v", "10", "-f", "framemd5", "-");

    assertThat(frames.lines().filter(line -> !line.startsWith("#"))).hasSize(10);
  }

  @Test
  void answersInTheManualsWords() throws Exception {
    simulator.add("one", source);
    try (Client client = new Client(simulator.port())) {
      assertThat(client.ask("OPTIONS", "rtsp://127.0.0.1/one"))
          .startsWith("RTSP/1.0 200 OK", "CSeq: 1")
          .anyMatch(line -> line.startsWith("Public: "));
      assertThat(client.ask("DESCRIBE", "rtsp://127.0.0.1/none"))
          .startsWith("RTSP/1.0 404 Not Found");
      assertThat(client.ask("SETUP", "rtsp://127.0.0.1/one/trackID=1"))
          .as("without a transport it has")
          .startsWith("RTSP/1.0 461 Unsupported Transport");
      assertThat(client.ask("PAUSE", "rtsp://127.0.0.1/one"))
          .startsWith("RTSP/1.0 501 Not Implemented");
      assertThat(client.ask("TEARDOWN", "rtsp://127.0.0.1/one")).startsWith("RTSP/1.0 200 OK");
    }
  }

  @Test
  void hangsUpOnWhoDoesNotSpeakRtsp() throws Exception {
    try (Client client = new Client(simulator.port())) {
      client.say("GET / HTTP/1.1\r\n\r\n");

      assertThat(client.reader.readLine()).isNull();
    }
  }

  @Test
  void refusesNamesThatAreNoPathAndNamesTaken() {
    simulator.add("one", source);

    assertThatThrownBy(() -> simulator.add("one", source))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is a camera named \"one\" already");
    assertThatThrownBy(() -> simulator.add("a/b", source))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesSourcesThatCannotBePlayed() {
    assertThatThrownBy(() -> new VideoSource(source.format(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VideoSource(source.format(), source.pictures().subList(1, 5)))
        .isInstanceOf(IllegalArgumentException.class);
    Picture first = source.pictures().getFirst();
    assertThatThrownBy(() -> new Picture(first.nalUnits(), 0, 0, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void startsCamerasAtDifferentKeyPictures() {
    assertThat(simulator.add("a", source, 0).firstPicture()).isZero();
    assertThat(simulator.add("b", source, 1).firstPicture()).isEqualTo(10);
    assertThat(simulator.add("c", source, 2).firstPicture()).isEqualTo(20);
    assertThat(simulator.add("d", source, 3).firstPicture()).isZero();
  }

  @Test
  void freesItsPort() throws Exception {
    int port = simulator.port();
    simulator.close();

    try (CameraSimulator next = new CameraSimulator(port)) {
      assertThat(next.port()).isEqualTo(port);
    }
  }

  @Test
  void runsAsAProcess() throws Exception {
    Path clip = Clips.h264(folder, 1, 25);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target", "classes").toString(),
                SimulatorMain.class.getName(),
                "--cameras",
                "3",
                "--video",
                clip.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      assertThat(line).startsWith("port ");
      try (Client client = new Client(Integer.parseInt(line.substring(5)))) {
        assertThat(client.ask("DESCRIBE", "rtsp://127.0.0.1/camera-003"))
            .startsWith("RTSP/1.0 200 OK");
        assertThat(client.ask("DESCRIBE", "rtsp://127.0.0.1/camera-004"))
            .startsWith("RTSP/1.0 404 Not Found");
      }
      process.getOutputStream().close();
      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroy();
    }
  }

  @Test
  void saysWhatIsWrongWithItsArguments() {
    assertThatThrownBy(() -> SimulatorMain.main(new String[] {"--volume", "11"}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown option --volume");
    assertThatThrownBy(() -> SimulatorMain.main(new String[] {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--video");
  }

  private static final class Client implements AutoCloseable {
    final Socket socket;
    final BufferedReader reader;
    int sequence;

    Client(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(10_000);
      reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /// The lines of the head of the answer; the body is left out.
    List<String> ask(String method, String uri) throws IOException {
      say(method + " " + uri + " RTSP/1.0\r\nCSeq: " + ++sequence + "\r\n\r\n");
      List<String> head = new ArrayList<>();
      int body = 0;
      for (String line = reader.readLine(); line != null && !line.isEmpty(); ) {
        head.add(line);
        if (line.startsWith("Content-Length: ")) {
          body = Integer.parseInt(line.substring(16));
        }
        line = reader.readLine();
      }
      assertThat(reader.skip(body)).isEqualTo(body);
      return head;
    }

    void say(String text) throws IOException {
      OutputStream output = socket.getOutputStream();
      output.write(text.getBytes(StandardCharsets.UTF_8));
      output.flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
