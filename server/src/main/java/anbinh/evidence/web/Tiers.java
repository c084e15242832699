package anbinh.evidence.web;

import anbinh.evidence.request.Caps;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.SeniorReason;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.platform.Messages;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Says in the reader's language who must decide a request, and why.
@Component
class Tiers {
  private final Caps caps;
  private final Messages messages;

  Tiers(Caps caps, Messages messages) {
    this.caps = caps;
    this.messages = messages;
  }

  /// Why a senior approver must decide.
  record Reason(SeniorReason code, String text) {}

  /// Empty when every approver may grant it.
  List<Reason> reasons(Grant grant, Instant requestedAt) {
    return caps.seniorReasons(grant, requestedAt).stream()
        .map(code -> new Reason(code, text(code, grant)))
        .toList();
  }

  /// Of all that was asked for.
  List<Reason> reasons(EvidenceRequest request) {
    return reasons(request.asked(), request.requestedAt());
  }

  private String text(SeniorReason code, Grant grant) {
    String key = "evidence.senior." + code.name();
    return switch (code) {
      case MANY_CAMERAS -> messages.text(key, grant.cameraIds().size(), caps.ordinaryCameras());
      case LONG_TIME ->
          messages.text(
              key,
              Math.ceilDiv(grant.cameraTime().toSeconds(), 60L),
              caps.ordinaryCameraTime().toMinutes());
      case OLD_FOOTAGE -> messages.text(key, caps.ordinaryAge().toDays());
    };
  }
}
