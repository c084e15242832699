package anbinh.mediation.figures;

import anbinh.identity.AreaScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Mediations that were received and agreed on some days; MediationsIT counts real ones.
public final class FakeMediationFigures extends MediationFigures {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(LocalDate day, OfVillage of) {}

  @SuppressWarnings("NullAway") // there is no table
  public FakeMediationFigures() {
    super(null, null);
  }

  public void add(LocalDate day, UUID village, long received, long agreed) {
    entries.add(
        new Entry(day, new OfVillage(village, null, new Counts(received, agreed, 0, 0, 0, 0, 0))));
  }

  @Override
  public List<OfVillage> list(LocalDate from, LocalDate to, AreaScope scope) {
    return entries.stream()
        .filter(each -> !each.day().isBefore(from) && !each.day().isAfter(to))
        .map(Entry::of)
        .filter(each -> scope.includes(each.villageId()))
        .toList();
  }
}
