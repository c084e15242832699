package anbinh.recording.referral;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// Spans of footage that were referred to an investigator, who has not answered yet. Each lapses by
/// itself, so none is ever overdue.
@Component
class FootageReferralWorklist implements WorklistSource {
  private final FootageReferrals referrals;

  FootageReferralWorklist(FootageReferrals referrals) {
    this.referrals = referrals;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.INVESTIGATOR)) {
      return List.of();
    }
    List<FootageReferral> waiting = referrals.waiting(person);
    Instant nextEnd =
        waiting.stream()
            .map(FootageReferral::openUntil)
            .min(Comparator.naturalOrder())
            .orElse(null);
    Instant latest =
        waiting.stream()
            .map(FootageReferral::referredAt)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return List.of(
        new WorklistEntry(WorklistKind.FOOTAGE_REFERRAL, waiting.size(), 0, nextEnd, latest));
  }
}
