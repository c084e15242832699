package anbinh.sightings.dictionary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/// By what one knows that two searches are for the same plate, without knowing which.
///
/// A *mark* is a keyed hash of what is remembered of a plate when some of its characters are left
/// out. Two searches are for the same plate if they share a mark that leaves out no more than what
/// either does not know and [#ALTERED] characters beside: each may differ in one from the plate
/// that is meant, or have one too few. At least [#MIN_KNOWN] characters are then the same.
///
/// The lowest ten bits of a mark are the places that the search does not know, the next ten those
/// that the mark leaves out, the others its hash.
public final class PlateMarks {
  /// Of fewer characters there are too many plates to say that two searches are for one.
  static final int MIN_KNOWN = 5;

  private static final int ALTERED = 2;
  private static final int PLACES = PlateCode.MAX_LENGTH;
  private static final int PLACE_BITS = (1 << PLACES) - 1;

  /// What `*` may stand for is looked for in plates of these lengths.
  private static final int MIN_LENGTH = 7;

  private static final int MAX_LENGTH = 9;

  private PlateMarks() {}

  /// The marks of a pattern; none where too little is known.
  ///
  /// @param hash under a key
  public static Set<Long> of(PlatePattern pattern, ToLongFunction<String> hash) {
    Set<Long> marks = new HashSet<>();
    if (pattern.remembered() < MIN_KNOWN) {
      return marks;
    }
    int least = pattern.characters();
    if (pattern.length() == least) {
      int[] plate = plates(pattern, 0, least).getFirst();
      addMarks(plate, -1, hash, marks);
      for (int place = 0; place <= least && least < PLACES; place++) {
        addMarks(withPlace(plate, place), place, hash, marks);
      }
      return marks;
    }
    for (int length = Math.max(MIN_LENGTH, least);
        length <= Math.max(MAX_LENGTH, least);
        length++) {
      plates(pattern, 0, length).forEach(plate -> addMarks(plate, -1, hash, marks));
    }
    return marks;
  }

  /// A plate with a place more, as if a character had been forgotten there.
  private static int[] withPlace(int[] plate, int place) {
    int[] longer = new int[plate.length + 1];
    System.arraycopy(plate, 0, longer, 0, place);
    System.arraycopy(plate, place, longer, place + 1, plate.length - place);
    return longer;
  }

  /// The plates of a length that the rest of a pattern may be, with 0 for what is not known.
  private static List<int[]> plates(PlatePattern pattern, int from, int length) {
    if (from == pattern.length()) {
      return length == 0 ? List.of(new int[0]) : List.of();
    }
    int token = pattern.token(from);
    List<int[]> found = new ArrayList<>();
    if (token == PlatePattern.ANY_NUMBER) {
      for (int filled = 0; filled <= length; filled++) {
        for (int[] rest : plates(pattern, from + 1, length - filled)) {
          found.add(join(new int[filled], rest));
        }
      }
    } else if (length > 0) {
      int[] first = {Math.max(0, token)};
      plates(pattern, from + 1, length - 1).forEach(rest -> found.add(join(first, rest)));
    }
    return found;
  }

  private static int[] join(int[] first, int[] rest) {
    int[] joined = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, joined, first.length, rest.length);
    return joined;
  }

  /// @param forgotten the place of a character that may have been forgotten, which counts as one
  ///   that was altered; -1 where there is none
  private static void addMarks(
      int[] plate, int forgotten, ToLongFunction<String> hash, Set<Long> marks) {
    int empty = 0;
    for (int i = 0; i < plate.length; i++) {
      empty |= plate[i] == 0 ? 1 << i : 0;
    }
    int unknown = forgotten < 0 ? empty : empty & ~(1 << forgotten);
    for (int left = 0; left < (1 << plate.length); left++) {
      if ((left & empty) == empty && plate.length - Integer.bitCount(left) >= MIN_KNOWN) {
        long hashed = hash.applyAsLong(text(plate, left));
        marks.add((hashed << (2 * PLACES)) | ((long) left << PLACES) | unknown);
      }
    }
  }

  private static String text(int[] plate, int left) {
    StringBuilder text = new StringBuilder(plate.length);
    for (int i = 0; i < plate.length; i++) {
      text.append((left & (1 << i)) != 0 ? '?' : PlateCode.character(plate[i]));
    }
    return text.toString();
  }

  /// Whether two searches, of which these are the marks, are for the same plate.
  public static boolean same(Collection<Long> one, Collection<Long> other) {
    Map<Long, List<Long>> parts = new HashMap<>();
    one.forEach(mark -> parts.computeIfAbsent(mark >>> PLACES, _ -> new ArrayList<>()).add(mark));
    return other.stream()
        .anyMatch(mark ->
            parts.getOrDefault(mark >>> PLACES, List.of()).stream()
                .anyMatch(each -> altered(each, mark) <= ALTERED));
  }

  /// How many characters a shared mark leaves out that both searches know.
  private static int altered(long one, long other) {
    int left = (int) (one >>> PLACES) & PLACE_BITS;
    return Integer.bitCount(left & ~((int) (one | other) & PLACE_BITS));
  }
}
