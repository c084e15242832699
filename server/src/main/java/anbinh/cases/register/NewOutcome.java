package anbinh.cases.register;

import anbinh.cases.Clarified;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is needed to close a case.
record NewOutcome(
    @NotNull Boolean clarified,
    @Nullable Set<Clarified> clarifiedBy,
    @Nullable @Size(max = 2000) String note) {
  NewOutcome {
    clarifiedBy = clarifiedBy == null ? null : Set.copyOf(clarifiedBy);
  }

  Set<Clarified> by() {
    return clarifiedBy == null ? Set.of() : clarifiedBy;
  }
}
