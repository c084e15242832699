package anbinh.reports;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.web.ApiPart;
import anbinh.reports.ReportPeriod.Kind;
import anbinh.reports.round.Report;
import anbinh.reports.round.ReportForms.NewPeriodReport;
import anbinh.reports.round.ReportForms.ReportDecision;
import anbinh.reports.round.ReportForms.ReportVerdict;
import anbinh.reports.round.ReportSteps;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What the sweeps over the API need of reports: of another month each, at the step that the
/// operation needs, by people whom the sweep does not use, since nobody decides their own.
public final class ReportPart implements ApiPart {
  private static final String ROOT = "/api/reports";
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final TestServer server;
  private final UUID commune;
  private final Person officer;
  private final Person chair;
  private final Person above;
  private final List<ReportPeriod> others = new ArrayList<>();
  private ReportPeriod month;

  public ReportPart(TestServer server, UUID commune) {
    this.server = server;
    this.commune = commune;
    this.officer = server.person("report-officer", commune, Role.COMMUNITY_OFFICER);
    this.chair = server.person("report-chair", commune, Role.CHAIR);
    this.above = server.person("report-above", null, Role.CHAIR);
    this.month = ReportPeriod.of(Kind.MONTH, LocalDate.now(ZONE));
  }

  @Override
  public Set<String> paths() {
    return Set.of(ROOT);
  }

  /// One that is over and nobody reported of; there are more than five hundred.
  private ReportPeriod another() {
    if (!others.isEmpty()) {
      return others.removeFirst();
    }
    month = month.previous();
    for (Kind kind : List.of(Kind.QUARTER, Kind.HALF_YEAR, Kind.YEAR)) {
      ReportPeriod longer = ReportPeriod.of(kind, month.from());
      if (longer.from().equals(month.from()) && longer.isOver(LocalDate.now(ZONE))) {
        others.add(longer);
      }
    }
    return month;
  }

  @Override
  public String address(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (path.contains("{id}")) {
      return path.replace("{id}", report(path).id().toString());
    }
    if (operation.startsWith("POST") || path.endsWith("/indicators")) {
      return path;
    }
    String of = path + "?area=" + commune;
    return switch (path.substring(ROOT.length())) {
      case "/periods" -> of;
      case "/sentence" -> of + "&year=2026";
      case "/trend" -> of + "&period=2026-Q1&indicator=TEAMS";
      case "/figures" -> of + "&period=2026-Q1&columns=GROUPS";
      default -> of + "&period=2026-Q1";
    };
  }

  private Report report(String path) {
    ReportSteps steps = server.bean(ReportSteps.class);
    Report report = steps.submit(new NewPeriodReport(commune, another().toString(), null), officer);
    if (path.endsWith("{id}") || path.endsWith("/decision")) {
      return report;
    }
    var passed = new ReportDecision(1, ReportVerdict.PASSED, null);
    report = steps.decide(report.id(), passed, chair);
    return path.endsWith("/acceptance") ? report : steps.accept(report.id(), passed, above);
  }

  @Override
  public Map<String, Object> body(String operation) {
    Map<String, Object> body = new HashMap<>();
    switch (operation.substring(operation.indexOf(' ') + 1)) {
      case ROOT -> {
        body.put("areaId", commune.toString());
        body.put("period", another().toString());
        body.put(
            "notes", List.of(Map.of("indicator", "PATROLS", "words", "Bão số 5 nên tuần tra ít.")));
      }
      case ROOT + "/{id}/decision", ROOT + "/{id}/acceptance" -> {
        body.put("version", 1);
        body.put("outcome", "PASSED");
        body.put("reason", "Số liệu khớp với sổ.");
      }
      case ROOT + "/{id}/lock" -> body.put("version", 1);
      case ROOT + "/{id}/reopening" -> {
        body.put("version", 1);
        body.put("reason", "Bổ sung số liệu quý trước.");
      }
      default -> {}
    }
    return body;
  }
}
