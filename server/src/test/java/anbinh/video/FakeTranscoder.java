package anbinh.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/// Makes videos of a few letters, or fails; TranscoderTest makes real ones.
public final class FakeTranscoder extends Transcoder {
  public static final TranscodingSettings SETTINGS =
      new TranscodingSettings(Duration.ofHours(2), DataSize.ofGigabytes(2), Duration.ofSeconds(5));

  private final List<TranscodingJob> jobs = new ArrayList<>();
  private SourceVideo video = video("h264", "aac");
  private TranscodingFailure.@Nullable Cause failure;
  private Runnable meanwhile = () -> {};

  public FakeTranscoder() {
    super(SETTINGS);
  }

  public static SourceVideo video(String codec, @Nullable String sound) {
    return new SourceVideo(
        "mov,mp4", codec, "yuv420p", 1280, 720, 0, sound, List.of(0L, 500_000L, 1_000_000L));
  }

  /// What is in every file from now on.
  public void holds(SourceVideo next) {
    video = next;
  }

  /// Fails from now on, once half of the video is written; null: no more.
  public void fail(TranscodingFailure.@Nullable Cause why) {
    failure = why;
  }

  /// Does something while a video is made.
  public void meanwhile(Runnable what) {
    meanwhile = what;
  }

  public List<TranscodingJob> jobs() {
    return List.copyOf(jobs);
  }

  @Override
  public SourceVideo look(Path file) {
    return video;
  }

  @Override
  public String make(TranscodingJob job, LongConsumer progress, BooleanSupplier requested)
      throws TranscodingFailure, IOException {
    jobs.add(job);
    meanwhile.run();
    progress.accept(500_000);
    Path target = Path.of(job.target());
    if (failure != null) {
      Files.write(target, "hal".getBytes(StandardCharsets.UTF_8));
      throw new TranscodingFailure(failure, "as told");
    }
    Files.write(target, "made".getBytes(StandardCharsets.UTF_8));
    return "libav 62";
  }
}
