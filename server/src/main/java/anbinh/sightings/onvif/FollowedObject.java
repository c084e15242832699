package anbinh.sightings.onvif;

import anbinh.sightings.Sighting;
import anbinh.sightings.onvif.MetadataFrame.Place;
import anbinh.sightings.onvif.MetadataFrame.SeenObject;
import anbinh.sightings.source.PictureWay;
import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import anbinh.vision.plate.Plates;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An object that a camera follows from picture to picture. For one thread.
final class FollowedObject {
  private static final int MAX_COLOURS = 3;

  /// The most texts that are kept apart; a camera that reads ever something else tells nothing.
  private static final int MAX_TEXTS = 50;

  /// Readings with fewer equal characters at the same places are of two vehicles: some cameras give
  /// every vehicle the same number.
  private static final double SAME_VEHICLE = .5;

  private static final String MODEL = "ONVIF";

  private final String key;
  private final Instant from;
  private Instant to;
  private Instant best;
  private double bestLikelihood = -1;
  private @Nullable ObjectClass objectClass;
  private @Nullable Place first;
  private @Nullable Place last;
  private @Nullable Direction told;
  private final Map<String, Double> readings = new HashMap<>();
  private final Map<Colour, Integer> colours = new EnumMap<>(Colour.class);

  /// @param key of the pass, behind the camera's code
  /// @param at by the recorder's clock
  FollowedObject(String key, SeenObject seen, Instant at) {
    this.key = key;
    this.from = at;
    this.to = at;
    this.best = at;
    add(seen, at);
  }

  Instant from() {
    return from;
  }

  Instant to() {
    return to;
  }

  /// The plates that were read of it.
  Set<String> plates() {
    return Set.copyOf(readings.keySet());
  }

  boolean hasPlate(String plate) {
    return readings.containsKey(plate);
  }

  /// Whether what is seen under its number may be it.
  boolean mayBe(SeenObject seen) {
    return seen.plate() == null
        || readings.isEmpty()
        || readings.keySet().stream().anyMatch(each -> alike(each, Plates.normalise(seen.plate())));
  }

  private static boolean alike(String one, String other) {
    int equal = 0;
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      equal += one.charAt(i) == other.charAt(i) ? 1 : 0;
    }
    return equal >= SAME_VEHICLE * Math.max(one.length(), other.length());
  }

  void add(SeenObject seen, Instant at) {
    to = at.isAfter(to) ? at : to;
    // Who rides a vehicle is a part of it.
    if (seen.objectClass() != null
        && (objectClass == null || seen.objectClass() != ObjectClass.PERSON)) {
      objectClass = seen.objectClass();
    }
    seen.colours().forEach(each -> colours.merge(each, 1, Integer::sum));
    told = seen.direction() == null ? told : seen.direction();
    if (seen.place() != null) {
      first = first == null ? seen.place() : first;
      last = seen.place();
    }
    if (seen.plate() != null && readings.size() < MAX_TEXTS) {
      readings.merge(Plates.normalise(seen.plate()), seen.plateLikelihood(), Math::max);
      if (seen.plateLikelihood() > bestLikelihood) {
        bestLikelihood = seen.plateLikelihood();
        best = at.isBefore(from) ? from : at;
      }
    }
  }

  /// With the fields of a batch's row; empty where the camera said neither what it is nor its
  /// plate.
  Optional<Map<String, Object>> row(String camera) {
    boolean isPerson = objectClass == ObjectClass.PERSON;
    if (objectClass == null && readings.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> row = new HashMap<>();
    row.put("id", camera + "/" + key);
    row.put("camera", camera);
    row.put("from", from.toString());
    row.put("to", to.toString());
    row.put("best", best.toString());
    row.put("model", MODEL);
    if (objectClass != null) {
      row.put("class", objectClass.name());
    }
    Direction direction = direction();
    if (direction != null) {
      row.put("direction", direction.name());
    }
    if (!isPerson) {
      row.put("readings", readings());
      row.put("colours", colours());
    }
    return Optional.of(row);
  }

  private List<Map<String, Object>> readings() {
    return readings.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(Sighting.MAX_READINGS)
        .map(each -> Map.<String, Object>of("text", each.getKey(), "confidence", each.getValue()))
        .toList();
  }

  private List<String> colours() {
    return colours.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MAX_COLOURS)
        .map(each -> each.getKey().name())
        .toList();
  }

  /// What a notification says, or where it went in the pictures. They are 2 wide and 2 high here,
  /// and up is positive.
  private @Nullable Direction direction() {
    if (told != null) {
      return told;
    }
    return first == null || last == null
        ? null
        : PictureWay.direction((last.x() - first.x()) / 2, (first.y() - last.y()) / 2);
  }
}
