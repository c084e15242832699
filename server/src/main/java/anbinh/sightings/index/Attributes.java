package anbinh.sightings.index;

import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Type, colours and direction of a pass in one number: a bit a colour, above them the type and the
/// direction, counted from 1, 0 where they are not known.
public final class Attributes {
  private static final Colour[] COLOURS = Colour.values();
  private static final ObjectClass[] TYPES = ObjectClass.values();
  private static final Direction[] DIRECTIONS = Direction.values();
  private static final int TYPE_SHIFT = COLOURS.length;
  private static final int TYPE_BITS = 4;
  private static final int DIRECTION_SHIFT = TYPE_SHIFT + TYPE_BITS;
  private static final int DIRECTION_BITS = 3;

  /// How many different numbers there are.
  public static final int COUNT = 1 << (DIRECTION_SHIFT + DIRECTION_BITS);

  private Attributes() {}

  public static int of(Pass pass) {
    ObjectClass type = pass.type();
    Direction direction = pass.direction();
    int number =
        (type == null ? 0 : type.ordinal() + 1) << TYPE_SHIFT
            | (direction == null ? 0 : direction.ordinal() + 1) << DIRECTION_SHIFT;
    for (Colour colour : pass.colours()) {
      number |= 1 << colour.ordinal();
    }
    return number;
  }

  /// As [PassQuery#cost] has it.
  public static int cost(PassQuery query, int number) {
    Set<Colour> colours = EnumSet.noneOf(Colour.class);
    for (Colour colour : COLOURS) {
      if ((number & 1 << colour.ordinal()) != 0) {
        colours.add(colour);
      }
    }
    return query.cost(
        value(TYPES, number >>> TYPE_SHIFT & ((1 << TYPE_BITS) - 1)),
        colours,
        value(DIRECTIONS, number >>> DIRECTION_SHIFT));
  }

  private static <T> @Nullable T value(T[] values, int number) {
    return number == 0 ? null : values[number - 1];
  }
}
