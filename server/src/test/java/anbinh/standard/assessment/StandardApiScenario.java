package anbinh.standard.assessment;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.Ids;
import anbinh.platform.sheet.SheetRows;
import anbinh.platform.web.ApiScenario;
import anbinh.standard.StandardOutcome;
import anbinh.standard.UnitKind;
import anbinh.standard.criteria.AnswerKind;
import anbinh.standard.criteria.Criteria;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.StandardParticipant;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What a sweep needs of the yearly standard: units of the home area in every state, made by people
/// whom the sweep does not use, since who assessed may not appraise.
public final class StandardApiScenario implements ApiScenario {
  private static final String ROOT = "/api/standard";
  private static final String ONE = ROOT + "/assessments/{id}";
  private static final String WHY = "Cả kỳ không có vụ việc nào như vậy.";

  private final TestServer server;
  private final UUID commune;
  private final Person head;
  private final Person officer;
  private final Person chair;
  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

  /// The last year of which the periods of all kinds are over, so that it can be decided.
  private final int year = today.minusMonths(10).minusDays(15).getYear();

  private int made;

  public StandardApiScenario(TestServer server, UUID commune) {
    this.server = server;
    this.commune = commune;
    this.head = server.person("standard-head", commune, Role.VILLAGE_HEAD);
    this.officer = server.person("standard-officer", commune, Role.COMMUNITY_OFFICER);
    this.chair = server.person("standard-chair", commune, Role.CHAIR);
  }

  @Override
  public Set<String> paths() {
    return Set.of(ROOT);
  }

  @Override
  public String address(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (path.contains("/criteria/{id}")) {
      return path.replace("{id}", criterion().toString());
    }
    if (path.contains("/exemptions/{id}")) {
      return path.replace("{id}", exemption().toString());
    }
    if (path.contains("{evidenceId}")) {
      return withEvidence(path);
    }
    if (path.startsWith(ONE)) {
      return path.replace("{id}", assessment(operation).toString());
    }
    if (operation.equals("GET /api/standard/units")) {
      return path + "?limit=200";
    }
    if (path.equals(ROOT + "/past-results")) {
      return path + "?areaId=" + commune;
    }
    if (path.equals(ROOT + "/communes/{id}")) {
      // It was made today, when the period of this year may be over.
      return ROOT + "/communes/" + commune + "?year=" + (today.getYear() + 1);
    }
    return path.replace("{id}", commune.toString());
  }

  @Override
  public Answer call(TestClient client, String operation, String address) {
    if (!operation.startsWith("POST " + ROOT + "/past-results/import")) {
      return ApiScenario.super.call(client, operation, address);
    }
    String unit = unit(AreaKind.SCHOOL).code();
    return client.postAs(
        address,
        "commune,unit,year,outcome,decision,decided_on\n"
            + (server.bean(Areas.class).get(commune).code() + "," + unit)
            + ",2020,MET,05/QĐ-UBND,2020-11-14\n",
        SheetRows.CSV);
  }

  private UUID assessment(String operation) {
    return switch (operation.substring(operation.lastIndexOf('/') + 1)) {
      case "reviews", "return", "dossier.pdf" -> sent();
      case "appraisal" -> reviewed();
      case "decision" -> appraised();
      case "certificate" -> decided();
      case "certificate.pdf", "revocation" -> certified();
      case "self-assessment" -> answered();
      default -> registered(unit(AreaKind.RESIDENTIAL_AREA), today.getYear());
    };
  }

