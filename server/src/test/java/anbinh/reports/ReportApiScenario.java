package anbinh.reports;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.web.ApiScenario;
import anbinh.reports.ReportPeriod.Kind;
import anbinh.reports.custom.CustomIndicatorForm;
import anbinh.reports.custom.CustomIndicators;
import anbinh.reports.period.Report;
import anbinh.reports.period.ReportForms.NewPeriodReport;
import anbinh.reports.period.ReportForms.ReportDecision;
import anbinh.reports.period.ReportForms.ReportVerdict;
import anbinh.reports.period.ReportSteps;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What the sweeps over the API need of reports: of another period each, at the step that the
/// operation needs, by people whom the sweep does not use, since nobody decides their own.
public final class ReportApiScenario implements ApiScenario {
  private static final String ROOT = "/api/reports";
  private static final String CUSTOM = ROOT + "/custom-indicators";
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalDate FIRST = LocalDate.of(2024, 7, 1);

  private final TestServer server;
  private final UUID commune;
  private final Person officer;
  private final Person chair;
  private final Person above;
  private final List<ReportPeriod> periods = new ArrayList<>();
  private int customs;
  private ReportPeriod away = new ReportPeriod(Kind.MONTH, 2101, 1);

  public ReportApiScenario(TestServer server, UUID commune) {
    this.server = server;
    this.commune = commune;
    this.officer = server.person("report-officer", commune, Role.COMMUNITY_OFFICER);
    this.chair = server.person("report-chair", commune, Role.CHAIR);
    this.above = server.person("report-above", null, Role.CHAIR);
  }

  @Override
  public Set<String> paths() {
    return Set.of(ROOT);
  }

  /// One that is over, in which something is counted, and of which the commune has no report: one
  /// that it has is moved to where no sweep comes.
  private ReportPeriod another() {
    if (periods.isEmpty()) {
      LocalDate today = LocalDate.now(ZONE);
      for (Kind kind : Kind.values()) {
        ReportPeriod period = ReportPeriod.of(kind, today).previous();
        while (!period.from().isBefore(FIRST)) {
          periods.add(period);
          period = period.previous();
        }
      }
    }
    ReportPeriod next = periods.removeFirst();
    server
        .database()
        .client()
        .sql("update reports.report set period = ? where area_id = ? and period = ?")
        .params(away.toString(), commune, next.toString())
        .update();
    away = away.next();
    return next;
  }

  @Override
  public String address(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (path.startsWith(CUSTOM)) {
      return path.contains("{id}") ? path.replace("{id}", custom().toString()) : path;
    }
    if (path.contains("{id}")) {
      return path.replace("{id}", report(path).id().toString());
    }
    if (operation.startsWith("POST") || path.endsWith("/indicators")) {
      return path;
    }
    String of = path + "?area=" + commune;
    return switch (path.substring(ROOT.length())) {
      case "/periods" -> of;
      case "/waiting" -> path;
      case "/records" -> of + "&period=2026-Q1&indicator=CAMPAIGNS_BEGUN";
      case "/summary" -> of + "&year=2026";
      case "/pivot", "/pivot.xlsx", "/pivot.csv" ->
          of + "&period=2026-Q1&rows=UNIT&columns=INDICATOR&indicators=TEAMS,PATROLS";
      case "/trend" -> of + "&period=2026-Q1&indicator=TEAMS";
      case "/figures" -> of + "&period=2026-Q1&columns=GROUPS";
      default -> of + "&period=2026-Q1";
    };
  }

  private UUID custom() {
    return server.bean(CustomIndicators.class).define(definition(), above).id();
  }

  private CustomIndicatorForm definition() {
    return new CustomIndicatorForm(
        "Lượt tuần tra trên 100 tổ " + ++customs, null, null, "PATROLS", null, "TEAMS", null);
  }

  private Report report(String path) {
    ReportSteps steps = server.bean(ReportSteps.class);
    Report report = steps.submit(new NewPeriodReport(commune, another().toString(), null), officer);
    if (!path.matches(".*/(acceptance|lock|reopening)")) {
      return report;
    }
    var passed = new ReportDecision(1, ReportVerdict.PASSED, null);
    report = steps.decide(report.id(), passed, chair);
    return path.endsWith("/acceptance") ? report : steps.accept(report.id(), passed, above);
  }

  private Map<String, Object> definitionBody() {
    CustomIndicatorForm form = definition();
    return new HashMap<>(
        Map.of(
            "nameVi", form.nameVi(),
            "nameEn", "Patrols per 100 teams",
            "nameAr", "الدوريات لكل 100 فرقة",
            "numerator", "GROUPS",
            "numeratorPart", "SECURITY",
            "denominator", "GROUPS",
            "denominatorPart", "SOCIAL_SECURITY"));
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
      case CUSTOM -> body.putAll(definitionBody());
      case CUSTOM + "/{id}/versions" -> {
        body.put("version", 1);
        body.put("definition", definitionBody());
      }
      case CUSTOM + "/{id}/retirement" -> body.put("version", 1);
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
