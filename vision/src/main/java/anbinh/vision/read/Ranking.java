package anbinh.vision.read;

import anbinh.vision.plate.Confusions;
import anbinh.vision.plate.PlateNumber;
import anbinh.vision.plate.Plates;
import anbinh.vision.reader.Reading;
import anbinh.vision.reader.Slots;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Ranks what a net has read by what plates there are.
public final class Ranking {
  private static final int ALTERNATIVES = 16;

  /// Whatever the country, a plate has a digit; seven digits alone are a telephone number or a
  /// time.
  private static final Pattern PLATE = Pattern.compile("(?!\\d{7,})(?=.*\\d).{4,11}");

  /// A telephone number, or a year and a month as a camera writes them into its picture, with what
  /// follows of day and hour.
  private static final Pattern NO_PLATE =
      Pattern.compile("\\d{9,}|20[0-4]\\d(0[1-9]|1[0-2])\\d{0,4}");

  /// A character is so likely to be another that looks like it, where that makes a plate of
  /// Vietnam.
  private static final double CONFUSION = .08;

  /// A text that has the shape of a plate of Vietnam is believed so many times as readily.
  private static final double SHAPE_BONUS = 25;

  /// As much where it has the four digits of before 2010.
  private static final double OLD_SHAPE_BONUS = 4;

  /// Words with a character that looks like a digit, years and numbers of houses.
  private static final Pattern UNUSUAL = Pattern.compile("\\D*\\d\\D*(?<=.{8})|\\d{4,6}|.{9,}");

  private static final double UNUSUAL_PENALTY = .3;
  private static final int NEW_LENGTH = 5;

  private Ranking() {}

  /// The readings of slots, the likeliest first: how sure the likeliest text is, shared out among
  /// all that it may mean. Empty where none can be a plate's.
  public static List<Reading> of(Slots slots) {
    List<Reading> raw = slots.readings(ALTERNATIVES);
    if (NO_PLATE.matcher(raw.getFirst().text()).matches()) {
      return List.of();
    }
    Map<String, Reading> all = new LinkedHashMap<>();
    for (Reading reading : raw) {
      if (PLATE.matcher(reading.text()).matches()) {
        all.put(reading.text(), reading);
      }
    }
    for (Reading reading : raw) {
      addConfused(reading, all);
    }
    double sure = raw.getFirst().probability();
    Map<Reading, Double> scores = new LinkedHashMap<>();
    all.values().forEach(each -> scores.put(each, score(each)));
    double sum = scores.values().stream().mapToDouble(Double::doubleValue).sum();
    return scores.entrySet().stream()
        .map(each -> each.getKey().withProbability(sure * each.getValue() / sum))
        .sorted(Comparator.comparingDouble(each -> -each.probability()))
        .toList();
  }

  /// Adds the plates of Vietnam that differ from a reading by one character that looks like it.
  private static void addConfused(Reading reading, Map<String, Reading> all) {
    StringBuilder text = new StringBuilder(reading.text());
    for (int i = 0; i < text.length(); i++) {
      char seen = text.charAt(i);
      String others = Confusions.of(seen);
      for (int other = 0; other < others.length(); other++) {
        text.setCharAt(i, others.charAt(other));
        String confused = text.toString();
        if (bonus(confused) > 1) {
          all.putIfAbsent(
              confused,
              new Reading(confused, CONFUSION * reading.probability(), reading.characters()));
        }
      }
      text.setCharAt(i, seen);
    }
  }

  private static double score(Reading reading) {
    return reading.probability() * bonus(reading.text());
  }

  /// How many times as readily a text is believed for its shape. Only shapes that begin with a
  /// province count: any two letters and some digits are the army's.
  public static double bonus(String text) {
    return Plates.read(text).stream()
        .filter(number -> number.province() != null)
        .mapToDouble(Ranking::bonus)
        .max()
        .orElseGet(() -> UNUSUAL.matcher(text).matches() ? UNUSUAL_PENALTY : 1);
  }

  private static double bonus(PlateNumber number) {
    return number.number().length() >= NEW_LENGTH ? SHAPE_BONUS : OLD_SHAPE_BONUS;
  }
}
