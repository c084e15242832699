package anbinh;

import java.util.ArrayList;
import java.util.List;

/// Values that are dealt out in turn.
final class Dealt<T> {
  private final List<T> values;
  private int next;

  Dealt(List<T> values) {
    this.values = values;
  }

  /// The next ones, in a list of the caller's.
  List<T> next(int count) {
    List<T> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(values.get(next++ % values.size()));
    }
    return some;
  }
}
