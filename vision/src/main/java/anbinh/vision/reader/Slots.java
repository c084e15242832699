package anbinh.vision.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// How likely each character stands at each place of a plate's text.
public final class Slots {
  /// In the order of the net's classes, after "no character".
  public static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ";

  public static final int CLASSES = ALPHABET.length() + 1;

  private static final float ROUNDING = .01f;

  private final float[][] probabilities;

  /// @param probabilities of each slot: that there is no character, and of each of [#ALPHABET]; not
  ///   copied, and not to be changed
  public Slots(float[][] probabilities) {
    this.probabilities = probabilities;
  }

  public int count() {
    return probabilities.length;
  }

  /// @param character its place in [#ALPHABET], counted from 1; 0 for none
  public float probability(int slot, int character) {
    return probabilities[slot][character];
  }

  /// The class of a plate's alphabet for each class of a net: 0 for "no character", which is
  /// written as NUL, -1 for what stands on no plate. Small letters are read as capitals.
  static int[] classes(String alphabet) {
    return alphabet
        .chars()
        .map(each -> {
          int at = ALPHABET.indexOf(Character.toUpperCase(each));
          return each == 0 ? 0 : at < 0 ? -1 : at + 1;
        })
        .toArray();
  }

  /// @param rows what a net says of each slot, as probabilities or before softmax
  /// @param classes as [#classes] has them
  static Slots of(float[][] rows, int[] classes) {
    float[][] slots = new float[rows.length][CLASSES];
    for (int slot = 0; slot < rows.length; slot++) {
      float[] row = probabilities(rows[slot]);
      for (int i = 0; i < classes.length; i++) {
        if (classes[i] >= 0) {
          slots[slot][classes[i]] += row[i];
        }
      }
    }
    return new Slots(slots);
  }

  private static float[] probabilities(float[] row) {
    float sum = 0;
    float greatest = Float.NEGATIVE_INFINITY;
    boolean positive = true;
    for (float value : row) {
      sum += value;
      greatest = Math.max(greatest, value);
      positive &= value >= 0;
    }
    if (positive && Math.abs(sum - 1) < ROUNDING) {
      return row;
    }
    float[] softmax = new float[row.length];
    float whole = 0;
    for (int i = 0; i < row.length; i++) {
      softmax[i] = (float) Math.exp(row[i] - greatest);
      whole += softmax[i];
    }
    for (int i = 0; i < row.length; i++) {
      softmax[i] /= whole;
    }
    return softmax;
  }

  /// The likeliest texts, that first which is likeliest; fewer where there are no more.
  public List<Reading> readings(int count) {
    int[][] order = new int[probabilities.length][];
    for (int slot = 0; slot < order.length; slot++) {
      float[] of = probabilities[slot];
      order[slot] =
          IntStream.range(0, CLASSES)
              .boxed()
              .sorted(Comparator.comparingDouble(each -> -of[each]))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    // Best first: a choice of ranks has as successors those with one rank more in the slot that
    // was changed last or behind it, so that none comes twice.
    PriorityQueue<Choice> queue =
        new PriorityQueue<>(Comparator.comparingDouble(each -> -each.probability));
    int[] first = new int[order.length];
    queue.add(new Choice(first, 0, probability(order, first)));
    List<Reading> readings = new ArrayList<>();
    while (readings.size() < count && !queue.isEmpty()) {
      Choice choice = queue.remove();
      readings.add(reading(order, choice));
      for (int slot = choice.from; slot < order.length; slot++) {
        if (choice.ranks[slot] + 1 < CLASSES) {
          int[] ranks = choice.ranks.clone();
          ranks[slot]++;
          queue.add(new Choice(ranks, slot, probability(order, ranks)));
        }
      }
    }
    return readings;
  }

  private static final class Choice {
    /// Of the character in each slot, 0 for the likeliest.
    final int[] ranks;

    /// Which slot may be changed first.
    final int from;

    final double probability;

    Choice(int[] ranks, int from, double probability) {
      this.ranks = ranks;
      this.from = from;
      this.probability = probability;
    }
  }

  private double probability(int[][] order, int[] ranks) {
    double probability = 1;
    for (int slot = 0; slot < ranks.length; slot++) {
      probability *= probabilities[slot][order[slot][ranks[slot]]];
    }
    return probability;
  }

  private Reading reading(int[][] order, Choice choice) {
    StringBuilder text = new StringBuilder();
    List<Float> characters = new ArrayList<>();
    for (int slot = 0; slot < choice.ranks.length; slot++) {
      int character = order[slot][choice.ranks[slot]];
      if (character > 0) {
        characters.add(probabilities[slot][character]);
        text.append(ALPHABET.charAt(character - 1));
      }
    }
    return new Reading(text.toString(), choice.probability, characters);
  }
}
