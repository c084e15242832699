package anbinh.programme.lifecycle;

import anbinh.areas.unit.Areas;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblems;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.programme.ProgrammeEvent;
import anbinh.programme.ProgrammeProblem;
import anbinh.programme.lifecycle.ProgrammeConsentTable.Consent;
import anbinh.programme.lifecycle.ProgrammeForms.ProgrammeConsent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Has the communes in which a part of a programme lies consent to its launch and to changes of it;
/// rights are the caller's to check. Safe for many threads.
@Component
public class ProgrammeConsents {
  private final ProgrammeConsentTable table;
  private final ProgrammeTable programmes;
  private final ProgrammeProposalTable proposals;
  private final ProgrammeVersionTable versions;
  private final ProgrammeAreas areas;
  private final Areas names;
  private final People people;
  private final Access access;
  private final SiteClock clock;
  private final AuditLog log;

  ProgrammeConsents(
      ProgrammeConsentTable table,
      ProgrammeTable programmes,
      ProgrammeProposalTable proposals,
      ProgrammeVersionTable versions,
      ProgrammeAreas areas,
      Areas names,
      People people,
      Access access,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.programmes = programmes;
    this.proposals = proposals;
    this.versions = versions;
    this.areas = areas;
    this.names = names;
    this.people = people;
    this.access = access;
    this.clock = clock;
    this.log = log;
  }

  /// Whether something that waits needs the consent of the other communes.
  public static boolean needed(ProgrammeProposal proposal) {
    return proposal.kind() == ProgrammeProposal.Kind.LAUNCH
        || proposal.kind() == ProgrammeProposal.Kind.CHANGE;
  }

  /// The communes that have not consented to a text.
  Set<UUID> missing(Programme programme, int version) {
    Set<UUID> missing = new LinkedHashSet<>(areas.partners(programme));
    table.list(programme.id(), version).forEach(each -> missing.remove(each.communeId()));
    return missing;
  }

  /// Requires that all have consented.
  void require(Programme programme, ProgrammeProposal proposal) {
    Set<UUID> missing = needed(proposal) ? missing(programme, proposal.version()) : Set.of();
    if (!missing.isEmpty()) {
      Map<UUID, String> called = names.names(missing);
      throw Problem.of(
          ProgrammeProblem.PROGRAMME_CONSENT_MISSING,
          programme.code(),
          missing.stream()
              .map(each -> called.getOrDefault(each, "?"))
              .sorted()
              .collect(Collectors.joining(", ")));
    }
  }

  /// Consents for a commune; another person than who brought it about.
  @Transactional
  public void consent(UUID id, ProgrammeConsent requested, Person by) {
    Programme programme =
        programmes
            .findForUpdate(id)
            .orElseThrow(() -> Problem.of(ProgrammeProblem.NO_SUCH_PROGRAMME));
    ProgrammeProposal proposal =
        proposals
            .findPending(id)
            .filter(ProgrammeConsents::needed)
            .orElseThrow(() -> Problem.of(ProgrammeProblem.NO_PROGRAMME_PROPOSAL));
    if (proposal.authors(programme, versions.writers(List.of(id))).stream()
        .anyMatch(each -> people.maybeSame(by, each))) {
      throw access.refuse(ProgrammeProblem.OWN_PROGRAMME_PROPOSAL, "programme", id);
    }
    if (!proposal.id().equals(requested.actId()) || proposal.version() != requested.version()) {
      throw Problem.of(ProgrammeProblem.PROGRAMME_OTHER_VERSION, programme.code());
    }
    if (!missing(programme, proposal.version()).contains(requested.communeId())) {
      throw Problem.invalid("communeId", "programme-no-consent");
    }
    var problems = new FieldProblems();
    if (requested.on().isAfter(clock.today())) {
      problems.reject("on", "past-or-present");
    } else if (requested.on().isBefore(Programmes.FIRST_DAY)) {
      problems.reject("on", "programme-day-early", Programmes.FIRST_DAY);
    }
    String number = WrittenText.orNull(requested.number());
    if (number == null) {
      problems.reject("number", "required");
    }
    if (!problems.isEmpty() || number == null) {
      throw Problem.invalid(problems);
    }
    table.insert(
        id,
        proposal.version(),
        new Consent(
            requested.communeId(),
            by.id(),
            clock.now(),
            number,
            requested.on(),
            WrittenText.orNull(requested.signer())));
    log.record(
        Programmes.event(ProgrammeEvent.CONSENTED, programme, by)
            .fact("commune", requested.communeId())
            .fact("version", proposal.version())
            .fact("paperOn", requested.on().toString())
            .detail("paper", number));
  }
}
