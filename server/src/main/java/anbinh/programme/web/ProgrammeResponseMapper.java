package anbinh.programme.web;

import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.platform.SiteClock;
import anbinh.programme.ProgrammeState;
import anbinh.programme.activity.ClosedYears;
import anbinh.programme.activity.ProgrammeActivities;
import anbinh.programme.activity.ProgrammeActivity;
import anbinh.programme.activity.ProgrammeActivityTable;
import anbinh.programme.assessment.ProgrammeAssessment;
import anbinh.programme.assessment.ProgrammeAssessment.Verdict;
import anbinh.programme.assessment.ProgrammeAssessments;
import anbinh.programme.kind.KindTexts;
import anbinh.programme.kind.ProgrammeKind;
import anbinh.programme.kind.ProgrammeKinds;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeAreas;
import anbinh.programme.lifecycle.ProgrammeConsentTable;
import anbinh.programme.lifecycle.ProgrammeConsentTable.Consent;
import anbinh.programme.lifecycle.ProgrammeConsents;
import anbinh.programme.lifecycle.ProgrammeProposal;
import anbinh.programme.lifecycle.ProgrammeProposalTable;
import anbinh.programme.lifecycle.ProgrammeTable;
import anbinh.programme.lifecycle.ProgrammeVersionTable;
import anbinh.programme.lifecycle.ProgrammeVersionTable.Writer;
import anbinh.programme.lifecycle.ProgrammeVersionTable.Written;
import anbinh.programme.web.ProgrammeAccess.OnProgramme;
import anbinh.programme.web.ProgrammeView.ProgrammeActivityView;
import anbinh.programme.web.ProgrammeView.ProgrammeAnswerView;
import anbinh.programme.web.ProgrammeView.ProgrammeArea;
import anbinh.programme.web.ProgrammeView.ProgrammeAssessmentView;
import anbinh.programme.web.ProgrammeView.ProgrammeCommune;
import anbinh.programme.web.ProgrammeView.ProgrammeConsentView;
import anbinh.programme.web.ProgrammeView.ProgrammeDecisionView;
import anbinh.programme.web.ProgrammeView.ProgrammeLine;
import anbinh.programme.web.ProgrammeView.ProgrammeProposalView;
import anbinh.programme.web.ProgrammeView.ProgrammeRights;
import anbinh.programme.web.ProgrammeView.ProgrammeVersionView;
import anbinh.programme.web.ProgrammeView.ProgrammeYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes what is answered of programmes. Safe for many threads.
@Component
class ProgrammeResponseMapper {
  private final ProgrammeTable table;
  private final ProgrammeVersionTable versions;
  private final ProgrammeProposalTable proposals;
  private final ProgrammeActivityTable activities;
  private final ProgrammeActivities taken;
  private final ProgrammeAssessments assessments;
  private final ProgrammeKinds kinds;
  private final KindTexts texts;
  private final ProgrammeAccess may;
  private final Areas areas;
  private final ProgrammeAreas places;
  private final ProgrammeConsentTable consents;
  private final People people;
  private final SiteClock clock;

  ProgrammeResponseMapper(
      ProgrammeTable table,
      ProgrammeVersionTable versions,
      ProgrammeProposalTable proposals,
      ProgrammeActivityTable activities,
      ProgrammeActivities taken,
      ProgrammeAssessments assessments,
      ProgrammeKinds kinds,
      KindTexts texts,
      ProgrammeAccess may,
      Areas areas,
      ProgrammeAreas places,
      ProgrammeConsentTable consents,
      People people,
      SiteClock clock) {
    this.table = table;
    this.versions = versions;
    this.proposals = proposals;
    this.activities = activities;
    this.taken = taken;
    this.assessments = assessments;
    this.kinds = kinds;
    this.texts = texts;
    this.may = may;
    this.areas = areas;
    this.places = places;
    this.consents = consents;
    this.people = people;
    this.clock = clock;
  }

