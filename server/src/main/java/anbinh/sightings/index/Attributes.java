package anbinh.sightings.index;

import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Type, colours and direction of a pass in one number: a bit a colour, above them the type and the
/// direction, counted from 1, 0 where they are not known. Indices on disk hold such numbers, so the
/// order of the lists stays, and what is new comes last.
public final class Attributes {
  private static final List<Colour> COLOURS =
      List.of(
          Colour.WHITE,
          Colour.SILVER,
          Colour.GREY,
          Colour.BLACK,
          Colour.RED,
          Colour.ORANGE,
          Colour.YELLOW,
          Colour.GREEN,
          Colour.BLUE,
          Colour.PURPLE,
          Colour.BROWN);
  private static final List<ObjectClass> TYPES =
      List.of(
          ObjectClass.MOTORBIKE,
          ObjectClass.CAR,
          ObjectClass.VAN,
          ObjectClass.TRUCK,
          ObjectClass.BUS,
          ObjectClass.BICYCLE,
          ObjectClass.PERSON,
          ObjectClass.OTHER);
  private static final List<Direction> DIRECTIONS =
      List.of(Direction.TOWARDS, Direction.AWAY, Direction.LEFT, Direction.RIGHT);

  private static final int TYPE_SHIFT = COLOURS.size();
  private static final int TYPE_BITS = 4;
  private static final int DIRECTION_SHIFT = TYPE_SHIFT + TYPE_BITS;

  private Attributes() {}

  public static int of(Pass pass) {
    ObjectClass type = pass.type();
    Direction direction = pass.direction();
    int number =
        (type == null ? 0 : TYPES.indexOf(type) + 1) << TYPE_SHIFT
            | (direction == null ? 0 : DIRECTIONS.indexOf(direction) + 1) << DIRECTION_SHIFT;
    for (Colour colour : pass.colours()) {
      number |= 1 << COLOURS.indexOf(colour);
    }
    return number;
  }

  private static Set<Colour> colours(int number) {
    Set<Colour> colours = EnumSet.noneOf(Colour.class);
    for (int i = 0; i < COLOURS.size(); i++) {
      if ((number & 1 << i) != 0) {
        colours.add(COLOURS.get(i));
      }
    }
    return colours;
  }

  /// What each number costs in a search, by [PassQuery#cost]. For one thread.
  public static final class Costs {
    private static final int NOT_YET = -1;

    private final PassQuery query;
    private final int[] types = new int[TYPES.size() + 1];
    private final int[] directions = new int[DIRECTIONS.size() + 1];

    /// By their bits, computed when they first come.
    private final int[] colours = new int[1 << COLOURS.size()];

    public Costs(PassQuery query) {
      this.query = query;
      for (int i = 0; i < types.length; i++) {
        types[i] = query.cost(i == 0 ? null : TYPES.get(i - 1));
      }
      for (int i = 0; i < directions.length; i++) {
        directions[i] = query.cost(i == 0 ? null : DIRECTIONS.get(i - 1));
      }
      Arrays.fill(colours, NOT_YET);
    }

    /// -1 where a pass with the number must not be.
    public int of(int number) {
      int bits = number & (1 << TYPE_SHIFT) - 1;
      if (colours[bits] == NOT_YET) {
        colours[bits] = query.cost(Attributes.colours(bits));
      }
      int type = number >>> TYPE_SHIFT & (1 << TYPE_BITS) - 1;
      return query.whole(colours[bits] + types[type] + directions[number >>> DIRECTION_SHIFT]);
    }
  }
}
