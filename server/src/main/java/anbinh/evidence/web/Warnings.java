package anbinh.evidence.web;

import anbinh.cameras.Camera;
import anbinh.cases.CaseFile;
import anbinh.cases.Incident;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.web.CheckView.Warning;
import anbinh.platform.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a requester and a decider should think about; none of it forbids anything.
@Component
class Warnings {
  /// Footage that goes within this time is called so.
  private static final Duration SOON = Duration.ofDays(3);

  private static final Duration OLD = Duration.ofDays(30);
  private static final Duration NEAR = Duration.ofHours(2);
  private static final int MUCH_LONGER = 4;
  private static final Duration LONG = Duration.ofMinutes(30);

  private final Messages messages;

  Warnings(Messages messages) {
    this.messages = messages;
  }

  /// @param incident which one of the case is asked about; null for all of it
  List<Warning> of(
      Grant asked,
      CaseFile relatedCase,
      @Nullable Incident incident,
      List<CameraCoverage> coverage,
      Map<UUID, Camera> cameras,
      Instant now) {
    List<Warning> warnings = new ArrayList<>();
    for (CameraCoverage camera : coverage) {
      Camera known = cameras.get(camera.cameraId());
      String code = known == null ? "" : known.code();
      Instant keptUntil = camera.keptUntil();
      if (camera.owner() != null) {
        add(warnings, camera.empty() ? "owner-overwritten" : "owner-asked", code);
      } else if (camera.empty()) {
        add(warnings, "nothing-recorded", code);
      } else if (!camera.whole()) {
        long missing = Math.max(0, camera.requestedMillis() - camera.coveredMillis());
        add(warnings, "partly-recorded", code, Math.ceilDiv(missing, 1_000L));
      }
      if (keptUntil != null && keptUntil.isBefore(now.plus(SOON))) {
        long hours = Math.max(0, Duration.between(now, keptUntil).toHours());
        add(warnings, camera.owner() == null ? "kept-briefly" : "owner-briefly", code, hours);
      }
    }
    if (asked.from().isBefore(now.minus(OLD))) {
      add(warnings, "old-footage", OLD.toDays());
    }
    if (incident == null) {
      String code = relatedCase.code();
      compare(warnings, asked, relatedCase.occurredFrom(), relatedCase.occurredTo(), "case", code);
    } else {
      String title = incident.title();
      compare(warnings, asked, incident.occurredFrom(), incident.occurredTo(), "incident", title);
    }
    return warnings;
  }

  /// Holds the asked time against that of what happened.
  ///
  /// @param what `case` or `incident`
  private void compare(
      List<Warning> warnings,
      Grant asked,
      Instant from,
      @Nullable Instant until,
      String what,
      String name) {
    Instant to = until == null ? from : until;
    if (asked.to().isBefore(from.minus(NEAR)) || asked.from().isAfter(to.plus(NEAR))) {
      add(warnings, "far-from-" + what, name);
    }
    if (asked.length().compareTo(LONG) > 0
        && asked.length().compareTo(Duration.between(from, to).multipliedBy(MUCH_LONGER)) > 0) {
      add(warnings, "longer-than-" + what, name);
    }
  }

  private void add(List<Warning> warnings, String code, Object... arguments) {
    warnings.add(new Warning(code, messages.text("evidence.warning." + code, arguments)));
  }
}
