package anbinh.video;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What there is to know about a video before another is made of it.
///
/// @param format libav's name for the container
/// @param codec libav's name for the coding of the pictures
/// @param pixels libav's name for the form of the pictures
/// @param width as it is shown, as is the height
/// @param turn by how many degrees players turn the pictures clockwise: 0, 90, 180 or 270
/// @param soundCodec null without sound
/// @param times of each picture in microseconds from the beginning of the video, in order
public record SourceVideo(
    String format,
    String codec,
    String pixels,
    int width,
    int height,
    int turn,
    @Nullable String soundCodec,
    List<Long> times) {
  private static final JsonMapper JSON = JsonMapper.shared();

  public SourceVideo {
    times = List.copyOf(times);
  }

  /// Whether every browser shows the pictures as they are coded.
  public boolean picturesPlay() {
    return codec.equals("h264")
        && (pixels.equals("yuv420p") || pixels.equals("yuvj420p"))
        && width <= 4096
        && height <= 2304;
  }

  /// The beginning of a filter graph, which turns the pictures as players do.
  public String upright() {
    return switch (turn) {
      case 90 -> "transpose=clock,";
      case 180 -> "hflip,vflip,";
      case 270 -> "transpose=cclock,";
      default -> "";
    };
  }

  /// Whether every browser plays the sound as it is coded, or there is none.
  public boolean soundPlays() {
    return soundCodec == null || soundCodec.equals("aac");
  }

  /// Whether every browser plays the file as it is.
  public boolean plays() {
    return format.contains("mp4") && picturesPlay() && soundPlays();
  }

  /// How much of it is done at a picture, of what is not done yet; empty where it has no length.
  ///
  /// @param at in microseconds from the beginning
  public OptionalInt percent(long at) {
    long last = times.isEmpty() ? 0 : times.getLast();
    return last > 0 ? OptionalInt.of(Math.clamp(100 * at / last, 0, 99)) : OptionalInt.empty();
  }

  String write() {
    return JSON.writeValueAsString(this);
  }

  static SourceVideo read(String json) {
    return JSON.readValue(json, SourceVideo.class);
  }
}
