package anbinh.evidence.request;

import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.DecisionOutcome;
import anbinh.evidence.request.lifecycle.DecisionReason;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.identity.session.AccessFixture;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One request of a case in the commune of [AccessFixture], in any state.
public final class RequestFixture {
  public static final Instant NOW = AccessFixture.NOW;
  public static final UUID REQUEST = new UUID(7, 1);
  public static final UUID CASE = new UUID(7, 2);
  public static final String CODE = "REQ-2026-0001";
  public static final UUID REQUESTER = new UUID(2, 1);
  public static final UUID APPROVER = new UUID(2, 2);

  private RequestFixture() {}

  public static Grant grant(Instant from, Instant to, UUID... cameras) {
    return new Grant(from, to, List.of(cameras));
  }

  /// Granted as asked.
  public static Decision decision() {
    return new Decision(
        DecisionOutcome.APPROVE, DecisionReason.JUSTIFIED, "Đủ căn cứ.", APPROVER, NOW);
  }

  public static EvidenceRequest request(Grant asked, RequestState state) {
    return request(asked, state, null);
  }

  public static EvidenceRequest request(
      Grant asked, RequestState state, @Nullable Urgency urgency) {
    return new EvidenceRequest(
        REQUEST,
        CODE,
        AccessFixture.COMMUNE,
        new Application(
            CASE,
            asked,
            Purpose.ESTABLISH_FACTS,
            LegalBasis.CPC_2015_ART_88,
            Offence.THEFT,
            "Xe bị lấy trước cửa chợ.",
            urgency != null,
            null,
            null),
        REQUESTER,
        NOW.minusSeconds(3_600),
        NOW.plusSeconds(3_600),
        state,
        urgency);
  }

  public static EvidenceRequest approved(Grant grant) {
    return request(grant, new RequestState.Approved(decision(), grant));
  }

  public static EvidenceRequest sealed(Grant grant) {
    return request(grant, new RequestState.Sealed(decision(), grant, NOW));
  }
}
