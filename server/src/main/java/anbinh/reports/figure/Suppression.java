package anbinh.reports.figure;

import anbinh.platform.Figure;
import anbinh.platform.indicator.IndicatorDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which cells of one period are hidden, beside sums that are told exactly: those of 0 to 4, and as
/// many others as keep them open (complementary suppression). A cell is an indicator of a family in
/// a line: a commune, or a part.
///
/// Indicators that are parts of the same one are hidden together in a line, with all that is part
/// of them. A small count is *open* if it could be none, or more than 4, in a table with the same
/// sums and the same cells told, be these known exactly: what it is would be in another hidden
/// line, and of its siblings as much the other way round. While one is not, another line is hidden
/// too; where there is none left, what they are a part of is hidden, at last all of the family. Of
/// one line alone nothing can be kept open: who asks sees to it that there are more.
final class Suppression {
  private final List<IndicatorDefinition> family;
  private final int lines;

  /// Counts by indicator and line.
  private final long[][] counts;

  /// Of which other one of the family each is a part; -1 for none.
  private final int[] parents;

  private final boolean[][] hidden;

  /// Those that are parts of the same indicator, or of none.
  private final List<List<Integer>> groups;

  /// A count of the table.
  interface Cells {
    long count(IndicatorDefinition indicator, int line);
  }

  Suppression(List<IndicatorDefinition> family, int lines, Cells cells) {
    this.family = List.copyOf(family);
    this.lines = lines;
    this.counts = new long[family.size()][lines];
    this.parents = new int[family.size()];
    this.hidden = new boolean[family.size()][lines];
    for (int i = 0; i < family.size(); i++) {
      parents[i] = place(family.get(i).of());
      for (int line = 0; line < lines; line++) {
        counts[i][line] = cells.count(family.get(i), line);
      }
    }
    Map<Integer, List<Integer>> byParent = new LinkedHashMap<>();
    for (int i = 0; i < parents.length; i++) {
      byParent.computeIfAbsent(parents[i], _ -> new ArrayList<>()).add(i);
    }
    this.groups = List.copyOf(byParent.values());
    groups.forEach(this::hideSmall);
    keepOpen();
  }

  private int place(@Nullable String code) {
    for (int i = 0; i < family.size(); i++) {
      if (family.get(i).code().equals(code)) {
        return i;
      }
    }
    return -1;
  }

  boolean hides(IndicatorDefinition indicator, int line) {
    return hidden[place(indicator.code())][line];
  }

  static boolean isSmall(long count) {
    return count > 0 && count < Figure.MIN_SHOWN;
  }

  private List<Integer> siblings(int indicator) {
    return groups.stream().filter(each -> each.contains(indicator)).findFirst().orElseThrow();
  }

  /// Hides 0 to 4 with its siblings, and these where 1 to 4 are left of what they are a part of.
  private void hideSmall(List<Integer> siblings) {
    int parent = parents[siblings.getFirst()];
    for (int line = 0; line < lines; line++) {
      long rest = parent < 0 ? 0 : counts[parent][line];
      boolean small = false;
      for (int each : siblings) {
        small |= counts[each][line] < Figure.MIN_SHOWN;
        rest -= parent < 0 ? 0 : counts[each][line];
      }
      if (small || isSmall(rest)) {
        hide(siblings, line);
      }
    }
  }

  /// Hides some siblings in a line with all that is part of them.
  private void hide(List<Integer> siblings, int line) {
    for (int each : siblings) {
      hidden[each][line] = true;
      for (List<Integer> parts : groups) {
        if (parents[parts.getFirst()] == each) {
          hide(parts, line);
        }
      }
    }
  }

  private void keepOpen() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < parents.length && !changed; i++) {
        for (int line = 0; line < lines && !changed; line++) {
          if (hidden[i][line] && isSmall(counts[i][line]) && !isOpen(i, line)) {
            changed = hideAnother(i);
          }
        }
      }
    }
  }

  private boolean isOpen(int indicator, int line) {
    int top = top(indicator);
    if (hidden[top][line] && others(top, line) > 0) {
      return true; // all of the line's family could be in another one
    }
    long count = counts[indicator][line];
    long room = 0;
    long more = 0;
    for (int other = 0; other < lines; other++) {
      if (other != line && hidden[indicator][other]) {
        room += slack(indicator, other);
        more += counts[indicator][other];
      }
    }
    return room >= count || Math.min(slack(indicator, line), more) >= Figure.MIN_SHOWN - count;
  }

  private int top(int indicator) {
    return parents[indicator] < 0 ? indicator : top(parents[indicator]);
  }

  /// In how many other lines it is hidden.
  private int others(int indicator, int line) {
    int others = 0;
    for (int other = 0; other < lines; other++) {
      others += other != line && hidden[indicator][other] ? 1 : 0;
    }
    return others;
  }

  /// By how much it could be more in a line, if its siblings or what nobody tells were less.
  private long slack(int indicator, int line) {
    int parent = parents[indicator];
    return parent < 0 ? Long.MAX_VALUE / 4 : counts[parent][line] - counts[indicator][line];
  }

  /// Hides it in the line that leaves most room, of those at the top the smallest; in none left,
  /// what it is a part of, everywhere.
  ///
  /// @return whether anything more was hidden
  private boolean hideAnother(int indicator) {
    List<Integer> siblings = siblings(indicator);
    int best = -1;
    for (int line = 0; line < lines; line++) {
      if (!hidden[indicator][line] && (best < 0 || isBetter(indicator, line, best))) {
        best = line;
      }
    }
    if (best >= 0) {
      hide(siblings, best);
      return true;
    }
    int parent = parents[indicator];
    if (parent < 0) {
      return false;
    }
    boolean more = false;
    for (int line = 0; line < lines; line++) {
      more |= !hidden[parent][line];
      hide(siblings(parent), line);
    }
    return more || hideAnother(parent);
  }

  private boolean isBetter(int indicator, int line, int than) {
    return parents[indicator] < 0
        ? counts[indicator][line] < counts[indicator][than]
        : slack(indicator, line) > slack(indicator, than);
  }
}
