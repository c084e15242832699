package anbinh.situation.open311;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.intake.SituationIntake;
import anbinh.situation.intake.SituationIntake.Source;
import anbinh.situation.kind.SituationKind;
import anbinh.situation.kind.SituationKinds;
import anbinh.situation.open311.ServiceKeys.ServiceKey;
import anbinh.situation.report.SituationChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes what other systems report. What is guarded is not among the services, so nothing of it can
/// be sent this way. Safe for many threads.
@Component
class ServiceRequests {
  /// The standard has no identifier of the sender's: the same form again within this time is the
  /// same request.
  private static final Duration SAME = Duration.ofMinutes(10);

  private final SituationIntake intake;
  private final SituationKinds kinds;
  private final SituationDeadlines clock;
  private final ServiceRequestTable table;
  private final Areas areas;

  ServiceRequests(
      SituationIntake intake,
      SituationKinds kinds,
      SituationDeadlines clock,
      ServiceRequestTable table,
      Areas areas) {
    this.intake = intake;
    this.kinds = kinds;
    this.clock = clock;
    this.table = table;
    this.areas = areas;
  }

  /// The kinds of today that are not guarded, in the order in which they are offered.
  List<SituationKind> services() {
    return kinds.list(clock.today()).stream().filter(each -> !each.guarded()).toList();
  }

  SituationKind service(String code) {
    return services().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new GeoReportRefusal(GeoReportRefusal.NOT_FOUND, "service_code was not found."));
  }

  /// Whether others must not shut it out.
  boolean isPressing(ServiceRequestForm form) {
    String code = form.find("service_code").orElse("");
    return form.isPressing()
        || services().stream().anyMatch(each -> each.urgent() && each.code().equals(code));
  }

  List<Area> communes() {
    return areas.list().stream().filter(each -> each.kind().isCommune()).toList();
  }

  UUID communeId(ServiceRequestForm form) {
    return areas
        .find(form.communeCode())
        .filter(each -> each.kind().isCommune())
        .map(Area::id)
        .orElseThrow(() ->
            GeoReportRefusal.bad(
                "attribute[" + ServiceRequestForm.COMMUNE + "] is none of its values."));
  }

  /// Takes a request.
  ///
  /// @return by what the other system knows it
  @Transactional
  UUID take(ServiceRequestForm form, UUID communeId, ServiceKey key) {
    SituationKind kind = service(form.require("service_code"));
    Instant now = clock.now();
    String whole = form.whole();
    UUID known = table.findSame(key.id(), whole, now.minus(SAME)).orElse(null);
    if (known != null) {
      return known;
    }
    UUID situation = UUID.randomUUID();
    intake.take(
        situation,
        form.report(communeId, kind.code(), now),
        Source.without(SituationChannel.OPEN311, form.reporter(), false));
    UUID id = UUID.randomUUID();
    table.insert(id, situation, key.id(), communeId, kind.code(), whole, now);
    return id;
  }
}
