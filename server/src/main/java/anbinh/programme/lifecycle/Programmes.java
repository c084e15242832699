package anbinh.programme.lifecycle;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.platform.sql.ShortCodes;
import anbinh.programme.ProgrammeEvent;
import anbinh.programme.ProgrammeProblem;
import anbinh.programme.ProgrammeState;
import anbinh.programme.kind.ProgrammeKind;
import anbinh.programme.kind.ProgrammeKinds;
import anbinh.programme.kind.ProgrammeText;
import anbinh.programme.lifecycle.ProgrammeContent.ProgrammePartner;
import anbinh.programme.lifecycle.ProgrammeForms.NewProgramme;
import anbinh.programme.lifecycle.ProgrammeForms.NewProgrammeProposal;
import anbinh.programme.lifecycle.ProgrammeForms.ProgrammeDecision;
import anbinh.programme.lifecycle.ProgrammeForms.ProgrammeRevision;
import anbinh.programme.lifecycle.ProgrammeProposal.Decision;
import anbinh.programme.lifecycle.ProgrammeProposal.Kind;
import anbinh.programme.lifecycle.ProgrammeProposal.Outcome;
import anbinh.programme.lifecycle.ProgrammeVersionTable.Written;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Has programmes proposed, written anew, launched, changed, rested, resumed and ended, which needs
/// two people; rights are the caller's to check. Safe for many threads.
@Component
public class Programmes {
  /// *Mô hình.*
  public static final String CODE_PREFIX = "MH";

  /// The kind that joins adjoining communes (*khu vực, địa bàn liên kết*).
  public static final String LINKED_AREA = "LINKED_AREA";

  /// Papers from before it are not of this movement.
  public static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

