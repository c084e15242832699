package anbinh.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Test videos made by ffmpeg, so that a benchmark needs no file of its own.
final class TestVideos {
  private TestVideos() {}

  /// 1080p at 15 pictures a second and about 2 Mbit/s, a key picture every two seconds.
  static Path make(Path folder, int seconds) throws IOException, InterruptedException {
    return make(folder, seconds, 2_000);
  }

  /// The same at another rate.
  static Path make(Path folder, int seconds, int kilobits)
      throws IOException, InterruptedException {
    String rate = kilobits + "k";
    Path video = folder.resolve("video.mp4");
    Programs.run(
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=1920x1080:rate=15,noise=alls=12:allf=t",
            "-t",
            String.valueOf(seconds),
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-bf",
            "0",
            "-g",
            "30",
            "-b:v",
            rate,
            "-maxrate",
            rate,
            "-bufsize",
            rate,
            video.toString()));
    return video;
  }

  /// A picture as a camera would show it, without the odd row and column that video cannot have.
  static Path still(Path folder, Path picture) throws IOException, InterruptedException {
    Path video = folder.resolve("still.mp4");
    Programs.run(
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-y",
            "-i",
            picture.toString(),
            "-frames:v",
            "1",
            "-vf",
            "scale=trunc(iw/2)*2:trunc(ih/2)*2:out_range=tv,format=yuv420p",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-crf",
            "18",
            video.toString()));
    return video;
  }
}
