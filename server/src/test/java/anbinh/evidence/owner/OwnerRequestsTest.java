package anbinh.evidence.owner;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.Event;
import anbinh.audit.event.RecordedLog;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraChanged;
import anbinh.cameras.CameraKind;
import anbinh.cameras.Consent;
import anbinh.cameras.store.FakeCameras;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.FakeRequests;
import anbinh.evidence.request.RequestFixture;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/// Whom a request asks and until when, and what an owner may take back; OwnerTests run the table.
class OwnerRequestsTest {
  private static final Instant NOW = RequestFixture.NOW;
  private static final Instant TO = NOW.minus(Duration.ofDays(2));
  private static final UUID REQUEST = RequestFixture.REQUEST;
  private static final Duration ANSWER = Duration.ofDays(14);
  private static final Duration THINK = Duration.ofMinutes(10);
  private static final Duration RECEIPT = Duration.ofDays(30);
  private static final OwnerSettings SETTINGS =
      new OwnerSettings(
          ANSWER,
          THINK,
          RECEIPT,
          null,
          null,
          DataSize.ofGigabytes(20),
          20,
          DataSize.ofGigabytes(5));

  private final Person officer = AccessFixture.person(1, AccessFixture.COMMUNE, Role.INVESTIGATOR);
  private final Table table = new Table();
  private final FakeCameras cameras = new FakeCameras();
  private final RecordedLog log = new RecordedLog();
  private final List<Object> published = new ArrayList<>();
  private final Random random = new Random(7);

  /// The table of asks in memory.
  private static final class Table extends OwnerRequestTable {
    private final Map<UUID, OwnerRequest> asks = new LinkedHashMap<>();
    private final Map<UUID, LinkSecret> links = new LinkedHashMap<>();
    private final Map<UUID, LinkSecret> receipts = new LinkedHashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    Table() {
      super(null);
    }

    private void put(
        OwnerRequest ask,
        OwnerRequestState state,
        @Nullable Instant seenAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        OwnerRequest.@Nullable RecorderClock clock,
        @Nullable Instant takenAt) {
      asks.put(
          ask.cameraId(),
          new OwnerRequest(
              ask.requestId(),
              ask.cameraId(),
              state,
              ask.openedAt(),
              ask.openUntil(),
              links.containsKey(ask.cameraId()) ? NOW : null,
              seenAt,
              endedAt,
              reason,
              clock,
              takenAt));
    }

    @Override
    void insert(OwnerRequest ask) {
      asks.put(ask.cameraId(), ask);
    }

    @Override
    public List<OwnerRequest> list(UUID requestId) {
      return List.copyOf(asks.values());
    }

    @Override
    Optional<OwnerRequest> findForUpdate(UUID requestId, UUID cameraId) {
      return Optional.ofNullable(asks.get(cameraId))
          .filter(ask -> ask.requestId().equals(requestId));
    }

    private Optional<OwnerRequest> of(Map<UUID, LinkSecret> secrets, LinkSecret link) {
      return secrets.entrySet().stream()
          .filter(each -> Arrays.equals(each.getValue().hash(), link.hash()))
          .map(each -> asks.get(each.getKey()))
          .filter(Objects::nonNull)
          .findFirst();
    }

    @Override
    Optional<OwnerRequest> findByLink(LinkSecret link) {
      return of(links, link);
    }

    @Override
    Optional<OwnerRequest> findTaken(LinkSecret link, Instant since) {
      return of(receipts, link)
          .filter(ask -> ask.takenAt() != null && ask.takenAt().isAfter(since));
    }

    @Override
    void forgetLinksOfTaken(Instant before) {}

    @Override
    List<OwnerRequest> listUnsettled(UUID cameraId) {
      return asks.values().stream().filter(ask -> ask.cameraId().equals(cameraId)).toList();
    }

    @Override
    List<OwnerRequest> listOverdue(Instant now) {
      return asks.values().stream()
          .filter(ask -> ask.state() == OwnerRequestState.OPEN && !ask.openUntil().isAfter(now))
          .toList();
    }

