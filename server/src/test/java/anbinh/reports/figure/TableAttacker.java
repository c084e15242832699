package anbinh.reports.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Somebody who reckons: keeps between what and what each number of a table lies, knows which are
/// sums of which, narrows all by all, and looks for a second table that looks the same. For one
/// thread.
final class TableAttacker {
  private static final int MUCH = 1_000_000;

  /// So many guesses are made for a second table before it is given up.
  private static final int GUESSES = 20_000;

  private record Sum(int whole, List<Integer> addends) {
    Sum {
      addends = List.copyOf(addends);
    }
  }

  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Sum> sums = new ArrayList<>();
  private final List<List<Sum>> sumsOf = new ArrayList<>();
  private int[] real = new int[64];
  private int[] low = new int[64];
  private int[] high = new int[64];
  private int guesses;

  /// A number that is there, of which nothing is known yet.
  ///
  /// @return whether it is a new one
  boolean add(String name, long value) {
    if (places.containsKey(name)) {
      return false;
    }
    int place = names.size();
    if (place == real.length) {
      real = Arrays.copyOf(real, place * 2);
      low = Arrays.copyOf(low, place * 2);
      high = Arrays.copyOf(high, place * 2);
    }
    places.put(name, place);
    names.add(name);
    sumsOf.add(new ArrayList<>());
    real[place] = (int) value;
    high[place] = MUCH;
    return true;
  }

  private int place(String name) {
    Integer place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException("there is no " + name);
    }
    return place;
  }

  long value(String name) {
    return real[place(name)];
  }

  void know(String name, long from, long to) {
    int place = place(name);
    if (real[place] < from || real[place] > to) {
      throw new IllegalStateException(name + " is " + real[place] + ", not " + from + "–" + to);
    }
    low[place] = (int) Math.max(low[place], from);
    high[place] = (int) Math.min(high[place], to);
  }

  void sum(String whole, List<String> addends) {
    var sum = new Sum(place(whole), addends.stream().map(this::place).toList());
    int all = sum.addends().stream().mapToInt(each -> real[each]).sum();
    if (all != real[sum.whole()]) {
      throw new IllegalStateException(whole + " is not the sum of " + addends);
    }
    sums.add(sum);
    sumsOf.get(sum.whole()).add(sum);
    for (int each : sum.addends()) {
      sumsOf.get(each).add(sum);
    }
  }

  /// Narrows everything by everything.
  void reckon() {
    if (!narrow(low, high, new ArrayList<>(sums))) {
      throw new IllegalStateException("the real table does not fit what is known of it");
    }
  }

  /// Whether something still fits.
  private boolean narrow(int[] from, int[] to, List<Sum> first) {
    Deque<Sum> waiting = new ArrayDeque<>(first);
    Set<Sum> listed = new HashSet<>(first);
    while (!waiting.isEmpty()) {
      Sum sum = waiting.removeFirst();
      listed.remove(sum);
      long least = 0;
      long most = 0;
      for (int each : sum.addends()) {
        least += from[each];
        most += to[each];
      }
      if (!within(sum.whole(), least, most, from, to, waiting, listed)) {
        return false;
      }
      for (int each : sum.addends()) {
        long others = least - from[each];
        long othersMost = most - to[each];
        if (!within(
            each,
            from[sum.whole()] - othersMost,
            to[sum.whole()] - others,
            from,
            to,
            waiting,
            listed)) {
          return false;
        }
        least = others + from[each];
        most = othersMost + to[each];
      }
    }
    return true;
  }

  private boolean within(
      int place, long least, long most, int[] from, int[] to, Deque<Sum> waiting, Set<Sum> listed) {
    if (least > from[place] || most < to[place]) {
      from[place] = (int) Math.max(from[place], least);
      to[place] = (int) Math.min(to[place], most);
      if (from[place] > to[place]) {
        return false;
      }
      for (Sum each : sumsOf.get(place)) {
        if (listed.add(each)) {
          waiting.add(each);
        }
      }
    }
    return true;
  }

  /// Of some numbers those from 1 to 4 of which nothing is open any more.
  List<String> workedOut(Predicate<String> of) {
    return small(of).stream().filter(name -> low[place(name)] == high[place(name)]).toList();
  }

  List<String> small(Predicate<String> of) {
    return names.stream().filter(of).filter(name -> Suppression.isSmall(value(name))).toList();
  }

  /// Whether there is a second table that looks the same, in which a number is another one: then
  /// nobody can know it, however they reckon.
  boolean hasSecond(String name) {
    int place = place(name);
    for (int by = 1; by < 5; by++) {
      for (int value : new int[] {real[place] + by, real[place] - by}) {
        if (value >= low[place] && value <= high[place]) {
          int[] from = low.clone();
          int[] to = high.clone();
          from[place] = value;
          to[place] = value;
          guesses = 0;
          if (narrow(from, to, sumsOf.get(place)) && fills(from, to)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Tries for what is open the value next to the real one first.
  private boolean fills(int[] from, int[] to) {
    int open = -1;
    for (int each = 0; each < names.size(); each++) {
      if (from[each] < to[each] && (open < 0 || to[each] - from[each] < to[open] - from[open])) {
        open = each;
      }
    }
    if (open < 0) {
      return true;
    }
    int near = Math.max(from[open], Math.min(to[open], real[open]));
    for (int by = 0; by <= 6; by++) {
      for (int value : by == 0 ? new int[] {near} : new int[] {near + by, near - by}) {
        if (value >= from[open] && value <= to[open]) {
          if (++guesses > GUESSES) {
            return false;
          }
          int[] lower = from.clone();
          int[] upper = to.clone();
          lower[open] = value;
          upper[open] = value;
          if (narrow(lower, upper, sumsOf.get(open)) && fills(lower, upper)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
