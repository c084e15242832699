package anbinh.mediation.dispute;

import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.mediation.MediationEvent;
import anbinh.mediation.dispute.MediationAccess.On;
import anbinh.mediation.dispute.MediationTable.Step;
import anbinh.mediation.dispute.MediationView.MediationAction;
import anbinh.mediation.dispute.MediationView.MediationDetails;
import anbinh.mediation.dispute.MediationView.MediationStep;
import anbinh.mediation.dispute.MediationView.MediatorChoice;
import anbinh.mediation.team.MediationTeamTable;
import anbinh.platform.Ids;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows mediations to a reader as they may see them.
@Component
class MediationResponseMapper {
  private final Mediations mediations;
  private final MediationReviews reviews;
  private final MediationTable table;
  private final MediationAccess access;
  private final MediationTeamTable teams;
  private final Areas areas;
  private final People people;

  MediationResponseMapper(
      Mediations mediations,
      MediationReviews reviews,
      MediationTable table,
      MediationAccess access,
      MediationTeamTable teams,
      Areas areas,
      People people) {
    this.mediations = mediations;
    this.reviews = reviews;
    this.table = table;
    this.access = access;
    this.teams = teams;
    this.areas = areas;
    this.people = people;
  }

  /// That the officer was asked about one is in a list of theirs and of who received it only.
  List<MediationView> list(List<Mediation> found, Person reader) {
    return list(
        found,
        reader,
        each -> reader.has(Role.COMMUNITY_OFFICER) || each.reception().by().equals(reader.id()));
  }

  private List<MediationView> list(
      List<Mediation> found, Person reader, Predicate<Mediation> toldReview) {
    Map<UUID, String> villages =
        areas.names(Ids.of(found, Mediation::villageId, Mediation::otherVillageId));
    Map<UUID, String> mediators = teams.names(Ids.of(found, each -> each.conduct().mediatorId()));
    Map<UUID, String> initials =
        table.initials(
            found.stream().filter(each -> access.knows(each, reader)).map(Mediation::id).toList());
    LocalDate today = mediations.today();
    return found.stream()
        .map(each ->
            view(
                each,
                isTold(each, toldReview),
                access.knows(each, reader),
                villages,
                mediators,
                initials,
                today))
        .toList();
  }

  private static Mediation.@Nullable Reviewer reviewer(On on) {
    Mediation.Review review = on.mediation().review();
    if (review == null) {
      return null;
    }
    boolean told = on.knowsReview() || review.by() == Mediation.Reviewer.SECOND_PERSON;
    return told ? review.by() : null;
  }

  private static boolean isTold(Mediation one, Predicate<Mediation> toldReview) {
    Mediation.Review review = one.review();
    return review == null
        || review.by() == Mediation.Reviewer.SECOND_PERSON
        || toldReview.test(one);
  }

  MediationDetails details(UUID id, Person reader) {
    On on = access.on(mediations.get(id), reader);
    List<Step> steps = steps(on);
    UUID receiver = on.mediation().reception().by();
    Map<UUID, String> names =
        people.displayNames(
            Stream.concat(Stream.of(receiver), steps.stream().map(Step::by)).distinct().toList());
    return new MediationDetails(
        list(List.of(on.mediation()), reader, _ -> on.knowsReview()).getFirst(),
        on.mediation().guarded() && on.knowsGuarded(),
        reviewer(on),
        on.reads() && on.mediation().erasedAt() == null,
        PersonName.of(receiver, names),
        List.copyOf(actions(on)),
        steps.stream()
            .map(each -> new MediationStep(each.at(), each.what(), PersonName.of(each.by(), names)))
            .toList());
  }

  /// What happened with it: of what a reader knows no more than that it exists, only that.
  private List<Step> steps(On on) {
    Mediation one = on.mediation();
    List<Step> all = table.listSteps(one.id());
    boolean guardedForThem = one.guarded() && (on.officer() || (on.received() && on.mediates()));
    if (guardedForThem || access.knows(one, on.person())) {
      return all.stream()
          .filter(each ->
              on.knowsReview()
                  || (each.what() != MediationEvent.REVIEW_ASKED
                      && each.what() != MediationEvent.REVIEWED))
          .toList();
    }
    return all.stream()
        .filter(each ->
            each.what() == MediationEvent.RECEIVED || each.what() == MediationEvent.REFERRED)
        .toList();
  }