  List<ProgrammeLine> lines(List<Programme> some) {
    Set<UUID> places = new HashSet<>();
    some.forEach(each -> {
      places.add(each.communeId());
      places.addAll(each.areaIds());
    });
    Map<UUID, String> names = areas.names(places);
    Map<UUID, ProgrammeKind> known = kinds.find(Ids.of(some, Programme::kindId));
    Map<UUID, Integer> years = assessments.lastYears(some.stream().map(Programme::id).toList());
    return some.stream()
        .map(each ->
            new ProgrammeLine(
                each.id(),
                each.code(),
                each.name(),
                each.kindId(),
                name(known.get(each.kindId())),
                each.state(),
                each.communeId(),
                names.getOrDefault(each.communeId(), ""),
                each.areaIds().stream()
                    .map(area -> new ProgrammeArea(area, names.getOrDefault(area, "")))
                    .toList(),
                each.launchedOn(),
                each.endedOn(),
                each.recommended(),
                each.parentId(),
                years.get(each.id())))
        .toList();
  }

  private String name(@Nullable ProgrammeKind kind) {
    return kind == null ? "" : texts.text(kind).name();
  }

  ProgrammeView view(OnProgramme by) {
    Programme programme = by.programme();
    UUID id = programme.id();
    boolean own = may.isOwn(by);
    List<ProgrammeProposal> all = own ? proposals.list(id) : List.of();
    List<Written> written = versions.list(id);
    List<ProgrammeAssessment> made =
        assessments.list(id).stream()
            .filter(each -> own || each.state() == ProgrammeAssessment.State.CONFIRMED)
            .toList();
    Map<UUID, String> names = people.displayNames(who(all, written, made));
    Map<Integer, Written> byVersion =
        written.stream().collect(Collectors.toMap(Written::version, Function.identity()));
    ProgrammeProposal pending =
        all.stream().filter(each -> each.decision() == null).findFirst().orElse(null);
    Map<UUID, String> parts = parts(programme, made);
    UUID parent = programme.parentId();
    return new ProgrammeView(
        lines(List.of(programme)).getFirst(),
        programme.version(),
        versions.get(id, programme.version()).content(),
        pending == null ? null : proposalView(pending, names),
        all.stream()
            .filter(each -> each.decision() != null)
            .map(one -> proposalView(one, names))
            .toList(),
        own
            ? written.stream()
                .map(each ->
                    new ProgrammeVersionView(
                        each.version(),
                        each.name(),
                        each.content(),
                        each.reason(),
                        PersonName.of(each.writtenBy(), names),
                        each.writtenAt()))
                .toList()
            : List.of(),
        written.getFirst().version(),
        own ? activities.years(id) : List.of(),
        made.stream().map(each -> assessment(each, byVersion, by, names, parts)).toList(),
        parent == null
            ? null
            : lines(table.list(List.of(parent))).stream().findFirst().orElse(null),
        communes(by, pending, written),
        own,
        rights(by, pending, made, all, written));
  }

  private static List<Writer> writers(List<Written> texts) {
    return texts.stream().map(Written::writer).toList();
  }

  private List<ProgrammeCommune> communes(
      OnProgramme by, @Nullable ProgrammeProposal pending, List<Written> written) {
    Programme programme = by.programme();
    Set<UUID> all = places.communes(programme);
    if (all.size() < 2) {
      return List.of();
    }
    @Nullable ProgrammeProposal about =
        pending != null && ProgrammeConsents.needed(pending) ? pending : null;
    int version = about == null ? programme.version() : about.version();
    Map<UUID, Consent> given =
        consents.list(programme.id(), version).stream()
            .collect(Collectors.toMap(Consent::communeId, Function.identity()));
    Map<UUID, String> names = areas.names(all);
    Map<UUID, String> who = people.displayNames(Ids.of(given.values(), Consent::by));
    UUID lead = places.today(programme);
    boolean another =
        about != null
            && about.authors(programme, writers(written)).stream()
                .noneMatch(each -> people.maybeSame(by.person(), each));
    return all.stream()
        .map(each -> {
          Consent consent = given.get(each);
          return new ProgrammeCommune(
              each,
              names.getOrDefault(each, ""),
              each.equals(lead),
              consent == null
                  ? null
                  : new ProgrammeConsentView(
                      PersonName.of(consent.by(), who),
                      consent.at(),
                      consent.number(),
                      consent.on(),
                      consent.signer()),
              another && !each.equals(lead) && consent == null && may.mayConsent(by, each));
        })
        .toList();
  }

