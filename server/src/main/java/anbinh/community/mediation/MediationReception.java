package anbinh.community.mediation;

import anbinh.community.mediation.dispute.Mediations;
import anbinh.community.mediation.dispute.NewMediation;
import anbinh.community.mediation.dispute.NewMediation.ScopeAnswer;
import anbinh.community.mediation.dispute.ScopeCheck;
import anbinh.identity.Person;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How what was reported elsewhere comes to the mediators of a village. Rights are the caller's to
/// check. Safe for many threads.
@Component
public class MediationReception {
  private final Mediations mediations;

  MediationReception(Mediations mediations) {
    this.mediations = mediations;
  }

  /// What the answers to the scope check say.
  ///
  /// @param passes whether it may be mediated
  /// @param guards whether it is violence in a family, or about a child
  public record ScopeAnswered(boolean passes, boolean guards) {}

  /// Throws a problem that names `answers` unless each question has one answer.
  public ScopeAnswered check(List<ScopeAnswer> answers) {
    ScopeCheck check = ScopeCheck.of(answers);
    return new ScopeAnswered(check.passed(), check.guards());
  }

  /// Takes one down that passed.
  public UUID receive(NewMediation wanted, Person by) {
    return mediations.receive(wanted, by);
  }
}
