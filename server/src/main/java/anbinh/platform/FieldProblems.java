package anbinh.platform;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What is wrong with the fields of a body, collected rule by rule, so that the sender learns of
/// all at once. What can be said of a field by itself its record says by constraints; what depends
/// on other fields or on what there is, a rule says here. Not thread-safe.
public final class FieldProblems extends AbstractList<FieldProblem> {
  private final List<FieldProblem> all;

  public FieldProblems() {
    this(List.of());
  }

  /// @param found what other rules found already
  public FieldProblems(Collection<FieldProblem> found) {
    all = new ArrayList<>(found);
  }

  /// @param arguments for the text of the code, as `{0}`, `{1}`
  public void reject(String field, String code, Object... arguments) {
    add(new FieldProblem(field, code, List.of(arguments)));
  }

  /// @throws Problem that names every wrong field, if any
  public void requireNone() {
    if (!isEmpty()) {
      throw Problem.invalid(this);
    }
  }

  @Override
  public void add(int index, FieldProblem problem) {
    all.add(index, problem);
  }

  @Override
  public FieldProblem get(int index) {
    return all.get(index);
  }

  @Override
  public int size() {
    return all.size();
  }
}
