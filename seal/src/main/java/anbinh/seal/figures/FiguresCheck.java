package anbinh.seal.figures;

import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.log.Leaf;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts a log again, leaf by leaf from the first, and holds what its leaves publish against it:
/// what is open of them ([CountOf#isOpen]). Whether they are the log's is for the caller to check.
///
/// Memory grows with what is not published yet, not with the log. Not thread-safe.
public final class FiguresCheck {
  /// The type of the entries that publish figures.
  public static final String PUBLISHED = "oversight.figures-published";

  private static final int MAX_FINDINGS = 100;

  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<LocalDate, Map<CountOf, Long>> counted = new TreeMap<>();
  private long size;
  private int publications;
  private long next;
  private @Nullable LocalDate through;

  /// A check that has seen no entry.
  public FiguresCheck() {}

  private record Waiting(long index, LocalDate day, Map<CountOf, Long> changes) {}

  /// What does not agree.
  public enum Kind {
    /// A figure is not what the log counts.
    OTHER_FIGURE,
    /// Entries between two publications count in neither, or in both.
    LEFT_OUT,
    /// A leaf does not have its form.
    UNREADABLE
  }

  /// Something that does not agree.
  ///
  /// @param index the leaf that publishes, or does not have its form
  /// @param day whose figure it is; null when it is none
  /// @param what which figure; null likewise
  public record Finding(
      Kind kind,
      long index,
      @Nullable LocalDate day,
      @Nullable CountOf what,
      long counted,
      long published) {}

  /// What was found.
  ///
  /// @param size how many entries there were
  /// @param publications how many of them publish figures
  /// @param through the last day that was published; null when none was
  /// @param counted what the entries that were published count, by day
  /// @param unpublished how many entries that count come after the last publication
  /// @param findings what does not agree, at most 100
  public record Report(
      long size,
      int publications,
      @Nullable LocalDate through,
      Map<LocalDate, Map<CountOf, Long>> counted,
      int unpublished,
      List<Finding> findings) {
    /// Copies the findings.
    public Report {
      counted = new TreeMap<>(counted);
      findings = List.copyOf(findings);
    }
  }

  /// Takes the next entry.
  public void add(byte[] entry) {
    long index = size++;
    Leaf.Open open;
    try {
      open = Leaf.parse(entry).open();
    } catch (FormatProblem e) {
      find(new Finding(Kind.UNREADABLE, index, null, null, 0, 0));
      return;
    }
    if (open == null) {
      return;
    }
    if (open.type().equals(PUBLISHED)) {
      publications++;
      try {
        publish(index, new Json.Obj(open.facts()));
      } catch (FormatProblem | DateTimeException e) {
        find(new Finding(Kind.UNREADABLE, index, null, null, 0, 0));
      }
      return;
    }
    Map<CountOf, Long> changes = new EnumMap<>(CountOf.class);
    for (CountOf what : CountOf.values()) {
      long change = what.in(open.type(), open.facts());
      if (change != 0) {
        changes.put(what, change);
      }
    }
    if (!changes.isEmpty()) {
      waiting.add(new Waiting(index, open.day(), changes));
    }
  }

  /// What was found in the entries so far.
  public Report report() {
    return new Report(size, publications, through, counted, waiting.size(), findings);
  }

  private void publish(long index, Json.Obj facts) {
    LocalDate day = LocalDate.parse(facts.getString("through"));
    long from = facts.getLong("from");
    long to = facts.getLong("to");
    Map<LocalDate, Map<CountOf, Long>> published = days(facts);
    if (from != next || to < from || to > index || (through != null && !day.isAfter(through))) {
      find(new Finding(Kind.LEFT_OUT, index, null, null, next, from));
    }
    var again = new Counts(through == null ? LocalDate.MIN : through.plusDays(1));
    while (!waiting.isEmpty() && waiting.getFirst().index() < to) {
      Waiting each = waiting.removeFirst();
      each.changes().forEach((what, change) -> again.add(each.day(), what, change));
    }
    compare(index, again.days(), published);
    again
        .days()
        .forEach((on, counts) ->
            counts.forEach((what, count) ->
                counted
                    .computeIfAbsent(on, _ -> new EnumMap<>(CountOf.class))
                    .merge(what, count, Long::sum)));
    next = Math.max(next, Math.min(to, index));
    through = through == null || day.isAfter(through) ? day : through;
  }

  private void compare(
      long index,
      Map<LocalDate, Map<CountOf, Long>> again,
      Map<LocalDate, Map<CountOf, Long>> published) {
    var days = new TreeMap<>(again);
    days.putAll(published);
    for (LocalDate day : days.keySet()) {
      for (CountOf what : CountOf.values()) {
        long here = again.getOrDefault(day, Map.of()).getOrDefault(what, 0L);
        long there = published.getOrDefault(day, Map.of()).getOrDefault(what, 0L);
        if (here != there) {
          find(new Finding(Kind.OTHER_FIGURE, index, day, what, here, there));
        }
      }
    }
  }

  private static Map<LocalDate, Map<CountOf, Long>> days(Json.Obj facts) {
    Map<LocalDate, Map<CountOf, Long>> days = new TreeMap<>();
    object(facts, "days")
        .members()
        .keySet()
        .forEach(day -> {
          Json.Obj numbers = object(object(facts, "days"), day);
          Map<CountOf, Long> counts = new EnumMap<>(CountOf.class);
          numbers.members().keySet().forEach(name -> counts.put(what(name), numbers.getLong(name)));
          days.put(LocalDate.parse(day), counts);
        });
    return days;
  }

  private static Json.Obj object(Json.Obj of, String name) {
    if (of.find(name).orElse(null) instanceof Json.Obj object) {
      return object;
    }
    throw new FormatProblem("\"" + name + "\" is not an object");
  }

  private static CountOf what(String name) {
    try {
      return CountOf.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new FormatProblem("nothing counts \"" + name + "\"", e);
    }
  }

  private void find(Finding finding) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(finding);
    }
  }
}
