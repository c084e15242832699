package anbinh.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cases.Clarified;
import anbinh.cases.store.Cases;
import anbinh.evidence.EvidenceFixture;
import anbinh.evidence.collect.FakeFootage;
import anbinh.evidence.request.Application;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.LegalBasis;
import anbinh.evidence.request.Offence;
import anbinh.evidence.request.Paper;
import anbinh.evidence.request.Purpose;
import anbinh.evidence.request.RequestEventType;
import anbinh.evidence.request.RequestTable;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.SubjectClass;
import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.DecisionOutcome;
import anbinh.evidence.request.lifecycle.DecisionReason;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.Outcome;
import anbinh.evidence.request.lifecycle.RequestCommand;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.evidence.request.lifecycle.Step;
import anbinh.evidence.request.lifecycle.UnavailableCause;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.testing.TestServer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The tables against the domain: whatever acts come, what is stored is what
/// [anbinh.evidence.request.lifecycle.LifeCycle] says; they run with [RequestsIT] on its server.
abstract class StoredRequestTests {
  @RegisterExtension static final TestServer SERVER = new TestServer(TestServer.FAKE_FOOTAGE);

  private static @Nullable EvidenceFixture made;

  @BeforeAll
  static void makeWorld() {
    made = new EvidenceFixture(SERVER);
    // Nothing shall be collected while decisions are looked at, and the background work would take
    // part in the walks: let nothing be due to it.
    SERVER.bean(FakeFootage.class).complete(false);
    SERVER
        .database()
        .client()
        .sql(
            """
            create function evidence.sleep() returns trigger language plpgsql as
              'begin new.next_at = ''2100-01-01''; return new; end'
            """)
        .update();
    SERVER
        .database()
        .client()
        .sql(
            """
            create trigger sleep before insert on evidence.collection
              for each row execute function evidence.sleep()
            """)
        .update();
  }

  static EvidenceFixture world() {
    return Objects.requireNonNull(made);
  }

  @Test
  void storesExactlyWhatTheLifeCycleSays() {
    Requests requests = SERVER.bean(Requests.class);
    Person requester = person("investigator");
    Person other = person("approver");
    Set<StateName> seen = EnumSet.noneOf(StateName.class);
    for (long seed = 0; seed < 60; seed++) {
      var random = new SplittableRandom(seed);
      EvidenceRequest request = submit(requests, requester);
      for (int step = 0; step < 25; step++) {
        RequestCommand act = act(random, request, requester, other);
        Step expected = request.take(act);
        Requests.Result result = requests.take(request.id(), act, null);
        EvidenceRequest stored = requests.get(request.id());
        switch (expected) {
          case Step.Denied denied ->
              assertThat(result)
                  .as("seed %d step %d %s", seed, step, act)
                  .isEqualTo(new Requests.Result.Denied(denied.why(), stored));
          case Step.Taken taken -> {
            assertThat(stored.state()).as("seed %d %s", seed, act).isEqualTo(taken.state());
            assertThat(result).isEqualTo(new Requests.Result.Done(stored));
          }
        }
        request = stored;
      }
      seen.add(request.state().name());
      assertThat(history(request))
          .as("seed %d", seed)
          .startsWith(RequestEventType.REQUESTED)
          .doesNotHaveDuplicates();
    }
    assertThat(seen).contains(StateName.REFUSED, StateName.CANCELLED, StateName.EXPIRED);
  }

  @Test
  void keepsEveryStateOfTheWholeWay() {
    Requests requests = SERVER.bean(Requests.class);
    Person requester = person("investigator");
    UUID other = person("approver").id();
    EvidenceRequest request = submit(requests, requester);
    Instant now = requests.now();
    var less =
        new Grant(
            request.asked().from().plusSeconds(1),
            request.asked().to(),
            List.of(request.asked().cameraIds().getLast()));
    var decision =
        new Decision(
            DecisionOutcome.APPROVE_LESS, DecisionReason.TOO_WIDE, "một nửa là đủ", other, now);
    var outcome = new Outcome(true, Set.of(Clarified.PLACE), "rõ nơi", now.plusSeconds(9));
    for (RequestCommand act :
        List.of(
            new RequestCommand.Approve(decision, less),
            new RequestCommand.StartCollecting(now.plusSeconds(1)),
            new RequestCommand.Seal(now.plusSeconds(2)),
            new RequestCommand.Deliver(requester.id(), now.plusSeconds(3)),
            new RequestCommand.NoteOutcome(requester.id(), outcome))) {
      assertThat(requests.take(request.id(), act, null)).isInstanceOf(Requests.Result.Done.class);
    }
    EvidenceRequest stored = requests.get(request.id());
    assertThat(stored.application()).isEqualTo(request.application());
    assertThat(stored.state())
        .isEqualTo(
            new RequestState.OutcomeNoted(
                decision, less, now.plusSeconds(2), now.plusSeconds(3), outcome));
    assertThat(stored.pending()).isFalse();
    assertThat(SERVER.bean(Cases.class).find(request.application().caseId())).isPresent();
  }

  private static EvidenceRequest submit(Requests requests, Person requester) {
    Instant to = requests.now().minusSeconds(500);
    var asked =
        new Grant(to.minusSeconds(30), to, List.of(world().camera.id(), world().gappy.id()));
    return requests.submit(
        new Application(
            UUID.fromString(world().caseId),
            asked,
            Purpose.ESTABLISH_FACTS,
            LegalBasis.CPC_2015_ART_99,
            Offence.ASSAULT,
            "Cần biết ai có mặt ở đó lúc ấy.",
            true,
            SubjectClass.WITNESS,
            new Paper("7/QĐ", LocalDate.of(2026, 1, 2), null)),
        Map.of(world().camera.id(), world().commune.id(), world().gappy.id(), world().commune.id()),
        requester);
  }

  private static RequestCommand act(
      SplittableRandom random, EvidenceRequest request, Person requester, Person other) {
    UUID who = random.nextInt(3) == 0 ? requester.id() : other.id();
    Instant at = request.requestedAt().plusSeconds(random.nextInt(60));
    Grant asked = request.asked();
    return switch (random.nextInt(9)) {
      case 0 ->
          new RequestCommand.Approve(
              new Decision(DecisionOutcome.APPROVE, DecisionReason.JUSTIFIED, "", who, at), asked);
      case 1 ->
          new RequestCommand.Approve(
              new Decision(DecisionOutcome.APPROVE_LESS, DecisionReason.TOO_WIDE, "x", who, at),
              new Grant(
                  asked.from().minusSeconds(random.nextInt(2)),
                  asked.to().minusSeconds(1),
                  asked.cameraIds()));
      case 2 ->
          new RequestCommand.Refuse(
              new Decision(DecisionOutcome.REFUSE, DecisionReason.OTHER, "x", who, at));
      case 3 -> new RequestCommand.Cancel(who, at);
      case 4 -> new RequestCommand.Expire(request.expiresAt().minusSeconds(random.nextInt(2)));
      case 5 -> new RequestCommand.StartCollecting(at);
      case 6 -> new RequestCommand.FindNothing(UnavailableCause.NOT_RECORDED, at);
      case 7 -> new RequestCommand.Deliver(who, at);
      default -> new RequestCommand.NoteOutcome(who, new Outcome(false, Set.of(), "", at));
    };
  }

  private static List<RequestEventType> history(EvidenceRequest request) {
    return SERVER.bean(RequestTable.class).listHistory(request.id()).stream()
        .map(RequestTable.HistoryEntry::what)
        .toList();
  }

  private static Person person(String username) {
    return SERVER.bean(People.class).find(username).orElseThrow();
  }
}
