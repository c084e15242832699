package anbinh.vision.pass;

import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.image.Jpeg;
import anbinh.vision.model.ModelVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One vehicle or person that passed a camera.
///
/// @param from when it was seen first
/// @param to when it was seen last
/// @param moment of the picture
/// @param picture of its plate, or of itself where no plate was read; cut from the very picture
///   that the best reading was read from
/// @param area in the whole picture that it shows, without its margin
/// @param plate null where none was read
/// @param classification null where nothing tells what it is
/// @param colours of the vehicle, at most [#MAX_COLOURS], the largest first; none where they cannot
///   be told, as at night
/// @param direction null where it is not clear
/// @param model that read the plate, or found the object where no plate was read
public record Pass(
    Instant from,
    Instant to,
    Instant moment,
    Jpeg picture,
    FrameArea area,
    @Nullable PlateSighting plate,
    @Nullable Classification classification,
    List<Colour> colours,
    @Nullable Direction direction,
    ModelVersion model) {
  public static final int MAX_COLOURS = 2;

  public Pass {
    colours = List.copyOf(colours);
    if (colours.size() > MAX_COLOURS) {
      throw new IllegalArgumentException(
          "a pass has at most %d colours, not %d".formatted(MAX_COLOURS, colours.size()));
    }
  }
}
