package anbinh.team.imports;

import anbinh.team.Identity;
import anbinh.team.Paper;
import anbinh.team.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was read of a list: a team, and somebody in it. Nothing of it is printed.
final class TeamRow {
  private TeamRow() {}

  /// What the rows of one team say of it, the first that says something.
  ///
  /// @param row the first one that names it
  /// @param fresh whether it is a new one, and not one that there is
  record Unit(
      int row,
      UUID id,
      UUID communeId,
      String communeName,
      String name,
      List<UUID> villages,
      @Nullable Integer planned,
      @Nullable Paper paper,
      boolean fresh) {
    Unit {
      villages = List.copyOf(villages);
    }

    LocalDate established() {
      Paper decided = paper;
      return decided == null ? LocalDate.MIN : decided.on();
    }
  }

  /// @param row in the list
  record Person(
      int row,
      UUID id,
      Unit unit,
      Identity who,
      Position position,
      LocalDate from,
      LocalDate until,
      boolean overAge,
      Paper paper,
      @Nullable String certificate,
      @Nullable String badge) {
    @Override
    public String toString() {
      return "Person[row=" + row + "]";
    }
  }
}
