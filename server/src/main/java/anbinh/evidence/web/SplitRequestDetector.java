package anbinh.evidence.web;

import anbinh.evidence.request.Caps;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.RequestTable;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.web.CheckView.Warning;
import anbinh.platform.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds requests of one case that, put together, come to more than an ordinary approver may grant:
/// their times overlap or follow one another closely. It is a warning to who decides, not a rule:
/// there are good reasons to ask for more once something was seen.
@Component
class SplitRequestDetector {
  /// Times that are no farther apart follow one another.
  private static final Duration CLOSE = Duration.ofMinutes(10);

  private final RequestTable table;
  private final Caps caps;
  private final Messages messages;

  SplitRequestDetector(RequestTable table, Caps caps, Messages messages) {
    this.table = table;
    this.caps = caps;
    this.messages = messages;
  }

  /// @param request the request itself, or null while it is not made
  Optional<Warning> of(UUID caseId, Grant asked, @Nullable UUID request) {
    List<EvidenceRequest> others =
        table.listLive(caseId).stream().filter(found -> !found.id().equals(request)).toList();
    List<EvidenceRequest> near = chain(asked, others);
    List<Grant> parts =
        new ArrayList<>(near.stream().map(SplitRequestDetector::requested).toList());
    parts.add(asked);
    Map<UUID, List<Grant>> byCamera = new HashMap<>();
    for (Grant part : parts) {
      part.cameraIds()
          .forEach(camera -> byCamera.computeIfAbsent(camera, _ -> new ArrayList<>()).add(part));
    }
    Duration time =
        byCamera.values().stream()
            .map(SplitRequestDetector::covered)
            .reduce(Duration.ZERO, Duration::plus);
    boolean above =
        byCamera.size() > caps.ordinaryCameras() || time.compareTo(caps.ordinaryCameraTime()) > 0;
    if (near.isEmpty() || !above) {
      return Optional.empty();
    }
    String codes = near.stream().map(EvidenceRequest::code).collect(Collectors.joining(", "));
    return Optional.of(
        new Warning(
            "together-above-caps",
            messages.text(
                "evidence.warning.together-above-caps",
                codes,
                byCamera.size(),
                Math.ceilDiv(time.toSeconds(), 60L))));
  }

  /// The others that follow one another from what is asked on, in both directions.
  private static List<EvidenceRequest> chain(Grant asked, List<EvidenceRequest> others) {
    List<EvidenceRequest> near = new ArrayList<>();
    List<EvidenceRequest> left = others;
    Instant from = asked.from();
    Instant to = asked.to();
    boolean grew = true;
    while (grew) {
      List<EvidenceRequest> far = new ArrayList<>();
      for (EvidenceRequest other : left) {
        Grant time = requested(other);
        if (time.from().isAfter(to.plus(CLOSE)) || from.isAfter(time.to().plus(CLOSE))) {
          far.add(other);
        } else {
          near.add(other);
          from = time.from().isBefore(from) ? time.from() : from;
          to = time.to().isAfter(to) ? time.to() : to;
        }
      }
      grew = far.size() < left.size();
      left = far;
    }
    near.sort(Comparator.comparing(EvidenceRequest::requestedAt));
    return near;
  }

  private static Grant requested(EvidenceRequest request) {
    return request.findGrant().orElse(request.asked());
  }

  /// How long the times are, what overlaps counted once.
  private static Duration covered(List<Grant> parts) {
    Duration covered = Duration.ZERO;
    Instant until = Instant.MIN;
    for (Grant part : parts.stream().sorted(Comparator.comparing(Grant::from)).toList()) {
      Instant from = part.from().isAfter(until) ? part.from() : until;
      if (part.to().isAfter(from)) {
        covered = covered.plus(Duration.between(from, part.to()));
        until = part.to();
      }
    }
    return covered;
  }
}
