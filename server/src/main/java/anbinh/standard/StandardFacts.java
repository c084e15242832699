package anbinh.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What records say beside a criterion: counted, and judged by nobody here. Each room that knows
/// something implements it; the answer is a person's all the same.
public interface StandardFacts {
  /// A question: what is known of an area in a period for a criterion of the law.
  ///
  /// @param year for which the unit is assessed
  /// @param from the first day of the period
  /// @param to its last day
  /// @param criterion its code, such as `5.4`
  record Question(
      UUID areaId, UnitKind kind, int year, LocalDate from, LocalDate to, String criterion) {}

  /// What is known; empty where nothing is.
  List<StandardFact> answer(Question question);
}