    @Override
    void setLink(OwnerRequest ask, @Nullable LinkSecret link, @Nullable Instant at) {
      if (link == null) {
        links.remove(ask.cameraId());
      } else {
        links.put(ask.cameraId(), link);
      }
      put(ask, ask.state(), null, ask.endedAt(), ask.reason(), ask.clock(), ask.takenAt());
    }

    @Override
    boolean setSeen(OwnerRequest ask, Instant at) {
      OwnerRequest present = asks.get(ask.cameraId());
      if (present == null || present.seenAt() != null) {
        return false;
      }
      put(present, present.state(), at, null, null, present.clock(), null);
      return true;
    }

    @Override
    void setClock(OwnerRequest ask, OwnerRequest.RecorderClock clock) {
      put(ask, ask.state(), ask.seenAt(), null, null, clock, null);
    }

    @Override
    void give(OwnerRequest ask, Instant at) {
      put(ask, OwnerRequestState.GIVEN, ask.seenAt(), at, null, ask.clock(), null);
    }

    @Override
    void take(OwnerRequest ask, Instant at) {
      LinkSecret link = links.remove(ask.cameraId());
      if (link != null) {
        receipts.put(ask.cameraId(), link);
      }
      put(ask, ask.state(), null, ask.endedAt(), null, ask.clock(), at);
    }

    @Override
    void end(OwnerRequest ask, OwnerRequestState state, @Nullable String reason, Instant at) {
      links.remove(ask.cameraId());
      put(ask, state, null, at, reason, ask.clock(), null);
    }
  }

  private static EvidenceRequest request(UUID... asked) {
    return RequestFixture.approved(RequestFixture.grant(TO.minusSeconds(600), TO, asked));
  }

  /// What is decided at a moment, over the same table.
  private OwnerRequests at(Instant moment) {
    var requests = new FakeRequests(moment);
    requests.add(request(new UUID(6, 9)), Map.of());
    return new OwnerRequests(
        table, requests, cameras, SETTINGS, random, log, event -> published.add(event));
  }

  private Camera community(int number, Consent.State consent, int keepDays) {
    return cameras.add(
        number, CameraKind.COMMUNITY, AccessFixture.COMMUNE, consent, keepDays, false);
  }

  private OwnerRequest open(Camera camera) {
    at(NOW).open(request(camera.id()));
    return ask(camera);
  }

  private OwnerRequest ask(Camera camera) {
    return table.findForUpdate(REQUEST, camera.id()).orElseThrow();
  }

  private OwnerRequest opened(int number) {
    return open(community(number, Consent.State.GIVEN, 30));
  }

  private static ProblemCode refused(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(Problem.class, call).code();
  }

  @Test
  void onlyOwnersOfCommunityCamerasAreAsked() {
    Camera own =
        cameras.add(
            1, CameraKind.CONNECTED, AccessFixture.COMMUNE, Consent.State.NOT_NEEDED, 30, false);
    Camera community = community(2, Consent.State.NONE, 30);
    at(NOW).open(request(own.id(), community.id()));
    assertThat(table.asks).containsOnlyKeys(community.id());
    assertThat(log.codes()).containsExactly("owner.asked");
    assertThat(log.last().facts()).containsEntry("camera", community.id());
  }

  @Test
  void anAskIsOpenNoLongerThanTheRecorderKeeps() {
    assertThat(opened(1).openUntil()).isEqualTo(NOW.plus(ANSWER));
    assertThat(open(community(2, Consent.State.GIVEN, 3)).openUntil())
        .isEqualTo(TO.plus(Duration.ofDays(3)));
  }

  @Test
  void whatIsGoneByNowIsNotWaitedFor() {
    OwnerRequest gone = open(community(1, Consent.State.GIVEN, 2));
    assertThat(gone.state()).isEqualTo(OwnerRequestState.OVERWRITTEN);
    assertThat(published)
        .containsExactly(
            new OwnerRequestChanged(REQUEST, gone.cameraId(), OwnerRequestState.OVERWRITTEN));
    Camera camera = community(2, Consent.State.GIVEN, 2);
    at(NOW.minusMillis(1)).open(request(camera.id()));
    assertThat(ask(camera).state()).as("one millisecond before").isEqualTo(OwnerRequestState.OPEN);
  }

