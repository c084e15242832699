package anbinh.evidence.request.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.cases.Clarified;
import anbinh.evidence.request.Application;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.LegalBasis;
import anbinh.evidence.request.Offence;
import anbinh.evidence.request.Purpose;
import anbinh.evidence.request.Urgency;
import anbinh.evidence.request.UrgentCause;
import anbinh.evidence.request.UrgentReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LifeCycleTest {
  private static final UUID REQUESTER = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);
  private static final UUID CAMERA = new UUID(0, 10);
  private static final UUID SECOND_CAMERA = new UUID(0, 11);
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
  private static final Instant EXPIRES = NOW.plus(Duration.ofDays(3));
  private static final Grant ASKED =
      new Grant(NOW.minusSeconds(600), NOW.minusSeconds(300), List.of(CAMERA, SECOND_CAMERA));
  private static final Grant LESS =
      new Grant(NOW.minusSeconds(500), NOW.minusSeconds(400), List.of(SECOND_CAMERA));
  private static final Decision APPROVAL = decision(DecisionOutcome.APPROVE, OTHER);
  private static final Decision REFUSAL = decision(DecisionOutcome.REFUSE, OTHER);

  /// One state of each kind.
  private static Map<StateName, RequestState> states() {
    var outcome = new Outcome(true, Set.of(Clarified.VEHICLE), "", NOW);
    var states = new EnumMap<StateName, RequestState>(StateName.class);
    for (RequestState state :
        List.of(
            new RequestState.Requested(EXPIRES),
            new RequestState.Approved(APPROVAL, ASKED),
            new RequestState.Refused(REFUSAL),
            new RequestState.Cancelled(NOW),
            new RequestState.Expired(NOW),
            new RequestState.Collecting(APPROVAL, ASKED, NOW),
            new RequestState.Sealed(APPROVAL, ASKED, NOW),
            new RequestState.Unavailable(APPROVAL, ASKED, UnavailableCause.NOT_RECORDED, NOW),
            new RequestState.Delivered(APPROVAL, ASKED, NOW, NOW),
            new RequestState.OutcomeNoted(APPROVAL, ASKED, NOW, NOW, outcome))) {
      states.put(state.name(), state);
    }
    return states;
  }

  /// One rightful act of each kind.
  private static Map<String, RequestCommand> commands() {
    Map<String, RequestCommand> commands = new LinkedHashMap<>();
    commands.put("approve", new RequestCommand.Approve(APPROVAL, ASKED));
    commands.put(
        "approve less",
        new RequestCommand.Approve(decision(DecisionOutcome.APPROVE_LESS, OTHER), LESS));
    commands.put("refuse", new RequestCommand.Refuse(REFUSAL));
    commands.put("cancel", new RequestCommand.Cancel(REQUESTER, NOW));
    commands.put("expire", new RequestCommand.Expire(EXPIRES));
    commands.put("start", new RequestCommand.StartCollecting(NOW));
    commands.put("seal", new RequestCommand.Seal(NOW));
    commands.put("nothing", new RequestCommand.FindNothing(UnavailableCause.NOT_RECORDED, NOW));
    commands.put("deliver", new RequestCommand.Deliver(REQUESTER, NOW));
    commands.put(
        "outcome",
        new RequestCommand.NoteOutcome(REQUESTER, new Outcome(false, Set.of(), "no use", NOW)));
    return commands;
  }

  /// The whole table: what is not here is forbidden.
  private static final Map<StateName, Map<String, StateName>> ALLOWED =
      Map.of(
          StateName.REQUESTED,
          Map.of(
              "approve", StateName.APPROVED,
              "approve less", StateName.APPROVED,
              "refuse", StateName.REFUSED,
              "cancel", StateName.CANCELLED,
              "expire", StateName.EXPIRED),
          StateName.APPROVED,
          Map.of("start", StateName.COLLECTING),
          StateName.COLLECTING,
          Map.of("seal", StateName.SEALED, "nothing", StateName.UNAVAILABLE),
          StateName.SEALED,
          Map.of("deliver", StateName.DELIVERED),
          StateName.DELIVERED,
          Map.of("outcome", StateName.OUTCOME));

  @TestFactory
  List<DynamicTest> takesExactlyTheTransitionsOfTheTable() {
    List<DynamicTest> tests = new ArrayList<>();
    states()
        .forEach((name, state) ->
            commands()
                .forEach((actName, act) ->
                    tests.add(
                        DynamicTest.dynamicTest(
                            name + " · " + actName, () -> checkTransition(state, actName, act)))));
    assertThat(tests).hasSize(StateName.values().length * 10);
    return tests;
  }

  private static void checkTransition(RequestState state, String actName, RequestCommand act) {
    Step step = LifeCycle.take(REQUESTER, ASKED, state, act);
    StateName expected = ALLOWED.getOrDefault(state.name(), Map.of()).get(actName);
    if (expected == null) {
      assertThat(step).isInstanceOf(Step.Denied.class);
    } else {
      assertThat(step)
          .isInstanceOfSatisfying(
              Step.Taken.class, taken -> assertThat(taken.state().name()).isEqualTo(expected));
    }
  }

  @Test
  void refusesADecisionByTheRequesterInEveryState() {
    for (RequestState state : states().values()) {
      for (RequestCommand act :
          List.of(
              new RequestCommand.Approve(decision(DecisionOutcome.APPROVE, REQUESTER), ASKED),
              new RequestCommand.Approve(decision(DecisionOutcome.APPROVE_LESS, REQUESTER), LESS),
              new RequestCommand.Refuse(decision(DecisionOutcome.REFUSE, REQUESTER)))) {
        assertThat(LifeCycle.take(REQUESTER, ASKED, state, act))
            .isEqualTo(new Step.Denied(Denial.OWN_REQUEST));
      }
    }
  }

  @Test
  void letsNobodyRatifyWhatTheyMarkedUrgent() {
    var cause = new UrgentCause(UrgentReason.SUSPECT_AT_LARGE, "He left the market on foot.");
    UUID third = new UUID(0, 3);
    for (RequestState state : states().values()) {
      EvidenceRequest marked = request(state, new Urgency(cause, OTHER, NOW));
      assertThat(marked.take(new RequestCommand.Approve(APPROVAL, ASKED)))
          .isEqualTo(new Step.Denied(Denial.OWN_URGENCY));
      assertThat(marked.take(new RequestCommand.Refuse(REFUSAL)))
          .isEqualTo(new Step.Denied(Denial.OWN_URGENCY));
      EvidenceRequest own = request(state, new Urgency(cause, REQUESTER, NOW));
      assertThat(own.take(new RequestCommand.Refuse(decision(DecisionOutcome.REFUSE, REQUESTER))))
          .isEqualTo(new Step.Denied(Denial.OWN_REQUEST));
    }
    EvidenceRequest waiting =
        request(new RequestState.Requested(EXPIRES), new Urgency(cause, OTHER, NOW));
    assertThat(waiting.take(new RequestCommand.Refuse(decision(DecisionOutcome.REFUSE, third))))
        .isInstanceOf(Step.Taken.class);
    assertThat(waiting.take(new RequestCommand.Cancel(REQUESTER, NOW)))
        .isInstanceOf(Step.Taken.class);
  }

  @Test
  void letsOnlyTheRequesterCancelCollectAndNoteTheOutcome() {
    var outcome = new Outcome(true, Set.of(), "", NOW);
    assertThat(take(StateName.REQUESTED, new RequestCommand.Cancel(OTHER, NOW)))
        .isEqualTo(new Step.Denied(Denial.NOT_THE_REQUESTER));
    assertThat(take(StateName.SEALED, new RequestCommand.Deliver(OTHER, NOW)))
        .isEqualTo(new Step.Denied(Denial.NOT_THE_REQUESTER));
    assertThat(take(StateName.DELIVERED, new RequestCommand.NoteOutcome(OTHER, outcome)))
        .isEqualTo(new Step.Denied(Denial.NOT_THE_REQUESTER));
  }

  @Test
  void grantsNothingThatWasNotAsked() {
    Decision less = decision(DecisionOutcome.APPROVE_LESS, OTHER);
    for (Grant more :
        List.of(
            new Grant(ASKED.from().minusMillis(1), LESS.to(), LESS.cameraIds()),
            new Grant(LESS.from(), ASKED.to().plusMillis(1), LESS.cameraIds()),
            new Grant(LESS.from(), LESS.to(), List.of(CAMERA, new UUID(0, 99))))) {
      assertThat(take(StateName.REQUESTED, new RequestCommand.Approve(less, more)))
          .isEqualTo(new Step.Denied(Denial.MORE_THAN_ASKED));
    }
  }

  @Test
  void callsAnApprovalOfLessOnlyWhatIsLess() {
    Decision less = decision(DecisionOutcome.APPROVE_LESS, OTHER);
    assertThat(take(StateName.REQUESTED, new RequestCommand.Approve(less, ASKED)))
        .isEqualTo(new Step.Denied(Denial.NOT_LESS));
    assertThat(take(StateName.REQUESTED, new RequestCommand.Approve(APPROVAL, LESS)))
        .isEqualTo(new Step.Denied(Denial.NOT_LESS));
    var reordered = new Grant(ASKED.from(), ASKED.to(), List.of(SECOND_CAMERA, CAMERA));
    assertThat(take(StateName.REQUESTED, new RequestCommand.Approve(APPROVAL, reordered)))
        .isInstanceOf(Step.Taken.class);
  }

  @Test
  void decidesNothingOnceTheTimeHasRunOut() {
    var late = new Decision(DecisionOutcome.APPROVE, DecisionReason.JUSTIFIED, "", OTHER, EXPIRES);
    assertThat(take(StateName.REQUESTED, new RequestCommand.Approve(late, ASKED)))
        .isEqualTo(new Step.Denied(Denial.ALREADY_DECIDED));
    assertThat(take(StateName.REQUESTED, new RequestCommand.Expire(EXPIRES.minusMillis(1))))
        .isEqualTo(new Step.Denied(Denial.NOT_DUE));
  }

  @Test
  void refusesReasonsThatDoNotFitTheOutcome() {
    assertThatThrownBy(
            () -> new Decision(DecisionOutcome.REFUSE, DecisionReason.JUSTIFIED, "x", OTHER, NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RequestCommand.Refuse(APPROVAL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RequestCommand.Approve(REFUSAL, ASKED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Outcome(false, Set.of(Clarified.TIME), "", NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsItsInvariantsOverRandomWalks() {
    for (long seed = 0; seed < 3_000; seed++) {
      walk(new SplittableRandom(seed), seed);
    }
  }

  /// Forty random commands by random people: whatever comes, the order of states holds, decisions
  /// are by another person, grants are within what was asked, and what was granted never changes.
  private static void walk(SplittableRandom random, long seed) {
    RequestState state = new RequestState.Requested(EXPIRES);
    var seen = EnumSet.of(StateName.REQUESTED);
    EvidenceRequest request = request(state);
    for (int step = 0; step < 40; step++) {
      RequestCommand act = randomAct(random);
      if (request.take(act) instanceof Step.Taken taken) {
        EvidenceRequest next = request.in(taken.state());
        assertThat(seen.add(next.state().name()))
            .as("seed %d: no state twice, %s", seed, next.state().name())
            .isTrue();
        next.findDecision().ifPresent(d -> assertThat(d.by()).isNotEqualTo(REQUESTER));
        next.findGrant().ifPresent(grant -> assertThat(grant.within(ASKED)).isTrue());
        if (request.findGrant().isPresent()) {
          assertThat(next.findGrant()).as("seed %d", seed).isEqualTo(request.findGrant());
          assertThat(next.findDecision()).isEqualTo(request.findDecision());
        }
        if (next.sealed()) {
          assertThat(seen)
              .as("seed %d", seed)
              .contains(StateName.APPROVED, StateName.COLLECTING, StateName.SEALED);
        }
        request = next;
      }
    }
  }

  private static RequestCommand randomAct(SplittableRandom random) {
    UUID who = random.nextBoolean() ? REQUESTER : OTHER;
    Instant at = NOW.plusSeconds(random.nextInt(0, 4 * 24 * 3600));
    Grant grant = randomGrant(random);
    return switch (random.nextInt(10)) {
      case 0 ->
          new RequestCommand.Approve(
              new Decision(DecisionOutcome.APPROVE, DecisionReason.JUSTIFIED, "", who, at), ASKED);
      case 1 ->
          new RequestCommand.Approve(
              new Decision(DecisionOutcome.APPROVE_LESS, DecisionReason.TOO_WIDE, "x", who, at),
              grant);
      case 2 ->
          new RequestCommand.Refuse(
              new Decision(DecisionOutcome.REFUSE, DecisionReason.OTHER, "x", who, at));
      case 3 -> new RequestCommand.Cancel(who, at);
      case 4 -> new RequestCommand.Expire(at);
      case 5 -> new RequestCommand.StartCollecting(at);
      case 6 -> new RequestCommand.Seal(at);
      case 7 -> new RequestCommand.FindNothing(UnavailableCause.DELETED, at);
      case 8 -> new RequestCommand.Deliver(who, at);
      default ->
          new RequestCommand.NoteOutcome(who, new Outcome(random.nextBoolean(), Set.of(), "", at));
    };
  }

  private static Grant randomGrant(SplittableRandom random) {
    Instant from = ASKED.from().plusSeconds(random.nextInt(-20, 200));
    Instant to = from.plusSeconds(random.nextInt(1, 300));
    List<UUID> cameras = new ArrayList<>();
    cameras.add(random.nextBoolean() ? CAMERA : SECOND_CAMERA);
    if (random.nextInt(5) == 0) {
      cameras.add(new UUID(0, 99));
    }
    return new Grant(from, to, cameras);
  }

  private static Step take(StateName name, RequestCommand act) {
    return LifeCycle.take(REQUESTER, ASKED, Objects.requireNonNull(states().get(name)), act);
  }

  private static EvidenceRequest request(RequestState state) {
    return request(state, null);
  }

  private static EvidenceRequest request(RequestState state, @Nullable Urgency urgency) {
    return new EvidenceRequest(
        new UUID(1, 1),
        "REQ-2026-0001",
        new UUID(1, 2),
        new Application(
            new UUID(1, 3),
            ASKED,
            Purpose.IDENTIFY_VEHICLE,
            LegalBasis.CPC_2015_ART_107,
            Offence.THEFT,
            "the only view of the gate",
            false,
            null,
            null),
        REQUESTER,
        NOW,
        EXPIRES,
        state,
        urgency);
  }

  private static Decision decision(DecisionOutcome outcome, UUID by) {
    DecisionReason reason =
        outcome == DecisionOutcome.APPROVE ? DecisionReason.JUSTIFIED : DecisionReason.TOO_WIDE;
    return new Decision(outcome, reason, "because", by, NOW);
  }
}
