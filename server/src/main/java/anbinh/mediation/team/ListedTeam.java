package anbinh.mediation.team;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// A team that a list brings in; the chair recognised it on paper before.
public record ListedTeam(
    UUID id, UUID villageId, boolean minorityArea, List<ListedMediator> mediators) {
  public ListedTeam {
    mediators = List.copyOf(mediators);
  }

  /// @param decision the number of the paper, and its day
  public record ListedMediator(
      UUID id, String name, boolean woman, boolean leader, String decision, LocalDate on) {
    @Override
    public String toString() {
      return "ListedMediator[" + id + "]";
    }
  }
}
