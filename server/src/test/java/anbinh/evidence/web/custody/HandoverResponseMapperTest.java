package anbinh.evidence.web.custody;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.RecordedLog;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.FakeExtractions;
import anbinh.evidence.handover.Downloads.Download;
import anbinh.evidence.handover.Handover;
import anbinh.evidence.handover.HandoverFixture;
import anbinh.evidence.handover.HandoverState;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.FakeRequestTable;
import anbinh.evidence.request.FakeRequests;
import anbinh.evidence.request.RequestEventType;
import anbinh.evidence.request.RequestFixture;
import anbinh.evidence.stamp.FakeStampTable;
import anbinh.evidence.web.custody.CustodyView.CustodyLine;
import anbinh.evidence.web.custody.CustodyView.HandoverView;
import anbinh.evidence.web.custody.CustodyView.State;
import anbinh.evidence.web.custody.CustodyView.What;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import anbinh.seal.pack.Receipt;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whose hands a package went through, and who is offered what about a hand-over; PackageIT makes
/// some.
class HandoverResponseMapperTest {
  private static final UUID REQUEST = RequestFixture.REQUEST;
  private static final Instant UNTIL = NOW.plusSeconds(60);
  private static final UUID RECIPIENT = new UUID(2, 9);

  private final Person requester = person(1, COMMUNE, Role.INVESTIGATOR);
  private final Person approver = person(2, COMMUNE, Role.APPROVER);
  private final FakePeople people = new FakePeople();
  private final FakeRequestTable history = new FakeRequestTable();
  private final FakeStampTable stamps = new FakeStampTable();
  private final HandoverFixture handovers = new HandoverFixture();
  private final FakeExtractions extractions = new FakeExtractions();
  private final RecordedLog log = new RecordedLog();
  private final EvidenceRequest request =
      RequestFixture.sealed(RequestFixture.grant(NOW.minusSeconds(600), NOW, new UUID(7, 3)));
  private final Extraction extraction =
      extractions.add(
          REQUEST, null, new Extraction.File("data/clips/CAM-0001.mp4", 1, "ab".repeat(32)));

  private HandoverResponseMapper at(Instant moment) {
    people.add(requester);
    people.add(approver);
    return new HandoverResponseMapper(
        history,
        new FakeRequests(moment),
        stamps,
        handovers.sent,
        handovers.table,
        extractions,
        handovers.clips,
        people,
        log);
  }

  private CustodyView custody(Person reader) {
    return at(NOW).custody(request, extraction, reader);
  }

  private static Handover handover(
      HandoverState state,
      @Nullable UUID recipient,
      @Nullable Instant endedAt,
      @Nullable UUID receiptEvent) {
    return new Handover(
        new UUID(8, 1),
        REQUEST,
        state,
        recipient,
        "Trần Thị B",
        "Tòa án nhân dân",
        "Thư ký",
        Receipt.Identity.values()[0],
        Receipt.Medium.values()[0],
        RequestFixture.REQUESTER,
        NOW.minusSeconds(60),
        UNTIL,
        endedAt,
        null,
        receiptEvent == null ? null : 1,
        receiptEvent,
        false);
  }

  private static Handover open(@Nullable UUID recipient) {
    return handover(HandoverState.OPEN, recipient, null, null);
  }

  private static UUID event(int number) {
    return new UUID(5, number);
  }

  @Test
  void theHandsAreToldOldestFirstWhateverTheyWere() {
    history.add(NOW.plusSeconds(1), RequestEventType.COLLECTING, null, event(1));
    history.add(NOW.plusSeconds(2), RequestEventType.SEALED, requester.id(), event(2));
    history.add(NOW.plusSeconds(9), RequestEventType.PACKAGE_DELETED, null, event(3));
    stamps.add(REQUEST, NOW.plusSeconds(3), "TSA");
    handovers.downloads.add(
        new Download(event(4), NOW.plusSeconds(5), approver.id(), 0, 999, 1_000));
    handovers.downloads.add(
        new Download(event(5), NOW.plusSeconds(4), approver.id(), 0, 1_000, 1_000));
    handovers.handovers.add(
        handover(HandoverState.RECEIVED, RECIPIENT, NOW.plusSeconds(6), event(6)));
    log.append(event(2), 42);
    assertThat(custody(requester).lines())
        .containsExactly(
            line(What.MADE, 1, null, null, null, null),
            line(What.SEALED, 2, requester, null, null, 42L),
            line(What.STAMPED, 3, null, "TSA", null, null),
            line(What.DOWNLOADED, 4, approver, null, true, null),
            line(What.DOWNLOADED, 5, approver, null, false, null),
            line(What.RECEIVED, 6, requester, "Trần Thị B", null, null),
            line(What.DELETED, 9, null, null, null, null));
  }

