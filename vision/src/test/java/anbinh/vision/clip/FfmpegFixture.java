package anbinh.vision.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Clips for tests, made by ffmpeg.
public final class FfmpegFixture {
  private FfmpegFixture() {}

  public static void run(Object... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
