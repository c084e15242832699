package anbinh.cases.type;

import anbinh.cases.CaseType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Kinds of cases in memory; CasesIT runs the real table.
public final class FakeCaseTypes extends CaseTypes {
  private final Map<String, CaseType> types = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakeCaseTypes() {
    super(null);
  }

  public void add(String code, LocalDate from, @Nullable LocalDate to) {
    types.put(code, new CaseType(code, new CaseType.Names(code, code, code), from, to));
  }

  @Override
  public Optional<CaseType> find(String code) {
    return Optional.ofNullable(types.get(code));
  }
}