  private static CustodyLine line(
      What what,
      int seconds,
      @Nullable Person who,
      @Nullable String to,
      @Nullable Boolean whole,
      @Nullable Long index) {
    return new CustodyLine(
        what, NOW.plusSeconds(seconds), who == null ? null : PersonName.of(who), to, whole, index);
  }

  @Test
  void ofTheRequestOnlyWhatBecameOfThePackageIsTold() {
    Set<RequestEventType> others = EnumSet.allOf(RequestEventType.class);
    others.removeAll(
        Set.of(
            RequestEventType.COLLECTING,
            RequestEventType.SEALED,
            RequestEventType.PACKAGE_DELETED));
    others.forEach(what -> history.add(NOW, what, requester.id(), event(1)));
    assertThat(custody(requester).lines()).isEmpty();
  }

  @Test
  void aStampThatIsWaitedForIsNone() {
    stamps.add(REQUEST, null, null);
    assertThat(custody(requester).lines()).isEmpty();
  }

  @Test
  void onlyWhatWasConfirmedWasReceived() {
    handovers.handovers.add(open(RECIPIENT));
    handovers.handovers.add(handover(HandoverState.WITHDRAWN, RECIPIENT, NOW, null));
    handovers.handovers.add(handover(HandoverState.RECEIVED, RECIPIENT, NOW, null));
    assertThat(custody(requester).lines()).isEmpty();
    assertThat(custody(requester).handovers())
        .extracting(HandoverView::state)
        .containsExactly(State.OPEN, State.WITHDRAWN, State.RECEIVED);
  }

  @Test
  void whoIsRegisteredNoMoreHasNoName() {
    handovers.downloads.add(new Download(event(4), NOW, new UUID(2, 99), 0, 1_000, 1_000));
    assertThat(custody(requester).lines())
        .extracting(CustodyLine::who)
        .containsExactly(new PersonName(new UUID(2, 99), ""));
  }

  @Test
  void aHandOverLapsesWithItsTime() {
    Handover open = open(null);
    assertThat(at(UNTIL.minusMillis(1)).state(open)).isEqualTo(State.OPEN);
    assertThat(at(UNTIL).state(open)).isEqualTo(State.LAPSED);
    assertThat(at(UNTIL).state(handover(HandoverState.RECEIVED, null, NOW, event(1))))
        .isEqualTo(State.RECEIVED);
    assertThat(at(UNTIL.minusMillis(1)).view(open, requester).maySign()).isTrue();
    assertThat(at(UNTIL).view(open, requester).maySign()).isFalse();
    assertThat(at(UNTIL).view(open, requester).mayWithdraw()).isTrue();
  }

  @Test
  void whoHandedOverSaysThatSomebodyOutsideSigned() {
    assertThat(at(NOW).view(open(null), requester).maySign()).isTrue();
    assertThat(at(NOW).view(open(RECIPIENT), requester).maySign())
        .as("who has an account confirms by it")
        .isFalse();
    assertThat(at(NOW).view(open(RECIPIENT), requester).account()).isTrue();
    assertThat(at(NOW).view(open(null), approver).maySign()).isFalse();
    for (HandoverState over : List.of(HandoverState.RECEIVED, HandoverState.WITHDRAWN)) {
      HandoverView view = at(NOW).view(handover(over, null, NOW, event(1)), requester);
      assertThat(view.maySign()).isFalse();
      assertThat(view.mayWithdraw()).isFalse();
    }
  }

  @Test
  void onlyWhoHandedOverTakesBackAndHasStampedClips() {
    HandoverView own = at(NOW).view(open(RECIPIENT), requester);
    assertThat(own.mayWithdraw()).isTrue();
    assertThat(own.clips()).containsExactly("CAM-0001.mp4");
    HandoverView others = at(NOW).view(open(RECIPIENT), approver);
    assertThat(others.mayWithdraw()).isFalse();
    assertThat(others.clips()).isEmpty();
    assertThat(others.handedBy()).isEqualTo(PersonName.of(requester));
  }

  @Test
  void theRequesterHandsOverAsLongAsThereIsAPackage() {
    assertThat(custody(requester).mayHandOver()).isTrue();
    assertThat(custody(person(3, COMMUNE, Role.INVESTIGATOR)).mayHandOver()).isFalse();
    assertThat(custody(person(1, COMMUNE, Role.APPROVER)).mayHandOver())
        .as("an investigator no more")
        .isFalse();
    Extraction deleted = extractions.add(REQUEST, NOW);
    assertThat(at(NOW).custody(request, deleted, requester).mayHandOver()).isFalse();
  }
}
