package anbinh.evidence.request;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.RecordedEvent;
import anbinh.evidence.request.LoggedDecisions.Logged;
import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.DecisionOutcome;
import anbinh.evidence.request.lifecycle.DecisionReason;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.identity.Confirmation;
import anbinh.seal.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whoever owns the database writes something into a request or its decision: each such change is
/// found, since the log says otherwise.
class LoggedDecisionsTest {
  private static final Instant AT = Instant.parse("2026-11-26T03:00:00Z");
  private static final UUID REQUEST = new UUID(7, 1);
  private static final UUID CASE = new UUID(7, 2);
  private static final UUID CAMERA = new UUID(7, 3);
  private static final UUID REQUESTER = new UUID(2, 1);
  private static final UUID DECIDER = new UUID(2, 2);
  private static final UUID OTHER = new UUID(2, 9);
  private static final Grant ASKED = new Grant(AT.minusSeconds(600), AT, List.of(CAMERA));
  private static final Grant LESS = new Grant(AT.minusSeconds(300), AT, List.of(CAMERA));
  private static final Paper PAPER =
      new Paper("12/YC", LocalDate.of(2026, 11, 25), "ab".repeat(32));
  private static final Confirmation SHOWN = new Confirmation(AT.minusSeconds(9), "PASSKEY");

  private static final Application APPLICATION =
      new Application(
          CASE,
          ASKED,
          Purpose.ESTABLISH_FACTS,
          LegalBasis.CPC_2015_ART_88,
          Offence.THEFT,
          "Xe bị lấy trước cửa chợ.",
          false,
          SubjectClass.values()[0],
          PAPER);
  private static final Decision DECISION =
      decision(DECIDER, "Chỉ cần năm phút.", AT.plusSeconds(60));

  private static Decision decision(UUID by, String reason, Instant at) {
    return new Decision(
        DecisionOutcome.APPROVE_LESS, DecisionReason.LESS_TIME_SUFFICES, reason, by, at);
  }

  private static EvidenceRequest request(Application application, RequestState state) {
    return request("REQ-2026-0001", REQUESTER, AT, application, state);
  }

  private static EvidenceRequest request(
      String code, UUID by, Instant at, Application application, RequestState state) {
    return new EvidenceRequest(
        REQUEST, code, new UUID(1, 2), application, by, at, at.plusSeconds(600), state, null);
  }

  private static EvidenceRequest honest() {
    return request(APPLICATION, new RequestState.Approved(DECISION, LESS));
  }

  private static Json.Obj facts(Map<String, String> texts, Map<String, Json> others) {
    Map<String, Json> facts = new HashMap<>(others);
    texts.forEach((name, text) -> facts.put(name, Json.of(text)));
    return new Json.Obj(facts);
  }

  private static Json cameras() {
    return new Json.Arr(List.of(Json.of(CAMERA.toString())));
  }

  private static RecordedEvent event(
      UUID actor, Instant at, Json.Obj facts, Json.@Nullable Obj detail) {
    return new RecordedEvent(
        new UUID(8, 1),
        "request.any",
        3L,
        at,
        pseudonym(actor),
        REQUEST.toString(),
        "REQ-2026-0001",
        facts,
        detail);
  }

  private static String pseudonym(UUID person) {
    return "of " + person;
  }

  private static RecordedEvent requested(Json.@Nullable Obj detail) {
    return event(
        REQUESTER,
        AT,
        facts(
            Map.of(
                "case", CASE.toString(),
                "from", "2026-11-26T02:50:00.000Z",
                "to", "2026-11-26T03:00:00.000Z",
                "purpose", "ESTABLISH_FACTS",
                "legalBasis", "CPC_2015_ART_88",
                "offence", "THEFT",
                "subjectClass", SubjectClass.values()[0].name(),
                "paperOn", "2026-11-25",
                "paperSha256", "ab".repeat(32)),
            Map.of("urgent", new Json.Bool(false), "cameras", cameras())),
        detail);
  }

  private static RecordedEvent requested() {
    return requested(
        facts(Map.of("necessity", "Xe bị lấy trước cửa chợ.", "paperNumber", "12/YC"), Map.of()));
  }

  private static RecordedEvent decided() {
    return event(
        DECIDER,
        AT.plusSeconds(60),
        facts(
            Map.of(
                "outcome", "APPROVE_LESS",
                "reasonCode", "LESS_TIME_SUFFICES",
                "from", "2026-11-26T02:55:00.000Z",
                "to", "2026-11-26T03:00:00.000Z",
                "confirmedAt", "2026-11-26T02:59:51.000Z",
                "confirmedBy", "PASSKEY"),
            Map.of("cameras", cameras())),
        facts(Map.of("reason", "Chỉ cần năm phút."), Map.of()));
  }

  private static Logged logged(
      List<RecordedEvent> requested, List<RecordedEvent> decided, @Nullable Confirmation shown) {
    String id = REQUEST.toString();
    return new Logged(
        Map.of(id, requested),
        Map.of(id, decided),
        shown == null ? Map.of() : Map.of(REQUEST, shown));
  }

  private static Logged logged() {
    return logged(List.of(requested()), List.of(decided()), SHOWN);
  }

  private static List<String> differences(EvidenceRequest request, Logged logged) {
    return LoggedDecisions.differences(request, logged, LoggedDecisionsTest::pseudonym);
  }

