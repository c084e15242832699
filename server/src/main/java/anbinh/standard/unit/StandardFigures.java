package anbinh.standard.unit;

import anbinh.standard.CommuneStanding;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// The figures of the standard by commune and year, counted from the records: numbers without a
/// name of anybody. Rights are the caller's to check. Safe for many threads.
@Component
@NamedInterface("services")
public class StandardFigures {
  private final Standings standings;

  StandardFigures(Standings standings) {
    this.standings = standings;
  }

  /// All communes of a year, in the order of their codes.
  public List<CommuneStanding> list(int year) {
    return standings.list(year);
  }

  public Optional<CommuneStanding> find(UUID communeId, int year) {
    return list(year).stream().filter(each -> each.communeId().equals(communeId)).findFirst();
  }
}