  @Test
  void whoWithdrewIsNotAskedAgain() {
    Camera retired =
        cameras.add(2, CameraKind.COMMUNITY, AccessFixture.COMMUNE, Consent.State.GIVEN, 30, true);
    for (Camera camera :
        List.of(
            community(1, Consent.State.WITHDRAWN, 30),
            retired,
            community(3, Consent.State.WITHDRAWN, 1))) {
      assertThat(open(camera).state()).isEqualTo(OwnerRequestState.WITHDRAWN);
      assertThat(refused(() -> at(NOW).issueLink(REQUEST, camera.id(), officer)))
          .isEqualTo(EvidenceProblem.ASK_ENDED);
    }
    assertThat(OwnerRequests.mayBeAsked(community(4, Consent.State.EXPIRED, 30))).isTrue();
  }

  @Test
  void aNewLinkTakesThePlaceOfTheOldOne() {
    OwnerRequest ask = opened(1);
    LinkSecret old = at(NOW).issueLink(REQUEST, ask.cameraId(), officer);
    LinkSecret link = at(NOW).issueLink(REQUEST, ask.cameraId(), officer);
    assertThat(at(NOW).findByLink(old)).isEmpty();
    assertThat(at(NOW).findByLink(link)).contains(ask(cameras.get(ask.cameraId())));
    assertThat(log.codes())
        .containsExactly("owner.asked", "owner.link-issued", "owner.link-issued");
    assertThat(log.events().toString()).doesNotContain(link.text()).doesNotContain(old.text());
  }

  @Test
  void aLinkEndsWithItsTime() {
    OwnerRequest ask = opened(1);
    LinkSecret link = at(NOW).issueLink(REQUEST, ask.cameraId(), officer);
    Instant end = ask.openUntil();
    assertThat(at(end.minusMillis(1)).findByLink(link)).isPresent();
    assertThat(at(end).findByLink(link)).isEmpty();
    assertThat(refused(() -> at(end).refuse(ask, null))).isEqualTo(EvidenceProblem.ASK_ENDED);
    at(end.minusMillis(1)).refuse(ask, null);
    assertThat(at(NOW).findByLink(link)).as("answered").isEmpty();
  }

  @Test
  void aLinkThatIsRevokedLeadsNowhereAndTheAskStaysOpen() {
    OwnerRequest ask = opened(1);
    at(NOW).revokeLink(REQUEST, ask.cameraId(), officer);
    assertThat(log.codes()).as("there was none").containsExactly("owner.asked");
    LinkSecret link = at(NOW).issueLink(REQUEST, ask.cameraId(), officer);
    at(NOW).revokeLink(REQUEST, ask.cameraId(), officer);
    assertThat(log.last().type()).isEqualTo(OwnerEvent.LINK_REVOKED);
    assertThat(log.last().actor()).isEqualTo(officer.actor());
    assertThat(at(NOW).findByLink(link)).isEmpty();
    assertThat(ask(cameras.get(ask.cameraId())).state()).isEqualTo(OwnerRequestState.OPEN);
  }

  @Test
  void aSheetIsPrintedWithThePresentLinkOfItsOwnAskOnly() {
    OwnerRequest ask = opened(1);
    LinkSecret link = at(NOW).issueLink(REQUEST, ask.cameraId(), officer);
    OwnerRequest other = opened(2);
    LinkSecret otherLink = at(NOW).issueLink(REQUEST, other.cameraId(), officer);
    int before = log.events().size();
    for (LinkSecret wrong : List.of(otherLink, LinkSecret.random(random))) {
      assertThat(refused(() -> at(NOW).printSheet(REQUEST, ask.cameraId(), wrong, officer)))
          .isEqualTo(EvidenceProblem.NO_SUCH_LINK);
    }
    assertThat(log.events()).hasSize(before);
    assertThat(at(NOW).printSheet(REQUEST, ask.cameraId(), link, officer).cameraId())
        .isEqualTo(ask.cameraId());
    assertThat(log.last().type()).isEqualTo(OwnerEvent.SHEET_PRINTED);
  }