  private ProgrammeRights rights(
      OnProgramme by,
      @Nullable ProgrammeProposal pending,
      List<ProgrammeAssessment> made,
      List<ProgrammeProposal> proposals,
      List<Written> written) {
    Programme programme = by.programme();
    ProgrammeState state = programme.state();
    boolean officer = may.may(by, Role.COMMUNITY_OFFICER);
    boolean text =
        pending == null
            || pending.kind() == ProgrammeProposal.Kind.LAUNCH
            || pending.kind() == ProgrammeProposal.Kind.CHANGE;
    return new ProgrammeRights(
        officer && state.present() && text,
        officer && pending == null && (state.runs() || state == ProgrammeState.DORMANT),
        pending != null
            && may.may(by, Role.CHAIR)
            && pending.authors(programme, writers(written)).stream()
                .noneMatch(each -> people.maybeSame(by.person(), each)),
        state.runs() && may.mayActivities(by),
        state.runs() ? activityParts(by) : List.of(),
        years(by, made, proposals),
        programme.launchedOn() != null
            && state.present()
            && by.person().has(Role.COMMUNITY_OFFICER),
        programme.launchedOn() != null && may.may(by, ProgrammeAccess.EFFECTS));
  }

  /// The parts in which a person takes activities down, where a programme has several.
  private List<ProgrammeArea> activityParts(OnProgramme by) {
    if (places.communes(by.programme()).size() < 2) {
      return List.of();
    }
    List<UUID> parts = may.activityParts(by);
    Map<UUID, String> names = areas.names(parts);
    return parts.stream()
        .map(each -> new ProgrammeArea(each, names.getOrDefault(each, "")))
        .toList();
  }

  /// What a person may assess: of each part the last year that needs it.
  private List<ProgrammeYear> years(
      OnProgramme by, List<ProgrammeAssessment> made, List<ProgrammeProposal> proposals) {
    Programme programme = by.programme();
    UUID lead = places.today(programme);
    List<UUID> communes =
        places.communes(programme).stream()
            .filter(each -> may.mayPart(by, each, ProgrammeAccess.ASSESSORS))
            .toList();
    Map<UUID, String> names = areas.names(communes);
    List<ProgrammeYear> years = new ArrayList<>();
    for (UUID commune : communes) {
      @Nullable UUID part = commune.equals(lead) ? null : commune;
      Integer year = yearToAssess(programme, part, made);
      if (year != null) {
        years.add(
            new ProgrammeYear(
                part,
                names.getOrDefault(commune, ""),
                year,
                ProgrammeAssessments.heldIn(programme, proposals, year)));
      }
    }
    return years;
  }

  /// The last year that is over and in which it ran, and of a part has no assessment that waits or
  /// was confirmed.
  private @Nullable Integer yearToAssess(
      Programme programme, @Nullable UUID part, List<ProgrammeAssessment> made) {
    LocalDate launched = programme.launchedOn();
    if (launched == null) {
      return null;
    }
    LocalDate ended = programme.endedOn();
    int over = clock.today().getYear() - 1;
    int last = ended == null ? over : Math.min(over, ended.getYear());
    Set<Integer> done =
        made.stream()
            .filter(each ->
                each.state() != ProgrammeAssessment.State.RETURNED
                    && Objects.equals(each.communeId(), part))
            .map(ProgrammeAssessment::year)
            .collect(Collectors.toSet());
    for (int year = last; year >= launched.getYear(); year--) {
      if (!done.contains(year)) {
        return year;
      }
    }
    return null;
  }

  private static Set<UUID> who(
      List<ProgrammeProposal> proposals, List<Written> written, List<ProgrammeAssessment> made) {
    Set<UUID> who = new HashSet<>();
    proposals.forEach(each -> {
      who.add(each.proposedBy());
      if (each.decision() != null) {
        Stream.ofNullable(each.decision().by()).forEach(who::add);
      }
    });
    written.forEach(each -> who.add(each.writtenBy()));
    made.forEach(each -> {
      who.add(each.madeBy());
      if (each.verdict() != null) {
        who.add(each.verdict().by());
      }
    });
    return who;
  }