  @Override
  public Map<String, Object> body(String operation) {
    made++;
    return switch (operation) {
      case "POST /api/standard/criteria" -> newCriterion();
      case "POST /api/standard/criteria/{id}/end" ->
          new HashMap<>(Map.of("lastYear", today.getYear() + 1));
      case "POST /api/standard/exemptions" ->
          new HashMap<>(
              Map.of(
                  "areaId",
                  unit(AreaKind.SCHOOL).id().toString(),
                  "year",
                  today.getYear(),
                  "ground",
                  "PRIMARY_OR_NURSERY",
                  "reason",
                  "Trường mầm non công lập."));
      case "POST /api/standard/assessments" -> registration();
      case "POST " + ONE + "/answers" ->
          new HashMap<>(
              Map.of(
                  "criterion",
                  "4.4.a",
                  "absent",
                  List.of(),
                  "seen",
                  0,
                  "met",
                  true,
                  "number",
                  1,
                  "against",
                  2,
                  "reason",
                  WHY));
      case "POST " + ONE + "/evidence" ->
          new HashMap<>(
              Map.of(
                  "criterion", "4.1",
                  "title", "Nghị quyết chi bộ",
                  "number", "03-NQ/CB",
                  "speaksFor", today.toString()));
      case "POST " + ONE + "/self-assessment" ->
          new HashMap<>(
              Map.of(
                  "heldOn", today.toString(),
                  "chair", "Lê Xuân Tùng",
                  "households", 120,
                  "attended", 96,
                  "organisations", 4,
                  "votesFor", 96,
                  "votesAgainst", 0,
                  "came", List.of("PARTY_ORGANISATION", "FRONT", "POLICE"),
                  "nonexistent", List.of("MASS_ORGANISATIONS")));
      case "POST " + ONE + "/reviews" ->
          new HashMap<>(
              Map.of(
                  "criterion",
                  "4.4.a",
                  "outcome",
                  "ACCEPTED",
                  "absent",
                  List.of(),
                  "reason",
                  "Khớp với sổ.",
                  "met",
                  true,
                  "number",
                  1,
                  "against",
                  2));
      case "POST " + ONE + "/appraisal" ->
          new HashMap<>(Map.of("outcome", "MET", "opinion", "Đủ các tiêu chí."));
      case "POST " + ONE + "/decision" ->
          new HashMap<>(
              Map.of(
                  "outcome", "MET",
                  "number", "88/QĐ-UBND",
                  "on", today.toString(),
                  "reason", "Đủ các tiêu chí theo đề xuất.",
                  "exceptions", List.of(),
                  "lateReason", "Chờ hồ sơ bổ sung của thôn."));
      case "POST " + ONE + "/certificate" ->
          new HashMap<>(Map.of("number", "12/GCN", "on", today.toString()));
      case "POST " + ONE + "/revocation" ->
          new HashMap<>(
              Map.of(
                  "number", "91/QĐ-UBND",
                  "on", today.toString(),
                  "reason", "Phát hiện hồ sơ không đúng thực tế."));
      case "POST " + ONE + "/return",
          "POST " + ONE + "/evidence/{evidenceId}/withdrawal",
          "POST /api/standard/exemptions/{id}/withdrawal" ->
          new HashMap<>(Map.of("reason", "Cần xem lại cho đúng."));
      default -> Map.of();
    };
  }

  private Map<String, Object> newCriterion() {
    Map<String, Object> body = new HashMap<>();
    body.put("unitKind", "RESIDENTIAL_AREA");
    body.put("code", code());
    body.put("answer", "JUDGMENT");
    body.put("percent", 70);
    body.put("law", "Quyết định 87/2025/QĐ-UBND");
    body.put("vi", "Có camera an ninh ở cổng thôn.");
    body.put("en", "There is a camera at the gate.");
    body.put("ar", "توجد كاميرا عند المدخل.");
    body.put("fromYear", today.getYear() + 1);
    return body;
  }

  private String code() {
    made++;
    return "TH.%s%s".formatted((char) ('a' + made / 26 % 26), (char) ('a' + made % 26));
  }

  private UUID criterion() {
    return server
        .bean(Criteria.class)
        .add(
            UnitKind.SCHOOL,
            code(),
            AnswerKind.JUDGMENT,
            null,
            "Quyết định 87/2025/QĐ-UBND",
            new Criterion.DecisionReason("Có quy chế.", "There are rules.", "توجد أنظمة."),
            today.getYear() + 1,
            officer)
        .id();
  }

  private Area unit(AreaKind kind) {
    made++;
    return server
        .bean(Areas.class)
        .create(new NewArea("ST-" + made, "Đơn vị " + made, kind, commune), null);
  }

