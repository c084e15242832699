package anbinh.mediation.dispute;

import anbinh.identity.Person;
import anbinh.mediation.NewMediation;
import anbinh.mediation.NewMediation.ScopeAnswer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// How what was reported elsewhere comes to the mediators of a village. Rights are the caller's to
/// check. Safe for many threads.
@Component
@NamedInterface("services")
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
  ///
  /// @param background what was written of it there
  public UUID receive(NewMediation requested, List<String> background, Person by) {
    return mediations.receive(requested, background, by);
  }

  /// What was reported is to be decided again: nothing of it goes on before the officer has looked.
  ///
  /// @param by null for who reported
  public void stop(UUID mediation, @Nullable Person by) {
    mediations.stop(mediation, by);
  }

  /// What was reported says more, be it by another report that tells of the same.
  ///
  /// @param by null for who reported
  public void suspect(UUID mediation, Collection<String> texts, @Nullable Person by) {
    mediations.suspect(mediation, texts, by);
  }
}