  private final ProgrammeTable table;
  private final ProgrammeVersionTable versions;
  private final ProgrammeProposalTable proposals;
  private final ProgrammeConsents consents;
  private final ProgrammeKinds kinds;
  private final ProgrammeAreas areas;
  private final ShortCodes codes;
  private final People people;
  private final Access access;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  Programmes(
      ProgrammeTable table,
      ProgrammeVersionTable versions,
      ProgrammeProposalTable proposals,
      ProgrammeConsents consents,
      ProgrammeKinds kinds,
      ProgrammeAreas areas,
      ShortCodes codes,
      People people,
      Access access,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.versions = versions;
    this.proposals = proposals;
    this.consents = consents;
    this.kinds = kinds;
    this.areas = areas;
    this.codes = codes;
    this.people = people;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  public Programme get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(ProgrammeProblem.NO_SUCH_PROGRAMME));
  }

  /// One that is held until the transaction ends.
  public Programme lockForUpdate(UUID id) {
    return table
        .findForUpdate(id)
        .orElseThrow(() -> Problem.of(ProgrammeProblem.NO_SUCH_PROGRAMME));
  }

  /// One that runs, held until the transaction ends.
  public Programme holdRunning(UUID id) {
    Programme programme = lockForUpdate(id);
    if (!programme.state().runs()) {
      throw wrongState(programme);
    }
    return programme;
  }

  public static Problem wrongState(Programme programme) {
    return Problem.of(ProgrammeProblem.PROGRAMME_STATE, programme.code())
        .with("state", programme.state().name());
  }

  @Transactional
  public Programme propose(NewProgramme requested, Person by) {
    ProgrammeKind kind = kinds.get(requested.kindId());
    if (kind.version() != requested.kindVersion()) {
      throw Problem.of(ProgrammeProblem.PROGRAMME_KIND_REVISED, kind.code());
    }
    List<UUID> wantedAreas = requested.areaIds().stream().distinct().toList();
    boolean linked = kind.code().equals(LINKED_AREA);
    var problems = new FieldProblems(areas.problems(wantedAreas, linked));
    String name = ProgrammeText.written("name", requested.name(), problems);
    ProgrammeContent content = written(requested.content(), problems);
    problems.requireNone();
    UUID commune = areas.communeOf(wantedAreas.getFirst()).orElseThrow();
    Set<UUID> communes = new TreeSet<>(Set.of(commune));
    wantedAreas.forEach(each -> areas.communeOf(each).ifPresent(communes::add));
    communes.forEach(table::lockForUpdate);
    var programme =
        new Programme(
            ids.next(),
            codes.next(CODE_PREFIX),
            kind.id(),
            kind.version(),
            commune,
            wantedAreas,
            name,
            ProgrammeState.PROPOSED,
            1,
            null,
            null,
            false,
            null);
    Map<String, String> taken = areas.taken(kind.id(), wantedAreas, programme.id());
    if (!taken.isEmpty()) {
      throw Problem.invalid("areaIds", "programme-area-taken", ProgrammeAreas.line(taken));
    }
    add(programme, content, by);
    return programme;
  }

  /// Adds one that waits to be launched; its communes are held, and nothing stands in its way.
  public void add(Programme programme, ProgrammeContent content, Person by) {
    table.insert(programme, clock.now());
    versions.insert(new Written(programme.id(), 1, null, content, null, by.id(), clock.now()));
    addProposal(programme, Kind.LAUNCH, 1, null, by);
    Event event = event(ProgrammeEvent.PROPOSED, programme, by).fact("areas", programme.areaIds());
    log.record(
        programme.parentId() == null ? event : event.fact("copiedFrom", programme.parentId()));
  }

  /// Writes another text: of what waits to be launched or changed, or as a change of what runs.
  @Transactional
  public void revise(UUID id, ProgrammeRevision requested, Person by) {
    Programme programme = lockForUpdate(id);
    int last = versions.list(id).getFirst().version();
    if (last != requested.version()) {
      throw Problem.of(ProgrammeProblem.PROGRAMME_OTHER_VERSION, programme.code());
    }
    Optional<ProgrammeProposal> pending = proposals.findPending(id);
    switch (programme.state()) {
      case PROPOSED, LAUNCHED, ACTIVE, DORMANT -> {}
      case REFUSED, ENDED -> throw wrongState(programme);
    }
    var problems = new FieldProblems();
    ProgrammeContent content = written(requested.content(), problems);
    String reason = ProgrammeText.optional("reason", requested.reason(), problems);
    @Nullable String name =
        requested.name() == null ? null : ProgrammeText.written("name", requested.name(), problems);
    if (programme.state() != ProgrammeState.PROPOSED && reason == null) {
      problems.reject("reason", "required");
    }
    problems.requireNone();
    int version = last + 1;
    versions.insert(new Written(id, version, name, content, reason, by.id(), clock.now()));
    if (pending.isEmpty()) {
      addProposal(programme, Kind.CHANGE, version, reason, by);
    } else {
      switch (pending.get().kind()) {
        case LAUNCH, CHANGE -> proposals.move(pending.get().id(), version);
        case REST, RESUME, END, LAUNCH_DAY ->
            throw Problem.of(ProgrammeProblem.PROGRAMME_PROPOSAL_PENDING, programme.code());
      }
    }
    if (programme.state() == ProgrammeState.PROPOSED) {
      table.setVersion(id, version);
      if (name != null) {
        table.rename(programme, name);
      }
    }
    log.record(event(ProgrammeEvent.REVISED, programme, by).fact("version", version));
  }

  /// Proposes a rest, its resumption, or the end.
  @Transactional
  public void proposeStep(UUID id, NewProgrammeProposal requested, Person by) {
    var problems = new FieldProblems();
    String reason = ProgrammeText.written("reason", requested.reason(), problems);
    problems.requireNone();
    Programme programme = lockForUpdate(id);
    ProgrammeState state = programme.state();
    Kind kind = Kind.valueOf(requested.step().name());
    boolean fits =
        switch (requested.step()) {
          case REST -> state.runs();
          case RESUME -> state == ProgrammeState.DORMANT;
          case END -> state.runs() || state == ProgrammeState.DORMANT;
          case LAUNCH_DAY -> programme.launchedOn() != null;
        };
    if (!fits) {
      throw wrongState(programme);
    }
    addProposal(programme, kind, programme.version(), reason, by);
    log.record(event(ProgrammeEvent.ACT_PROPOSED, programme, by).fact("act", kind));
  }

  private void addProposal(
      Programme programme, Kind kind, int version, @Nullable String reason, Person by) {
    if (proposals.findPending(programme.id()).isPresent()) {
      throw Problem.of(ProgrammeProblem.PROGRAMME_PROPOSAL_PENDING, programme.code());
    }
    proposals.insert(
        new ProgrammeProposal(
            ids.next(),
            programme.id(),
            kind,
            version,
            reason,
            by.id(),
            by.id(),
            clock.now(),
            null));
  }

  /// Accepts or refuses what waits; another person than who proposed it and who wrote its text or
  /// one on the way to it.
  @Transactional
  public void decide(UUID id, ProgrammeDecision requested, Person by) {
    new TreeSet<>(areas.communes(get(id))).forEach(table::lockForUpdate);
    Programme programme = lockForUpdate(id);
    ProgrammeProposal proposal =
        proposals
            .findPending(id)
            .orElseThrow(() -> Problem.of(ProgrammeProblem.NO_PROGRAMME_PROPOSAL));
    if (proposal.authors(programme, versions.writers(List.of(id))).stream()
        .anyMatch(each -> people.maybeSame(by, each))) {
      throw access.refuse(ProgrammeProblem.OWN_PROGRAMME_PROPOSAL, "programme", id);
    }
    if (!proposal.id().equals(requested.actId()) || proposal.version() != requested.version()) {
      throw Problem.of(ProgrammeProblem.PROGRAMME_OTHER_VERSION, programme.code());
    }
    Decision decision = decision(requested, programme, proposal, by);
    if (decision.outcome() == Outcome.ACCEPTED) {
      accept(programme, proposal, decision);
    } else if (proposal.kind() == Kind.LAUNCH) {
      table.setState(id, ProgrammeState.REFUSED);
    }
    proposals.decide(proposal.id(), decision);
    Event event =
        event(type(proposal.kind(), decision.outcome()), programme, by)
            .fact("act", proposal.kind())
            .fact("version", proposal.version());
    String number = decision.number();
    LocalDate on = decision.on();
    log.record(
        number == null || on == null
            ? event
            : event.fact("paperOn", on.toString()).detail("paper", number));
  }

  private void accept(Programme programme, ProgrammeProposal proposal, Decision decision) {
    LocalDate on = decision.on();
    if (on == null) {
      throw new IllegalStateException("accepted without a paper");
    }
    UUID id = programme.id();
    consents.require(programme, proposal);
    switch (proposal.kind()) {
      case LAUNCH -> {
        Map<String, String> taken = areas.taken(programme.kindId(), programme.areaIds(), id);
        if (!taken.isEmpty()) {
          throw Problem.invalid("outcome", "programme-area-taken", ProgrammeAreas.line(taken));
        }
        table.launch(id, on);
      }
      case CHANGE -> {
        table.setVersion(id, proposal.version());
        String name = versions.get(id, proposal.version()).name();
        if (name != null) {
          table.rename(programme, name);
        }
      }
      case LAUNCH_DAY -> table.setLaunchedOn(id, on);
      case REST -> table.setState(id, ProgrammeState.DORMANT);
      case RESUME -> table.setState(id, ProgrammeState.ACTIVE);
      case END -> table.end(id, on);
    }
  }

  private Decision decision(
      ProgrammeDecision requested, Programme programme, ProgrammeProposal proposal, Person by) {
    var problems = new FieldProblems();
    String reason = ProgrammeText.optional("reason", requested.reason(), problems);
    if (requested.outcome() == Outcome.REFUSED) {
      if (reason == null) {
        problems.reject("reason", "required");
      }
      problems.requireNone();
      return new Decision(Outcome.REFUSED, reason, by.id(), clock.now(), null, null, null);
    }
    String number = WrittenText.orNull(requested.number());
    LocalDate on = requested.on();
    problems.addAll(
        proposal.kind() == Kind.LAUNCH_DAY
            ? launchDayProblems(number, on, programme)
            : paperProblems(number, on, programme));
    problems.requireNone();
    return new Decision(
        Outcome.ACCEPTED,
        reason,
        by.id(),
        clock.now(),
        number,
        on,
        WrittenText.orNull(requested.signer()));
  }

  /// What is wrong with the paper of a decision: it has a number and a day that has come, not
  /// before the programme began, and of this century: a slip of the pen would stand for good.
  public FieldProblems paperProblems(
      @Nullable String number, @Nullable LocalDate on, Programme programme) {
    return paperProblems(number, on, programme.launchedOn());
  }

  /// The same of the decision that says on which day it was launched: not after anything that is
  /// known of it.
  private FieldProblems launchDayProblems(
      @Nullable String number, @Nullable LocalDate on, Programme programme) {
    LocalDate first = proposals.findFirstAfterLaunch(programme.id()).orElse(programme.endedOn());
    FieldProblems problems = paperProblems(number, on, (LocalDate) null);
    if (on != null && first != null && on.isAfter(first)) {
      problems.reject("on", "programme-after-first", first);
    }
    return problems;
  }

  private FieldProblems paperProblems(
      @Nullable String number, @Nullable LocalDate on, @Nullable LocalDate launched) {
    var problems = new FieldProblems();
    if (number == null) {
      problems.reject("number", "required");
    }
    if (on == null) {
      problems.reject("on", "required");
    } else if (on.isAfter(clock.today())) {
      problems.reject("on", "past-or-present");
    } else if (on.isBefore(FIRST_DAY)) {
      problems.reject("on", "programme-day-early", FIRST_DAY);
    } else if (launched != null && on.isBefore(launched)) {
      problems.reject("on", "programme-before-launch", launched);
    }
    return problems;
  }

  private static ProgrammeContent written(ProgrammeContent content, FieldProblems problems) {
    var found = new FieldProblems();
    var written =
        new ProgrammeContent(
            ProgrammeText.written("content.goal", content.goal(), found),
            ProgrammeText.lines("content.rules", content.rules(), found),
            ProgrammeText.lines("content.criteria", content.criteria(), found),
            partners(content.partners(), found),
            content.indicators().stream().distinct().toList());
    problems.addAll(found);
    return written;
  }

  private static List<ProgrammePartner> partners(
      List<ProgrammePartner> some, FieldProblems problems) {
    List<ProgrammePartner> partners = new ArrayList<>();
    for (ProgrammePartner each : some) {
      String at = "content.partners[" + partners.size() + "].";
      partners.add(
          new ProgrammePartner(
              each.kind(),
              ProgrammeText.optional(at + "name", each.name(), problems),
              ProgrammeText.optional(at + "office", each.office(), problems)));
    }
    return partners;
  }

  private static ProgrammeEvent type(Kind kind, Outcome outcome) {
    if (outcome == Outcome.REFUSED) {
      return ProgrammeEvent.ACT_REFUSED;
    }
    return switch (kind) {
      case LAUNCH -> ProgrammeEvent.LAUNCHED;
      case CHANGE -> ProgrammeEvent.CHANGED;
      case REST -> ProgrammeEvent.RESTED;
      case RESUME -> ProgrammeEvent.RESUMED;
      case END -> ProgrammeEvent.ENDED;
      case LAUNCH_DAY -> ProgrammeEvent.LAUNCH_DAY_CORRECTED;
    };
  }

  public static Event event(ProgrammeEvent type, Programme programme, Person by) {
    return Event.of(type).by(by.actor()).about("programme", programme.id(), programme.code());
  }
}
