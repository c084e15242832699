package anbinh.video;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What libav read in a file.
///
/// @param format its name for the container
/// @param durationMillis null where the file does not say
/// @param createdAt as the file says, unchecked; mostly by the recorder's clock
/// @param codec its name for the coding of the first video
/// @param frameRate pictures a second, as the file says
public record VideoFacts(
    String format,
    @Nullable Long durationMillis,
    @Nullable String createdAt,
    String codec,
    int width,
    int height,
    @Nullable Double frameRate,
    int videoStreams,
    int audioStreams) {
  private static final JsonMapper JSON = JsonMapper.shared();

  public static VideoFacts read(String json) {
    return JSON.readValue(json, VideoFacts.class);
  }

  public String write() {
    return JSON.writeValueAsString(this);
  }
}
