package anbinh.mediation.team;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The team of a village, with all who were ever proposed for it.
///
/// @param minorityArea whether many people of a minority live there
/// @param minorityRepresented whether the team has one of them, as the commune's officer said; null
///   while they have not
/// @param recognised whether the chair ever recognised it
public record MediationTeam(
    UUID id,
    UUID villageId,
    boolean minorityArea,
    @Nullable Boolean minorityRepresented,
    boolean recognised,
    List<Mediator> mediators) {
  public static final int MIN_MEDIATORS = 3;

  public MediationTeam {
    mediators = List.copyOf(mediators);
  }

  /// What a team lacks by article 12.1 and 14.1.
  public enum Gap {
    TOO_FEW,
    NO_WOMAN,
    NO_LEADER,
    MINORITY
  }

  /// Who mediates today.
  public List<Mediator> serving() {
    return mediators.stream().filter(Mediator::serves).toList();
  }

  public Optional<Mediator> findLeader() {
    return serving().stream().filter(Mediator::leader).findFirst();
  }

  /// What it lacks today.
  public Set<Gap> gaps() {
    return gaps(Mediator::serves);
  }

  /// What it would lack with those who are proposed.
  Set<Gap> gapsWhenRecognised() {
    return gaps(each -> each.serves() || each.waits());
  }

  private Set<Gap> gaps(Predicate<Mediator> counted) {
    List<Mediator> some = mediators.stream().filter(counted).toList();
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    if (some.size() < MIN_MEDIATORS) {
      gaps.add(Gap.TOO_FEW);
    }
    if (some.stream().noneMatch(Mediator::woman)) {
      gaps.add(Gap.NO_WOMAN);
    }
    if (some.stream().noneMatch(Mediator::leader)) {
      gaps.add(Gap.NO_LEADER);
    }
    if (minorityArea && !Boolean.TRUE.equals(minorityRepresented)) {
      gaps.add(Gap.MINORITY);
    }
    return gaps;
  }

  /// Those whom the chair has still to decide about.
  List<Mediator> waiting() {
    return mediators.stream().filter(Mediator::waits).toList();
  }
}