  private static void assertFound(EvidenceRequest forged, String... what) {
    assertThat(differences(forged, logged())).hasSize(what.length);
    for (int i = 0; i < what.length; i++) {
      assertThat(differences(forged, logged()).get(i)).startsWith(what[i]);
    }
  }

  @Test
  void whatTheLogSaysTooIsRight() {
    assertThat(differences(honest(), logged())).isEmpty();
  }

  @Test
  void everyChangeOfARequestIsFound() {
    var state = new RequestState.Approved(DECISION, LESS);
    assertFound(request("REQ-2026-0002", REQUESTER, AT, APPLICATION, state), "number");
    assertFound(request("REQ-2026-0001", OTHER, AT, APPLICATION, state), "requester");
    assertFound(
        request("REQ-2026-0001", REQUESTER, AT.plusSeconds(11), APPLICATION, state),
        "time of the request");
    var a = APPLICATION;
    var wider = new Grant(AT.minusSeconds(601), AT, List.of(CAMERA));
    var another = new Grant(ASKED.from(), ASKED.to(), List.of(new UUID(7, 4)));
    assertFound(
        request(with(a, OTHER, a.asked(), a.purpose(), a.necessity(), PAPER), state), "case");
    assertFound(
        request(with(a, CASE, wider, a.purpose(), a.necessity(), PAPER), state), "asked from");
    assertFound(
        request(with(a, CASE, another, a.purpose(), a.necessity(), PAPER), state), "asked cameras");
    assertFound(
        request(with(a, CASE, ASKED, Purpose.VERIFY_REPORT, a.necessity(), PAPER), state),
        "purpose");
    assertFound(request(with(a, CASE, ASKED, a.purpose(), "Khác.", PAPER), state), "necessity");
    assertFound(
        request(
            with(
                a,
                CASE,
                ASKED,
                a.purpose(),
                a.necessity(),
                new Paper("13/YC", PAPER.on(), PAPER.sha256())),
            state),
        "number of the paper");
    assertFound(
        request(
            with(a, CASE, ASKED, a.purpose(), a.necessity(), new Paper("12/YC", PAPER.on(), null)),
            state),
        "paper");
    assertFound(
        request(with(a, CASE, ASKED, a.purpose(), a.necessity(), null), state), "day of the paper");
  }

  private static Application with(
      Application a,
      UUID about,
      Grant asked,
      Purpose purpose,
      String necessity,
      @Nullable Paper paper) {
    return new Application(
        about,
        asked,
        purpose,
        a.legalBasis(),
        a.offence(),
        necessity,
        a.urgent(),
        a.subject(),
        paper);
  }

  @Test
  void everyChangeOfADecisionIsFound() {
    assertFound(decided(decision(OTHER, DECISION.reason(), DECISION.at()), LESS), "decider");
    assertFound(decided(decision(DECIDER, "Khác.", DECISION.at()), LESS), "reason");
    assertFound(
        decided(decision(DECIDER, DECISION.reason(), DECISION.at().plusSeconds(11)), LESS),
        "time of the decision");
    assertFound(decided(DECISION, ASKED), "granted from");
    assertFound(
        request(
            APPLICATION,
            new RequestState.Refused(
                new Decision(
                    DecisionOutcome.REFUSE,
                    DecisionReason.TOO_WIDE,
                    DECISION.reason(),
                    DECIDER,
                    DECISION.at()))),
        "outcome",
        "reason's code");
  }

  private static EvidenceRequest decided(Decision decision, Grant grant) {
    return request(APPLICATION, new RequestState.Approved(decision, grant));
  }

  @Test
  void aDecisionThatOnlyOneOfTheTwoHasIsFound() {
    assertThat(differences(honest(), logged(List.of(requested()), List.of(), SHOWN)))
        .containsExactly("the log has no decision, or several");
    assertThat(
            differences(
                honest(), logged(List.of(requested()), List.of(decided(), decided()), SHOWN)))
        .containsExactly("the log has no decision, or several");
    assertThat(differences(honest(), logged(List.of(), List.of(decided()), SHOWN)))
        .containsExactly("the log has no request, or several");
    assertFound(
        request(APPLICATION, new RequestState.Requested(AT.plusSeconds(600))),
        "the log has a decision, the database none");
  }

  @Test
  void howTheDeciderShowedThatItWasThemIsHeldAgainstTheLogToo() {
    assertThat(differences(honest(), logged(List.of(requested()), List.of(decided()), null)))
        .hasSize(2);
    var later = new Confirmation(SHOWN.at().plusSeconds(1), "PASSKEY");
    assertThat(differences(honest(), logged(List.of(requested()), List.of(decided()), later)))
        .containsExactly("confirmation is another one in the log");
    var otherwise = new Confirmation(SHOWN.at(), "PASSWORD");
    assertThat(differences(honest(), logged(List.of(requested()), List.of(decided()), otherwise)))
        .containsExactly("method of the confirmation is another one in the log");
  }

  @Test
  void whatWasErasedSaysNothing() {
    EvidenceRequest changed =
        request(
            with(APPLICATION, CASE, ASKED, APPLICATION.purpose(), "Khác.", PAPER),
            new RequestState.Approved(DECISION, LESS));
    assertThat(differences(changed, logged(List.of(requested(null)), List.of(decided()), SHOWN)))
        .isEmpty();
  }
}