  @Test
  void whoIsNotAskedHasNoLink() {
    OwnerRequest ask = opened(1);
    assertThat(refused(() -> at(NOW).issueLink(REQUEST, new UUID(6, 9), officer)))
        .isEqualTo(EvidenceProblem.NOT_ASKED);
    assertThat(refused(() -> at(NOW).issueLink(new UUID(7, 9), ask.cameraId(), officer)))
        .isEqualTo(EvidenceProblem.NOT_ASKED);
  }

  @Test
  void whatAnOwnerWritesStandsInNoRecord() {
    OwnerRequest ask = opened(1);
    at(NOW).refuse(ask, "Tôi là Nguyễn Văn A.");
    Event event = log.last();
    assertThat(event.facts()).containsOnlyKeys("camera");
    assertThat(event.details()).containsEntry("reason", "Tôi là Nguyễn Văn A.");
    assertThat(event.actor()).isNull();
    assertThat(ask(cameras.get(ask.cameraId())).reason()).isEqualTo("Tôi là Nguyễn Văn A.");
    OwnerRequest silent = opened(2);
    at(NOW).refuse(silent, null);
    assertThat(log.last().details()).isEmpty();
  }

  @Test
  void aPageIsSeenOnceALink() {
    OwnerRequest ask = opened(1);
    at(NOW).issueLink(REQUEST, ask.cameraId(), officer);
    at(NOW).noteSeen(ask);
    at(NOW).noteSeen(ask);
    assertThat(log.codes()).containsOnlyOnce("owner.page-seen");
  }

  @Test
  void aClockIsStatedByHowFarItIsAhead() {
    OwnerRequest ask = opened(1);
    at(NOW).stateClock(ask, new OwnerRequest.RecorderClock(NOW.minusSeconds(61), NOW));
    assertThat(log.last().facts()).containsEntry("offsetMillis", -61_000L);
    at(NOW).giveUp(REQUEST, ask.cameraId(), officer);
    assertThat(refused(() -> at(NOW).stateClock(ask, new OwnerRequest.RecorderClock(NOW, NOW))))
        .isEqualTo(EvidenceProblem.ASK_ENDED);
  }

  @Test
  void whatWasGivenIsTakenBackUntilItIsTaken() {
    OwnerRequest ask = opened(1);
    LinkSecret link = at(NOW).issueLink(REQUEST, ask.cameraId(), officer);
    at(NOW).give(ask, List.of("ab"));
    assertThat(at(NOW.plus(Duration.ofDays(20))).findByLink(link)).isPresent();
    at(NOW).withdraw(ask);
    assertThat(ask(cameras.get(ask.cameraId())).state()).isEqualTo(OwnerRequestState.WITHDRAWN);
    assertThat(log.last().type()).isEqualTo(OwnerEvent.WITHDREW);
    assertThat(refused(() -> at(NOW).withdraw(ask))).isEqualTo(EvidenceProblem.ASK_ENDED);
    OwnerRequest other = opened(2);
    at(NOW).give(other, List.of("cd"));
    assertThat(at(NOW.plus(THINK)).take(REQUEST)).isEmpty();
    assertThat(refused(() -> at(NOW.plus(THINK)).withdraw(other)))
        .isEqualTo(EvidenceProblem.ASK_ENDED);
  }

  @Test
  void anOwnerThinksAgainForTheWholeTime() {
    OwnerRequest ask = opened(1);
    at(NOW).give(ask, List.of("ab"));
    Instant end = NOW.plus(THINK);
    assertThat(at(end.minusMillis(1)).take(REQUEST)).contains(end);
    assertThat(ask(cameras.get(ask.cameraId())).takenAt()).isNull();
    assertThat(at(end).take(REQUEST)).isEmpty();
    assertThat(ask(cameras.get(ask.cameraId())).takenAt()).isEqualTo(end);
  }

  @Test
  void nothingIsTakenWhileAnotherOwnerIsAsked() {
    OwnerRequest given = opened(1);
    at(NOW).give(given, List.of("ab"));
    OwnerRequest open = opened(2);
    Instant later = NOW.plus(Duration.ofDays(3));
    assertThat(at(later).take(REQUEST)).contains(open.openUntil());
    Instant over = open.openUntil();
    assertThat(at(over).take(REQUEST)).as("not ended yet").contains(over.plusSeconds(1));
    assertThat(at(over).endOverdue()).isEqualTo(1);
    assertThat(at(over).take(REQUEST)).isEmpty();
    assertThat(ask(cameras.get(given.cameraId())).takenAt()).isEqualTo(over);
    assertThat(ask(cameras.get(open.cameraId())).takenAt()).isNull();
  }

