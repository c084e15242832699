package anbinh.platform.figure;

import anbinh.platform.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What is told of one count in one quarter: of places, of the communes in which they lie, and in
/// all. Each is told in tens, and 0 to 4 are not told apart ([Figure#hidden]): a place without any
/// looks like one with a few. A sum is told only where each of the places or communes that it is
/// made of and that are hidden may still have none, whatever the others have. Nothing else needs to
/// be hidden: from above, a sum in tens always leaves a hidden one room for 4.
public final class GuardedTotals {
  private static final int MAX_HIDDEN = Figure.MIN_SHOWN - 1;
  private static final int HALF_STEP = 5;

  private final Map<UUID, Figure> places = new HashMap<>();
  private final Map<UUID, Figure> communes = new HashMap<>();
  private final Figure total;

  private GuardedTotals(Figure total) {
    this.total = total;
  }

  /// A count of a place.
  public record OfPlace(UUID placeId, UUID communeId, long count) {}

  /// @param counts of places; one may come several times
  /// @param sizes how many places the communes have, with and without any; one for who is missing
  /// @param placesTold whether places are told at all, of this count
  public static GuardedTotals of(
      Collection<OfPlace> counts, Map<UUID, Integer> sizes, boolean placesTold) {
    Map<UUID, Map<UUID, Long>> sums = new HashMap<>();
    for (OfPlace each : counts) {
      sums.computeIfAbsent(each.communeId(), _ -> new HashMap<>())
          .merge(each.placeId(), each.count(), Long::sum);
    }
    Map<UUID, Figure> places = new HashMap<>();
    Map<UUID, Figure> communes = new HashMap<>();
    long all = 0;
    for (Map.Entry<UUID, Map<UUID, Long>> commune : sums.entrySet()) {
      long sum = commune.getValue().values().stream().mapToLong(Long::longValue).sum();
      all += sum;
      List<Figure> told = new ArrayList<>();
      if (placesTold) {
        commune
            .getValue()
            .forEach((place, count) -> {
              Figure figure = Figure.hidden(count);
              places.put(place, figure);
              told.add(figure);
            });
      }
      int size = Math.max(sizes.getOrDefault(commune.getKey(), 1), commune.getValue().size());
      communes.put(commune.getKey(), placesTold ? sum(sum, told, size) : Figure.hidden(sum));
    }
    int size = Math.max(sizes.size(), communes.size());
    var totals = new GuardedTotals(sum(all, communes.values(), size));
    totals.places.putAll(places);
    totals.communes.putAll(communes);
    return totals;
  }

  /// @param parts what is told of those that had any
  /// @param size how many there are
  private static Figure sum(long sum, Collection<Figure> parts, int size) {
    Figure figure = Figure.hidden(sum);
    if (figure.value() == null) {
      return figure;
    }
    long hidden = size;
    long most = 0;
    for (Figure part : parts) {
      if (part.value() != null) {
        most += part.value() + HALF_STEP - 1;
        hidden--;
      }
    }
    long least = Math.max(Figure.MIN_SHOWN, figure.value() - HALF_STEP);
    boolean open = hidden == 0 || least <= most + (hidden - 1) * MAX_HIDDEN;
    return open ? figure : Figure.HIDDEN;
  }

  public Figure place(UUID id) {
    return places.getOrDefault(id, Figure.HIDDEN);
  }

  public Figure commune(UUID id) {
    return communes.getOrDefault(id, Figure.HIDDEN);
  }

  public Figure total() {
    return total;
  }

  /// What several quarters come to, by what is told of each and by nothing else: so a longer span
  /// says nothing that its quarters do not. Hidden ones count for none.
  public static Figure over(Collection<Figure> quarters) {
    long sum = 0;
    boolean any = false;
    for (Figure each : quarters) {
      Long value = each.value();
      if (value != null) {
        sum += value;
        any = true;
      }
    }
    return any ? new Figure(sum, false) : Figure.HIDDEN;
  }
}
