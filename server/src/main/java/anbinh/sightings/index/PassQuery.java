package anbinh.sightings.index;

import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is asked of an index.
///
/// @param plates that it may be, as numbers, and what each costs at least; null where no plate is
///   known
/// @param ownCosts what each of them costs by what read it; null where that makes no difference
/// @param places cameras and areas of which it passed one; null for everywhere
/// @param from in milliseconds since 1970
/// @param to before which it was
/// @param types of which it is one; empty for any
/// @param colours of which it has one; empty for any
/// @param direction null for any
/// @param strict whether type, colours and direction must be so; otherwise what is not so costs
/// @param after only hits that follow this one by [Hit#ORDER]; null for the first
/// @param limit of hits, at most [#MAX_LIMIT]
public record PassQuery(
    @Nullable Map<Long, Integer> plates,
    @Nullable OwnCosts ownCosts,
    @Nullable Set<String> places,
    long from,
    long to,
    Set<ObjectClass> types,
    Set<Colour> colours,
    @Nullable Direction direction,
    boolean strict,
    @Nullable Hit after,
    int limit) {
  /// No page is longer, and OpenSearch gives no more at once.
  public static final int MAX_LIMIT = 10_000;

  public PassQuery {
    if (limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a search finds at most %d".formatted(MAX_LIMIT));
    }
    plates = plates == null ? null : Map.copyOf(plates);
    places = places == null ? null : Set.copyOf(places);
    types = Set.copyOf(types);
    colours = Set.copyOf(colours);
  }

  /// Whatever read the plates.
  public PassQuery(
      @Nullable Map<Long, Integer> plates,
      @Nullable Set<String> places,
      long from,
      long to,
      Set<ObjectClass> types,
      Set<Colour> colours,
      @Nullable Direction direction,
      boolean strict,
      @Nullable Hit after,
      int limit) {
    this(plates, null, places, from, to, types, colours, direction, strict, after, limit);
  }

  /// The same for other plates, whatever read them.
  public PassQuery of(@Nullable Map<Long, Integer> others) {
    return of(others, null);
  }

  /// The same for other plates.
  public PassQuery of(@Nullable Map<Long, Integer> others, @Nullable OwnCosts theirs) {
    return new PassQuery(
        others, theirs, places, from, to, types, colours, direction, strict, after, limit);
  }

  /// The same for another part of the hits.
  public PassQuery page(@Nullable Hit behind, int most) {
    return new PassQuery(
        plates, ownCosts, places, from, to, types, colours, direction, strict, behind, most);
  }

  /// The same, and not before a time.
  public PassQuery since(long time) {
    return new PassQuery(
        plates,
        ownCosts,
        places,
        Math.max(from, time),
        to,
        types,
        colours,
        direction,
        strict,
        after,
        limit);
  }

  /// The same for the best hit alone.
  public PassQuery first() {
    return page(null, 1);
  }

  /// What a reading of a plate costs a pass; null where the plate is not sought.
  ///
  /// @param reading which of its readings it is, from 0
  public @Nullable Integer cost(long plate, int reading, String model, String camera) {
    Integer least = plates == null ? null : plates.get(plate);
    if (least == null) {
      return null;
    }
    int cost = ownCosts == null ? least : ownCosts.of(plate, model, camera);
    return cost + reading * Scoring.NEXT_READING;
  }

  /// Whether a hit comes after those that were seen already.
  public boolean isNext(Hit hit) {
    return after == null || Hit.ORDER.compare(hit, after) > 0;
  }

  /// What it costs, beside its plate, to take a pass for what was asked for; -1 where it must not
  /// be.
  ///
  /// @param seen null where it is not known
  /// @param seenColours empty where they are not known
  /// @param seenDirection null where it is not known
  public int cost(
      @Nullable ObjectClass seen, Set<Colour> seenColours, @Nullable Direction seenDirection) {
    return whole(cost(seen) + cost(seenColours) + cost(seenDirection));
  }

  /// @param cost of type, colours and direction together
  int whole(int cost) {
    return strict && cost > 0 ? -1 : cost;
  }

  /// What a type costs by itself.
  ///
  /// @param seen null where it is not known
  public int cost(@Nullable ObjectClass seen) {
    return Scoring.type(types, seen);
  }

  /// What colours cost by themselves: as much as the one of them that costs least.
  ///
  /// @param seen empty where they are not known
  public int cost(Set<Colour> seen) {
    return Scoring.colour(colours, seen);
  }

  /// What a direction costs by itself.
  ///
  /// @param seen null where it is not known
  public int cost(@Nullable Direction seen) {
    return direction == null || direction == seen ? 0 : Scoring.OTHER_DIRECTION;
  }
}
