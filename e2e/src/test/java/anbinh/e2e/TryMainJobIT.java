package anbinh.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.media.ingest.GstCamera;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./anbinh try`, with the simulated camera and against GStreamer's RTSP server.
class TryMainJobIT {
  @TempDir private Path folder;

  /// Whatever the umask is, others may read nothing.
  @Test
  void holdsWithTheSimulatedCamera() throws Exception {
    try (TryCommand trial = TryCommand.start("000", folder)) {
      assertThat(trial.exitCode()).as(trial.output()).isZero();
      assertThat(trial.output())
          .contains("simulated camera added")
          .contains("the requester cannot approve it: 403")
          .contains("our verifier: intact")
          .contains("one byte of the clip altered: caught by both")
          .contains("all its owner's alone")
          .contains("approval forged by four SQL statements: the collector takes nothing")
          .contains("the log has no decision")
          .contains("./anbinh check names it")
          .contains("the minute of another package put into this one: our verifier refuses it")
          .contains("over something else")
          .contains("the proof of a recorded segment taken out: incomplete, not intact")
          .contains("The main job held and three attacks were refused");
      trial.assertNothingIsLeft();
    }
  }

  /// What is made of its footage then is as with any other, and `RealFootageIT` makes it.
  @Test
  void recordsARealCamera() throws Exception {
    String data = System.getenv("ANBINH_TEST_DATA");
    assumeTrue(data != null, "needs real footage in the folder ANBINH_TEST_DATA");
    Path clip = Path.of(data, "video", "intel_one-by-one-person-detection.mp4");

    try (GstCamera gst = GstCamera.start("h264", clip, "--auth", "md5", "viewer", "secret");
        TryCommand trial = TryCommand.start(folder, "--camera", withCredentials(gst, "secret"))) {
      trial.awaitOutput("the camera answers: H264, 768 × 432");
      trial.awaitOutput("recorded 20 s");

      trial.stop();

      assertThat(trial.exitCode()).as(trial.output()).isNotZero();
      trial.assertNothingIsLeft();
    }
  }

  @Test
  void saysThatTheCameraRefusesThePassword() throws Exception {
    Path anyFile = Path.of("pom.xml").toAbsolutePath();

    try (GstCamera gst = GstCamera.start("h264", anyFile, "--auth", "md5", "viewer", "secret")) {
      assertFails("The camera rejects the username or password", withCredentials(gst, "letmein"));
    }
  }

  @Test
  void leavesNothingBehindWhenItIsStopped() throws Exception {
    try (TryCommand trial = TryCommand.start(folder)) {
      trial.awaitOutput("first picture recorded");
      assertThat(trial.processes())
          .anyMatch(process -> process.contains("TryMainJob"))
          .anyMatch(process -> process.contains("anbinh.jar"))
          .anyMatch(process -> process.contains("SceneCameras"))
          .anyMatch(process -> process.contains("postgres"));
      assertThat(trial.files()).isNotEmpty();

      trial.stop();

      assertThat(trial.exitCode()).as(trial.output()).isNotZero();
      trial.assertNothingIsLeft();
    }
  }

  @Test
  void leavesNothingBehindWhenItIsKilled() throws Exception {
    try (TryCommand trial = TryCommand.start(folder)) {
      trial.awaitOutput("server started on a temporary folder");

      trial.kill();

      trial.awaitNothingIsLeft();
    }
  }

  private void assertFails(String advice, String camera) throws Exception {
    try (TryCommand trial = TryCommand.start(folder, "--camera", camera)) {
      assertThat(trial.exitCode()).as(trial.output()).isEqualTo(1);
      assertThat(trial.output())
          .contains("FAILED: the camera cannot be recorded")
          .contains(advice)
          .doesNotContain("letmein")
          .doesNotContain("\tat ");
      trial.assertNothingIsLeft();
    }
  }

  private static String withCredentials(GstCamera gst, String password) {
    return gst.uri().replace("rtsp://", "rtsp://viewer:" + password + "@");
  }
}