  @Test
  void theReceiptIsThereForItsTimeAfterTheTaking() {
    OwnerRequest ask = opened(1);
    LinkSecret link = at(NOW).issueLink(REQUEST, ask.cameraId(), officer);
    at(NOW).give(ask, List.of("ab"));
    Instant taken = NOW.plus(THINK);
    at(taken).take(REQUEST);
    assertThat(at(taken).findByLink(link)).as("nothing is taken back").isEmpty();
    Instant until = taken.plus(RECEIPT);
    assertThat(at(until.minusMillis(1)).findGiven(link)).isPresent();
    assertThat(at(until).findGiven(link)).isEmpty();
    assertThat(at(NOW).receiptUntil(ask(cameras.get(ask.cameraId())))).isEqualTo(until);
    assertThat(at(NOW).receiptUntil(ask)).isNull();
  }

  @Test
  void whoDoesNotAnswerInTimeIsToldFromWhatIsGone() {
    Camera keeps = community(1, Consent.State.GIVEN, 30);
    Camera lost = community(2, Consent.State.GIVEN, 3);
    open(keeps);
    open(lost);
    Instant gone = TO.plus(Duration.ofDays(3));
    assertThat(at(gone.minusMillis(1)).endOverdue()).isZero();
    assertThat(at(gone).endOverdue()).isEqualTo(1);
    assertThat(ask(lost).state()).isEqualTo(OwnerRequestState.OVERWRITTEN);
    assertThat(ask(keeps).state()).isEqualTo(OwnerRequestState.OPEN);
    assertThat(at(NOW.plus(ANSWER)).endOverdue()).isEqualTo(1);
    assertThat(ask(keeps).state()).isEqualTo(OwnerRequestState.UNANSWERED);
    assertThat(log.last().facts()).containsEntry("state", OwnerRequestState.UNANSWERED);
  }

  @Test
  void whoWithdrawsConsentGivesNothingThatIsNotTakenYet() {
    OwnerRequest open = opened(1);
    OwnerRequest given = opened(2);
    at(NOW).give(given, List.of("ab"));
    for (int number : new int[] {1, 2}) {
      Camera camera = cameras.get(new UUID(6, number));
      at(NOW).follow(new CameraChanged(camera.id()));
      assertThat(ask(camera).state()).as("still agreed").isNotEqualTo(OwnerRequestState.WITHDRAWN);
      community(number, Consent.State.WITHDRAWN, 30);
      at(NOW).follow(new CameraChanged(camera.id()));
      assertThat(ask(camera).state()).isEqualTo(OwnerRequestState.WITHDRAWN);
    }
    assertThat(published)
        .contains(
            new OwnerRequestChanged(REQUEST, open.cameraId(), OwnerRequestState.WITHDRAWN),
            new OwnerRequestChanged(REQUEST, given.cameraId(), OwnerRequestState.WITHDRAWN));
  }

  @Test
  void whatIsInAPackageIsNotTakenBackByAWithdrawal() {
    OwnerRequest ask = opened(1);
    at(NOW).give(ask, List.of("ab"));
    at(NOW.plus(THINK)).take(REQUEST);
    Camera camera = community(1, Consent.State.WITHDRAWN, 30);
    at(NOW.plus(THINK)).follow(new CameraChanged(camera.id()));
    assertThat(ask(camera).state()).isEqualTo(OwnerRequestState.GIVEN);
  }

  @Test
  void whatEndedIsNotGivenUpOnceMore() {
    OwnerRequest ask = opened(1);
    at(NOW).giveUp(REQUEST, ask.cameraId(), officer);
    assertThat(log.last().facts()).containsEntry("state", OwnerRequestState.GIVEN_UP);
    assertThat(log.last().actor()).isEqualTo(officer.actor());
    assertThat(refused(() -> at(NOW).giveUp(REQUEST, ask.cameraId(), officer)))
        .isEqualTo(EvidenceProblem.ASK_ENDED);
  }
}
