package anbinh.video;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One video to be made of another.
///
/// @param filter the filter graph between decoder and encoder, as libavfilter reads it, with one
///   open end at each side; null exactly where the pictures are copied
public record TranscodingJob(String source, String target, @Nullable String filter, Sound sound) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// What becomes of the sound.
  public enum Sound {
    NONE,
    COPY,
    ENCODE
  }

  /// The command by which FFmpeg's own program makes the same of a file `master` into a file
  /// `copy`.
  public String command() {
    String pictures = filter == null ? "-c:v copy" : "-vf \"" + filter + "\" " + Encoders.PICTURES;
    return "ffmpeg -i master -map 0:v:0 %s %s %s copy.mp4"
        .formatted(
            pictures,
            switch (sound) {
              case NONE -> "-an";
              case COPY -> "-map 0:a:0 -c:a copy";
              case ENCODE -> "-map 0:a:0 " + Encoders.SOUND;
            },
            "-fps_mode passthrough -map_metadata -1 -map_chapters -1 -fflags +bitexact"
                + " -movflags +faststart");
  }

  String write() {
    return JSON.writeValueAsString(this);
  }

  static TranscodingJob read(String json) {
    return JSON.readValue(json, TranscodingJob.class);
  }
}
