package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// GStreamer's RTSP server in a process of its own, playing one file to each client from its
/// beginning. Tests that need it are skipped where it is absent.
public final class GstCamera implements AutoCloseable {
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  private final Process process;
  private final int port;

  private GstCamera(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// @param codec `h264` or `h265`
  /// @param options of `gst-camera.py`
  public static GstCamera start(String codec, Path file, String... options) throws Exception {
    assumeTrue(
        isInstalled(),
        "needs GStreamer: apt-get install python3-gi gir1.2-gst-rtsp-server-1.0"
            + " gstreamer1.0-plugins-good gstreamer1.0-plugins-bad");
    Path script = Files.createTempFile("gst-camera", ".py");
    try (InputStream resource = GstCamera.class.getResourceAsStream("gst-camera.py")) {
      assertThat(resource).isNotNull();
      Files.write(script, resource.readAllBytes());
    }
    List<String> command =
        new ArrayList<>(List.of(PYTHON.toString(), script.toString(), codec, file.toString()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    Files.delete(script);
    assertThat(line).as("what the server prints").startsWith("port ");
    return new GstCamera(process, Integer.parseInt(line.substring(5)));
  }

  public String uri() {
    return "rtsp://127.0.0.1:" + port + "/camera";
  }

  public CameraAddress address(String user, String password) {
    return CameraAddress.of(uri(), user, password);
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static boolean isInstalled() throws IOException, InterruptedException {
    if (!Files.isExecutable(PYTHON)) {
      return false;
    }
    Process check =
        new ProcessBuilder(
                PYTHON.toString(),
                "-c",
                "import gi; gi.require_version('GstRtspServer', '1.0');"
                    + " from gi.repository import GstRtspServer")
            .redirectErrorStream(true)
            .start();
    check.getInputStream().readAllBytes();
    return check.waitFor() == 0;
  }
}