  private static ProgrammeProposalView proposalView(
      ProgrammeProposal proposal, Map<UUID, String> names) {
    ProgrammeProposal.Decision decision = proposal.decision();
    return new ProgrammeProposalView(
        proposal.id(),
        proposal.kind(),
        proposal.version(),
        proposal.reason(),
        PersonName.of(proposal.proposedBy(), names),
        proposal.proposedAt(),
        decision == null
            ? null
            : new ProgrammeDecisionView(
                decision.outcome(),
                decision.reason(),
                decision.by() == null ? null : PersonName.of(decision.by(), names),
                decision.at(),
                decision.number(),
                decision.on(),
                decision.signer()));
  }

  /// The names of the communes whose parts were assessed.
  private Map<UUID, String> parts(Programme programme, List<ProgrammeAssessment> made) {
    Set<UUID> communes = new HashSet<>(Set.of(places.today(programme)));
    made.stream().flatMap(each -> Stream.ofNullable(each.communeId())).forEach(communes::add);
    return areas.names(communes);
  }

  private ProgrammeAssessmentView assessment(
      ProgrammeAssessment one,
      Map<Integer, Written> versions,
      OnProgramme by,
      Map<UUID, String> names,
      Map<UUID, String> parts) {
    UUID part = one.communeId();
    Written written = versions.get(one.version());
    List<String> criteria = written == null ? List.of() : written.content().criteria();
    List<ProgrammeAnswerView> answers = new ArrayList<>();
    for (int i = 0; i < one.answers().size(); i++) {
      answers.add(
          new ProgrammeAnswerView(
              i < criteria.size() ? criteria.get(i) : "",
              one.answers().get(i).result(),
              one.answers().get(i).words()));
    }
    Verdict verdict = one.verdict();
    return new ProgrammeAssessmentView(
        one.id(),
        part,
        parts.getOrDefault(part == null ? places.today(by.programme()) : part, ""),
        one.year(),
        answers,
        one.conclusion(),
        one.words(),
        one.partnersAsked(),
        one.partnersAgreed(),
        one.state(),
        PersonName.of(one.madeBy(), names),
        one.madeAt(),
        verdict == null ? null : PersonName.of(verdict.by(), names),
        verdict == null ? null : verdict.at(),
        verdict == null ? null : verdict.reason(),
        verdict == null ? null : verdict.number(),
        verdict == null ? null : verdict.on(),
        verdict == null
            && may.mayPart(by, part, Role.CHAIR)
            && !people.maybeSame(by.person(), one.madeBy()));
  }

  List<ProgrammeActivityView> activities(List<ProgrammeActivity> some, OnProgramme by) {
    Programme programme = by.programme();
    boolean writes = may.mayActivities(by);
    ClosedYears closed = taken.closed(programme);
    UUID lead = places.today(programme);
    Map<UUID, String> parts = Map.of();
    if (places.communes(programme).size() > 1) {
      Set<UUID> all = new HashSet<>(Set.of(lead));
      some.forEach(each -> {
        if (each.communeId() != null) {
          all.add(each.communeId());
        }
      });
      parts = areas.names(all);
    }
    Map<Optional<UUID>, Boolean> office = new HashMap<>();
    some.forEach(each ->
        office.computeIfAbsent(
            Optional.ofNullable(each.communeId()), part -> may.mayCorrect(by, part.orElse(null))));
    Map<UUID, String> communes = parts;
    Map<UUID, UUID> holders = new HashMap<>();
    communes.keySet().forEach(each -> holders.put(each, places.part(programme, each).orElse(lead)));
    Map<UUID, String> names = people.displayNames(Ids.of(some, ProgrammeActivity::enteredBy));
    return some.stream()
        .map(each ->
            new ProgrammeActivityView(
                each.id(),
                each.version(),
                holders.get(each.communeId() == null ? lead : each.communeId()),
                communes.get(each.communeId() == null ? lead : each.communeId()),
                each.on(),
                each.what(),
                each.place(),
                each.partners(),
                each.attended(),
                each.women(),
                each.youth(),
                each.outcome(),
                each.reason(),
                PersonName.of(each.enteredBy(), names),
                each.enteredAt(),
                closed.isLate(each),
                writes
                    && (each.first().by().equals(by.person().id())
                        || office.getOrDefault(Optional.ofNullable(each.communeId()), false))
                    && !closed.has(each)))
        .toList();
  }

  boolean mayRead(Programme programme, Person reader) {
    return may.mayRead(new OnProgramme(programme, reader));
  }
}