  /// Whom it may be assigned to; whoever belongs to it only by being one of them learns of
  /// themselves only. Who has it is one of them, also where their office ended.
  List<MediatorChoice> choices(On on) {
    Mediation mediation = on.mediation();
    MediationContent content = mediations.readChoices(mediation, on.person());
    boolean all = on.belongs() || access.assigns(on);
    return access.teamsOf(mediation).stream()
        .flatMap(team -> team.mediators().stream())
        .filter(each -> each.serves() || each.id().equals(mediation.conduct().mediatorId()))
        .filter(each -> all || each.id().equals(on.self()))
        .map(each ->
            new MediatorChoice(
                each.id(),
                each.name(),
                each.leader(),
                !each.id().equals(mediation.conduct().mediatorId())
                    && access.isFree(mediation, content, each)))
        .toList();
  }

  private MediationView view(
      Mediation one,
      boolean toldReview,
      boolean knows,
      Map<UUID, String> villages,
      Map<UUID, String> mediators,
      Map<UUID, String> initials,
      LocalDate today) {
    UUID other = one.otherVillageId();
    UUID mediator = one.conduct().mediatorId();
    MediationState state = toldReview ? one.state() : one.shownState();
    NextStep next = mediations.next(one, state);
    return new MediationView(
        one.id(),
        one.code(),
        one.villageId(),
        villages.getOrDefault(one.villageId(), ""),
        other == null ? null : villages.getOrDefault(other, ""),
        state,
        one.reception().on(),
        next.act(),
        next.urgency(today),
        next.on(),
        initials.get(one.id()),
        knows ? one.kind() : null,
        knows ? one.basis() : null,
        knows && mediator != null ? mediators.get(mediator) : null,
        knows && one.entry() != null ? one.entry().number() : null,
        knows ? one.conduct().startBy() : null,
        knows ? one.conduct().startAgreed() : null,
        knows ? one.conduct().startedOn() : null,
        knows ? one.conduct().late() : null,
        knows ? one.conduct().sessions() : null,
        knows ? one.ending().outcome() : null,
        knows ? one.ending().kept() : null,
        one.ending().closedAt(),
        one.erasedAt());
  }

  private Set<MediationAction> actions(On on) {
    Mediation one = on.mediation();
    Set<MediationAction> actions = EnumSet.noneOf(MediationAction.class);
    if (one.erasedAt() != null) {
      return actions;
    }
    MediationState state = one.state();
    if (!state.over() && on.checks()) {
      actions.add(MediationAction.CHECK);
    }
    if (on.reviews() && reviews.mayReview(one, on.person())) {
      actions.add(MediationAction.REVIEW);
    }
    if ((state.beforeStart() || state == MediationState.IN_PROGRESS)
        && (on.belongs() || on.self() != null)) {
      actions.add(MediationAction.EXCLUDE);
    }
    if ((state == MediationState.RECEIVED || state == MediationState.ASSIGNED)
        && access.assigns(on)) {
      actions.add(MediationAction.ASSIGN);
    }
    if (state == MediationState.REFERRED
        && !one.guarded()
        && on.officer()
        && !wasReferredBy(one.ending().referredBy(), on.person())) {
      actions.add(MediationAction.TAKE_BACK);
    }
    if (state.beforeStart() && on.stops()) {
      actions.add(MediationAction.STOP);
    }
    if (on.acts()) {
      actions.addAll(ofActor(state));
      if (one.conduct().isStartPassed(mediations.today())) {
        actions.remove(MediationAction.AGREE_START);
      }
    }
    if (on.corrects() && state != MediationState.REFERRED) {
      actions.add(MediationAction.CORRECT);
    }
    if (on.acts()
        && state != MediationState.REVIEW
        && one.ending().outcome() == MediationOutcome.AGREED) {
      actions.add(MediationAction.PRINT);
    }
    return actions;
  }

  private static Set<MediationAction> ofActor(MediationState state) {
    return switch (state) {
      case ASSIGNED -> EnumSet.of(MediationAction.ACCEPT, MediationAction.AGREE_START);
      case ACCEPTED -> EnumSet.of(MediationAction.HOLD, MediationAction.AGREE_START);
      case IN_PROGRESS ->
          EnumSet.of(
              MediationAction.HOLD,
              MediationAction.AGREE,
              MediationAction.FAIL,
              MediationAction.STOP,
              MediationAction.ESCALATE);
      case FOLLOW_UP -> EnumSet.of(MediationAction.FOLLOW_UP);
      case RECEIVED, CLOSED, REFERRED, REVIEW -> EnumSet.noneOf(MediationAction.class);
    };
  }

  private boolean wasReferredBy(@Nullable UUID by, Person reader) {
    return by == null || people.maybeSame(reader, by);
  }
}
