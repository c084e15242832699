package anbinh.sightings.index;

import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What it costs that a pass is not quite as it was remembered, in the unit of plates: 10 is a
/// character that looks like the one on the plate.
public final class Scoring {
  /// By a second or third reading it is found less surely.
  public static final int NEXT_READING = 3;

  /// Nobody could see it, so it may be.
  public static final int UNKNOWN = 4;

  public static final int OTHER_TYPE = 15;
  public static final int NEAR_TYPE = 6;
  public static final int OTHER_DIRECTION = 6;
  public static final int NEAR_COLOUR = 3;
  public static final int OTHER_COLOUR = 12;

  /// Pairs that people and cameras take for one another.
  private static final Map<Colour, Set<Colour>> NEAR =
      Map.ofEntries(
          Map.entry(Colour.WHITE, Set.of(Colour.SILVER)),
          Map.entry(Colour.SILVER, Set.of(Colour.WHITE, Colour.GREY)),
          Map.entry(Colour.GREY, Set.of(Colour.SILVER, Colour.BLACK)),
          Map.entry(Colour.BLACK, Set.of(Colour.GREY)),
          Map.entry(Colour.RED, Set.of(Colour.ORANGE, Colour.BROWN)),
          Map.entry(Colour.ORANGE, Set.of(Colour.RED, Colour.YELLOW)),
          Map.entry(Colour.YELLOW, Set.of(Colour.ORANGE)),
          Map.entry(Colour.GREEN, Set.of(Colour.BLUE)),
          Map.entry(Colour.BLUE, Set.of(Colour.GREEN, Colour.PURPLE)),
          Map.entry(Colour.PURPLE, Set.of(Colour.BLUE)),
          Map.entry(Colour.BROWN, Set.of(Colour.RED)));

  private static final Map<ObjectClass, Set<ObjectClass>> NEAR_TYPES =
      Map.of(
          ObjectClass.CAR, Set.of(ObjectClass.VAN),
          ObjectClass.VAN, Set.of(ObjectClass.CAR, ObjectClass.TRUCK, ObjectClass.BUS),
          ObjectClass.TRUCK, Set.of(ObjectClass.VAN),
          ObjectClass.BUS, Set.of(ObjectClass.VAN),
          ObjectClass.MOTORBIKE, Set.of(ObjectClass.BICYCLE),
          ObjectClass.BICYCLE, Set.of(ObjectClass.MOTORBIKE));

  private Scoring() {}

  /// @param asked empty for any
  /// @param seen empty where it is not known
  public static int colour(Set<Colour> asked, Set<Colour> seen) {
    if (asked.isEmpty()) {
      return 0;
    }
    if (seen.isEmpty()) {
      return UNKNOWN;
    }
    int least = OTHER_COLOUR;
    for (Colour one : asked) {
      for (Colour other : seen) {
        if (one == other) {
          return 0;
        }
        if (NEAR.getOrDefault(one, Set.of()).contains(other)) {
          least = NEAR_COLOUR;
        }
      }
    }
    return least;
  }

  /// @param asked empty for any
  public static int type(Set<ObjectClass> asked, @Nullable ObjectClass seen) {
    if (asked.isEmpty()) {
      return 0;
    }
    if (seen == null) {
      return UNKNOWN;
    }
    if (asked.contains(seen)) {
      return 0;
    }
    return asked.stream().anyMatch(each -> NEAR_TYPES.getOrDefault(each, Set.of()).contains(seen))
        ? NEAR_TYPE
        : OTHER_TYPE;
  }
}
