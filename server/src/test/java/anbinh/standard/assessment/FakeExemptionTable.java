package anbinh.standard.assessment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Exemptions of one year in memory; StandardIT runs the real table.
public final class FakeExemptionTable extends ExemptionTable {
  private final Map<UUID, Exemption> exemptions = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeExemptionTable() {
    super(null);
  }

  @Override
  public void insert(Exemption exemption) {
    exemptions.put(exemption.areaId(), exemption);
  }

  @Override
  public Map<UUID, Exemption> ofYear(int year) {
    Map<UUID, Exemption> found = new HashMap<>(exemptions);
    found.values().removeIf(each -> each.year() != year);
    return found;
  }

  @Override
  public Optional<Exemption> find(UUID areaId, int year) {
    return Optional.ofNullable(ofYear(year).get(areaId));
  }

  @Override
  public void lock(UUID areaId, int year) {}
}
