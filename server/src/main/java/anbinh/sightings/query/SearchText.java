package anbinh.sightings.query;

import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is understood of what somebody typed.
///
/// @param plate with `?` and `*`, letters and digits; null where none is remembered
/// @param classes of which it is one; empty for any
/// @param colours of which it has one; empty for any
/// @param direction in which it went, as the camera sees it; null for any
/// @param time null for any
/// @param place what is left: words that name an area or a camera; empty for everywhere
public record SearchText(
    @Nullable String plate,
    Set<ObjectClass> classes,
    Set<Colour> colours,
    @Nullable Direction direction,
    @Nullable TimeSpan time,
    String place) {
  public SearchText {
    classes = Set.copyOf(classes);
    colours = Set.copyOf(colours);
  }
}
