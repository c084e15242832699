package anbinh.audit.suspension;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.LogAdministrators;
import anbinh.audit.event.AuditLog;
import anbinh.platform.Finding;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.platform.WrittenReason;
import anbinh.platform.http.WhileReadOnly;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/log/suspension`: what was found of the log, and how two administrators let it go on. One
/// proposes it with a reason, another confirms; where there is no other, one alone decides, and the
/// entry says so.
@RestController
@OnlyWhenServing
@WhileReadOnly
@RequestMapping("/api/log/suspension")
class ResumptionController {
  private static final int SHOWN = 200;
  private static final int MAX_CHARACTERS = 20_000;

  /// What JSON adds to a finding.
  private static final int FIXED = 30;

  private final Suspension suspension;
  private final Resumptions resumptions;
  private final LogAdministrators administrators;
  private final AuditLog log;
  private final TransactionTemplate transaction;

  ResumptionController(
      Suspension suspension,
      Resumptions resumptions,
      LogAdministrators administrators,
      AuditLog log,
      TransactionTemplate transaction) {
    this.suspension = suspension;
    this.resumptions = resumptions;
    this.administrators = administrators;
    this.log = log;
    this.transaction = transaction;
  }

  @GetMapping
  SuspensionView get() {
    Actor reader = administrators.requireReader();
    return view(reader);
  }

  /// Proposes that the log goes on; where nobody else could confirm it, it does.
  @PostMapping("/proposal")
  SuspensionView propose(@Valid @RequestBody ProposalBody body) {
    Actor by = administrators.require();
    List<Finding> findings = requireFindings(body.digest());
    String reason = WrittenReason.of(body.reason());
    administrators.requireConfirmed();
    if (administrators.isAlone(by.personId())) {
      resume(by, null, reason, findings);
    } else {
      log.record(
          Event.of(SuspensionEvent.PROPOSED)
              .by(by)
              .fact(Resumptions.DIGEST, body.digest())
              .detail(Resumptions.REASON, reason)
              .detail(Resumptions.PERSON, by.personId()));
    }
    return view(by);
  }

  /// Confirms what another administrator proposed: the log goes on.
  @PostMapping("/confirmation")
  SuspensionView confirm(@Valid @RequestBody ConfirmationBody body) {
    Actor by = administrators.require();
    List<Finding> findings = requireFindings(body.digest());
    Resumptions.Proposal proposal =
        findProposal(body.digest())
            .orElseThrow(() -> Problem.of(SuspensionProblem.NO_SUCH_PROPOSAL));
    if (!administrators.mayConfirm(by.personId(), proposal.person())) {
      throw administrators.refuse(SuspensionProblem.OWN_RESUMPTION_PROPOSAL);
    }
    administrators.requireConfirmed();
    resume(by, proposal.person(), proposal.reason(), findings);
    return view(by);
  }

  private List<Finding> requireFindings(String digest) {
    suspension.refresh();
    List<Finding> findings =
        suspension.listOpen().stream().map(LogFindingTable.Row::finding).toList();
    if (findings.isEmpty()) {
      throw Problem.of(SuspensionProblem.LOG_NOT_SUSPENDED);
    }
    if (!Resumptions.digest(findings).equals(digest)) {
      throw Problem.of(SuspensionProblem.FINDINGS_CHANGED);
    }
    if (!suspension.isContinuable()) {
      throw Problem.of(SuspensionProblem.LOG_NOT_WHOLE);
    }
    return findings;
  }

  /// A proposal of somebody who may not make one any more is none.
  private Optional<Resumptions.Proposal> findProposal(String digest) {
    return resumptions
        .findProposal(digest)
        .filter(proposal -> administrators.isAdministrator(proposal.person()));
  }

  /// The findings are facts, so that nothing takes them away; as many entries as they need.
  private void resume(Actor by, @Nullable UUID proposer, String reason, List<Finding> findings) {
    Instant since = suspension.findSince().orElseThrow();
    String confirmed = administrators.name(by.personId());
    String names = proposer == null ? confirmed : administrators.name(proposer) + ", " + confirmed;
    transaction.executeWithoutResult(_ -> {
      for (List<Finding> part : parts(findings)) {
        log.record(
            Event.of(SuspensionEvent.RESUMED)
                .by(by)
                .fact("since", since)
                .fact("confirmation", confirmation(by, proposer))
                .fact(Resumptions.DIGEST, Resumptions.digest(findings))
                .fact(
                    Resumptions.FINDINGS,
                    part.stream()
                        .map(each ->
                            Map.of(
                                Resumptions.SUBJECT, each.subject(), Resumptions.WHAT, each.what()))
                        .toList())
                .detail(Resumptions.NAMES, names)
                .detail(Resumptions.REASON, reason));
      }
    });
    suspension.refresh();
  }

  private String confirmation(Actor by, @Nullable UUID proposer) {
    if (proposer == null) {
      return "ALONE";
    }
    return administrators.isIndependent(by.personId(), proposer) ? "TWO" : "NOT_INDEPENDENT";
  }

  /// A record has at most 65,535 bytes.
  private static List<List<Finding>> parts(List<Finding> findings) {
    List<List<Finding>> parts = new ArrayList<>();
    int characters = MAX_CHARACTERS;
    for (Finding finding : findings) {
      int more = finding.subject().length() + finding.what().length() + FIXED;
      if (characters + more > MAX_CHARACTERS) {
        parts.add(new ArrayList<>());
        characters = 0;
      }
      parts.getLast().add(finding);
      characters += more;
    }
    return parts;
  }

  private SuspensionView view(Actor reader) {
    List<LogFindingTable.Row> open = suspension.listOpen();
    String digest = Resumptions.digest(open.stream().map(LogFindingTable.Row::finding).toList());
    Optional<Resumptions.Proposal> proposal =
        open.isEmpty() ? Optional.empty() : findProposal(digest);
    boolean administrator = administrators.isAdministrator(reader.personId());
    return new SuspensionView(
        suspension.findSince().orElse(null),
        suspension.isContinuable(),
        open.size(),
        open.stream()
            .limit(SHOWN)
            .map(row -> new FindingView(row.subject(), row.what(), row.at()))
            .toList(),
        digest,
        proposal
            .map(each ->
                new ProposalView(
                    administrators.name(each.person()),
                    each.at(),
                    each.reason(),
                    administrator && administrators.mayConfirm(reader.personId(), each.person())))
            .orElse(null),
        administrator,
        administrator && !open.isEmpty() && administrators.isAlone(reader.personId()),
        resumptions.listAccepted().reversed().stream()
            .limit(SHOWN)
            .map(each ->
                new AcceptedView(
                    each.finding().subject(),
                    each.finding().what(),
                    each.at(),
                    each.index(),
                    each.names(),
                    each.reason()))
            .toList());
  }

  /// @param digest of the findings that the administrator saw
  record ProposalBody(
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
      @NotBlank @Size(min = WrittenReason.MIN_LENGTH, max = WrittenReason.MAX_LENGTH)
          String reason) {}

  /// @param digest as above
  record ConfirmationBody(@NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest) {}

  /// @param since null where the log is not suspended
  /// @param continuable whether the log could go on as it lies there
  /// @param count of the findings that nobody accepted, of which `findings` are the first
  /// @param digest stands for all of them
  /// @param mayDecide whether the reader administers the whole site
  /// @param alone whether the reader's proposal is the decision, since nobody could confirm it
  /// @param accepted over which the log went on, the last first
  record SuspensionView(
      @Nullable Instant since,
      boolean continuable,
      int count,
      List<FindingView> findings,
      String digest,
      @Nullable ProposalView proposal,
      boolean mayDecide,
      boolean alone,
      List<AcceptedView> accepted) {
    SuspensionView {
      findings = List.copyOf(findings);
      accepted = List.copyOf(accepted);
    }
  }

  record FindingView(String subject, String what, Instant at) {}

  record ProposalView(String by, Instant at, String reason, boolean mayConfirm) {}

  record AcceptedView(
      String subject, String what, Instant at, @Nullable Long index, String names, String reason) {}
}