  private UUID exemption() {
    var stated =
        new Exemption(
            server.bean(Ids.class).next(),
            unit(AreaKind.SCHOOL).id(),
            today.getYear(),
            Exemption.Ground.PRIMARY_OR_NURSERY,
            "Trường mầm non công lập.",
            officer.id(),
            Instant.now());
    server.bean(ExemptionTable.class).insert(stated);
    return stated.id();
  }

  private String withEvidence(String path) {
    Area unit = unit(AreaKind.RESIDENTIAL_AREA);
    boolean renewal = path.endsWith("/renewal");
    UUID before = renewal ? registered(unit, today.getYear() - 1) : null;
    UUID id = registered(unit, today.getYear());
    UUID of = before == null ? id : before;
    server
        .bean(SelfAssessments.class)
        .addEvidence(
            of,
            new SelfAssessments.NewStandardEvidence("4.1", "Nghị quyết chi bộ", "03-NQ/CB", today),
            head);
    UUID evidence = server.bean(StandardAnswerTable.class).evidence(of).getLast().id();
    return path.replace("{id}", id.toString()).replace("{evidenceId}", evidence.toString());
  }

  private UUID registered(Area unit, int year) {
    return server
        .bean(UnitRegistrations.class)
        .register(
            unit,
            new UnitRegistrations.NewStandardRegistration(
                unit.id(),
                year,
                true,
                "03-NQ/CB",
                today,
                null,
                null,
                120,
                120,
                "Thôn mới nên đăng ký chậm."),
            head)
        .id();
  }

  private UUID answered() {
    UUID id = registered(unit(AreaKind.RESIDENTIAL_AREA), year);
    for (Criterion each : server.bean(Dossiers.class).read(id).criteria()) {
      server
          .bean(SelfAssessments.class)
          .answer(
              id,
              new SelfAssessments.NewStandardAnswer(each.code(), 0, true, 1, 2, null, WHY),
              head);
    }
    return id;
  }

  private UUID sent() {
    UUID id = answered();
    server
        .bean(SelfAssessments.class)
        .send(
            id,
            new SelfAssessments.NewStandardMinutes(
                today,
                "Lê Xuân Tùng",
                120,
                96,
                4,
                96,
                0,
                List.of(StandardParticipant.Code.POLICE),
                null),
            head);
    return id;
  }

  private UUID reviewed() {
    UUID id = sent();
    for (Criterion each : server.bean(Dossiers.class).read(id).criteria()) {
      server
          .bean(Appraisals.class)
          .review(
              id,
              new Appraisals.NewStandardReview(
                  each.code(), Review.Outcome.ACCEPTED, null, null, null, null, null),
              officer);
    }
    return id;
  }

  private UUID appraised() {
    UUID id = reviewed();
    server.bean(Appraisals.class).propose(id, StandardOutcome.MET, null, officer);
    return id;
  }

  private UUID decided() {
    UUID id = appraised();
    server
        .bean(Appraisals.class)
        .decide(
            id,
            new Appraisals.NewStandardDecision(
                StandardOutcome.MET,
                "88/QĐ-UBND",
                today,
                null,
                "Chờ hồ sơ bổ sung của thôn.",
                null),
            chair);
    return id;
  }

  /// Of a residential area, which has no plan.
  private Map<String, Object> registration() {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "areaId",
                unit(AreaKind.RESIDENTIAL_AREA).id().toString(),
                "year",
                today.getYear(),
                "partyOrganisation",
                true,
                "number",
                "03-NQ/CB",
                "on",
                today.toString(),
                "registered",
                120,
                "registrable",
                120,
                "lateReason",
                "Thôn mới sáp nhập nên đăng ký chậm."));
    body.put("planNumber", null);
    body.put("planOn", null);
    return body;
  }

  private UUID certified() {
    UUID id = decided();
    server.bean(Appraisals.class).certify(id, new Appraisals.StandardPaper("12/GCN", today), chair);
    return id;
  }
}
