package anbinh.programme;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.platform.sheet.SheetRows;
import anbinh.platform.web.ApiScenario;
import anbinh.programme.activity.ProgrammeActivities;
import anbinh.programme.activity.ProgrammeActivities.ActivityForm;
import anbinh.programme.assessment.ProgrammeAssessment.Conclusion;
import anbinh.programme.assessment.ProgrammeAssessment.Result;
import anbinh.programme.assessment.ProgrammeAssessments;
import anbinh.programme.assessment.ProgrammeAssessments.NewProgrammeAssessment;
import anbinh.programme.assessment.ProgrammeAssessments.ProgrammeAnswer;
import anbinh.programme.kind.ProgrammeKinds;
import anbinh.programme.kind.ProgrammeKinds.KindForm;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeContent;
import anbinh.programme.lifecycle.ProgrammeContent.ProgrammePartner;
import anbinh.programme.lifecycle.ProgrammeForms.NewProgramme;
import anbinh.programme.lifecycle.ProgrammeForms.ProgrammeDecision;
import anbinh.programme.lifecycle.ProgrammeProposal.Outcome;
import anbinh.programme.lifecycle.ProgrammeProposalTable;
import anbinh.programme.lifecycle.Programmes;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What the sweeps over the API need of programmes.
public final class ProgrammeApiScenario implements ApiScenario {
  private static final String ONE = "/api/programmes/{id}";

  private final TestServer server;
  private final Area commune;
  private final Area elsewhere;
  private final ProgrammeFixture world;
  private int made;
  private UUID act = UUID.randomUUID();
  private UUID village = UUID.randomUUID();

  /// @param elsewhere the commune that keeps what lies in both
  public ProgrammeApiScenario(TestServer server, Area commune, Area elsewhere) {
    this.server = server;
    this.commune = commune;
    this.elsewhere = elsewhere;
    this.world = new ProgrammeFixture(server);
  }

  @Override
  public Set<String> paths() {
    return Set.of("/api/programmes", "/api/programme-kinds", "/api/programme-indicators");
  }

  @Override
  public String address(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (path.equals("/api/programme-indicators/history")) {
      return path
          + "?indicator=THEFTS&year=2025&quarter=1&communeId="
          + commune.id()
          + "&areaId="
          + commune.id();
    }
    if (path.equals("/api/programme-indicators")) {
      return operation.startsWith("GET")
          ? path + "?indicator=THEFTS&year=2025&quarter=1&communeId=" + commune.id()
          : path;
    }
    if (path.startsWith("/api/programme-kinds/{id}")) {
      return path.replace("{id}", kind().toString());
    }
    if (!path.startsWith(ONE)) {
      return path;
    }
    if (path.endsWith("/consents")) {
      Programme linked = linked();
      return path.replace("{id}", linked.id().toString());
    }
    boolean proposed = path.endsWith("/decision") && !path.contains("assessments");
    Programme programme = programme(!proposed);
    String filled = path.replace("{id}", programme.id().toString());
    if (path.contains("{activityId}")) {
      filled = filled.replace("{activityId}", activity(programme).toString());
    }
    if (path.contains("{assessmentId}")) {
      filled = filled.replace("{assessmentId}", assessment(programme).toString());
    }
    return path.endsWith("/effect") ? filled + "?indicator=THEFTS" : filled;
  }

  @Override
  public Map<String, Object> body(String operation) {
    made++;
    return switch (operation) {
      case "POST /api/programmes" -> ProgrammeFixture.form(4, newVillage());
      case "POST /api/programme-kinds" -> kindForm();
      case "POST /api/programme-kinds/{id}/versions" -> {
        Map<String, Object> form = kindForm();
        form.put("version", 1);
        yield form;
      }
      case "POST /api/programme-indicators" ->
          Map.of(
              "communeId",
              commune.id().toString(),
              "indicator",
              "THEFTS",
              "year",
              2024,
              "quarter",
              2,
              "sourceKind",
              "POLICE",
              "source",
              "Thống kê của công an xã",
              "reason",
              "Lần đầu",
              "values",
              List.of(Map.of("areaId", newVillage().toString(), "value", 3)));
      case "POST /api/programmes/{id}/versions" ->
          Map.of(
              "version",
              1,
              "name",
              "Mô hình đổi tên " + made,
              "content",
              ProgrammeFixture.content("Họp đủ " + made),
              "reason",
              "Cho phù hợp");
      case "POST /api/programmes/{id}/proposals" -> Map.of("step", "REST", "reason", "Ít người");
      case "POST /api/programmes/{id}/decision" ->
          Map.of(
              "actId", act.toString(),
              "version", 1,
              "outcome", "ACCEPTED",
              "reason", "Đủ điều kiện",
              "number", "12/QĐ-UBND",
              "on", ProgrammeFixture.today().toString(),
              "signer", "Bùi Thị Hạnh");
      case "POST /api/programmes/{id}/consents" ->
          Map.of(
              "communeId",
              commune.id().toString(),
              "actId",
              act.toString(),
              "version",
              1,
              "number",
              "13/CV-UBND",
              "on",
              ProgrammeFixture.today().toString(),
              "signer",
              "Bùi Thị Hạnh");
      case "POST /api/programmes/{id}/activities" -> {
        Map<String, Object> form = ProgrammeFixture.activity(ProgrammeFixture.today(), 12);
        form.put("id", UUID.randomUUID().toString());
        form.put("communeId", commune.id().toString());
        yield form;
      }
      case "POST /api/programmes/{id}/activities/{activityId}/corrections" -> {
        Map<String, Object> form = ProgrammeFixture.activity(ProgrammeFixture.today(), 13);
        form.put("version", 1);
        form.put("communeId", commune.id().toString());
        form.put("reason", "Đếm nhầm");
        yield form;
      }
      case "POST /api/programmes/{id}/assessments" -> {
        Map<String, Object> form =
            ProgrammeFixture.assessment(lastYear(), "CONTINUE", "MET", "NOT_MET");
        form.put("communeId", commune.id().toString());
        yield form;
      }
      case "POST /api/programmes/{id}/assessments/{assessmentId}/decision" ->
          Map.of(
              "outcome", "CONFIRMED",
              "reason", "Đúng",
              "number", "15/QĐ-UBND",
              "on", ProgrammeFixture.today().toString());
      case "POST /api/programmes/{id}/copies" ->
          Map.of(
              "version", 1,
              "areaIds", List.of(newVillage().toString()),
              "name", "Mô hình {area}",
              "rules", List.of(0),
              "criteria", List.of(0, 1));
      default -> Map.of();
    };
  }

  @Override
  public boolean makesBodyOfItsObject(String operation) {
    return operation.equals("POST /api/programmes/{id}/activities/{activityId}/corrections")
        || operation.equals("POST /api/programmes/{id}/decision")
        || operation.equals("POST /api/programmes/{id}/consents");
  }

  @Override
  public Answer call(TestClient client, String operation, String address) {
    if (operation.startsWith("POST /api/programmes/import")) {
      String village = server.bean(Areas.class).get(newVillage()).code();
      return client.postAs(
          address,
          "commune,villages,kind,name,decision,decided_on\n"
              + (commune.code() + "," + village + ",CLAN,Mô hình nhập " + ++made)
              + ",05/QĐ-UBND,2025-03-04\n",
          SheetRows.CSV);
    }
    if (operation.equals("POST /api/programmes/{id}/activities/{activityId}/corrections")) {
      // Who corrects it took it down.
      String activities = address.substring(0, address.indexOf("/activities") + 11);
      Answer own = client.post(activities, body("POST /api/programmes/{id}/activities"));
      return ApiScenario.super.call(
          client,
          operation,
          own.status() == 201
              ? activities + "/" + own.json().path("id").asString() + "/corrections"
              : address);
    }
    if (operation.equals("POST /api/programmes/{id}/decision")
        || operation.equals("POST /api/programmes/{id}/consents")) {
      UUID id = UUID.fromString(address.split("/", -1)[3]);
      act = server.bean(ProgrammeProposalTable.class).findPending(id).orElseThrow().id();
    }
    return ApiScenario.super.call(client, operation, address);
  }

  private static int lastYear() {
    return ProgrammeFixture.today().getYear() - 1;
  }

  private UUID newVillage() {
    village = world.village(commune).id();
    return village;
  }

  private Map<String, Object> kindForm() {
    return new HashMap<>(
        Map.of(
            "name", "Loại thử " + made,
            "goal", "Giữ bình yên",
            "rules", List.of("Họp mỗi quý"),
            "criteria", List.of("Họp đủ"),
            "partners", List.of("WOMEN"),
            "indicators", List.of("THEFTS")));
  }

  private UUID kind() {
    made++;
    return server
        .bean(ProgrammeKinds.class)
        .add(
            new KindForm(
                "Loại sẵn " + made,
                "Giữ bình yên",
                List.of("Họp mỗi quý"),
                List.of("Họp đủ"),
                List.of(PartnerKind.WOMEN),
                List.of(Indicator.THEFTS)),
            officer())
        .id();
  }

  private Programme programme(boolean launched) {
    Programmes programmes = server.bean(Programmes.class);
    Programme programme =
        programmes.propose(
            new NewProgramme(
                ProgrammeFixture.kind(4), 1, List.of(newVillage()), "Mô hình thử", content()),
            officer());
    act = server.bean(ProgrammeProposalTable.class).findPending(programme.id()).orElseThrow().id();
    if (launched) {
      programmes.decide(
          programme.id(),
          new ProgrammeDecision(
              act,
              1,
              Outcome.ACCEPTED,
              null,
              "11/QĐ-UBND",
              ProgrammeFixture.today().minusYears(1),
              null),
          chair());
    }
    return programme;
  }

  /// One that lies in both communes and waits to be launched.
  private Programme linked() {
    Programme linked =
        server
            .bean(Programmes.class)
            .propose(
                new NewProgramme(
                    ProgrammeFixture.kind(1),
                    1,
                    List.of(world.village(elsewhere).id(), newVillage()),
                    "Khu vực giáp ranh thử",
                    content()),
                server.bean(People.class).find("community-officer-elsewhere").orElseThrow());
    act = server.bean(ProgrammeProposalTable.class).findPending(linked.id()).orElseThrow().id();
    return linked;
  }

  private static ProgrammeContent content() {
    return new ProgrammeContent(
        "Giữ bình yên",
        List.of("Họp mỗi quý"),
        List.of("Họp đủ", "Không cháy nổ"),
        List.of(new ProgrammePartner(PartnerKind.WOMEN, null, null)),
        List.of(Indicator.THEFTS));
  }

  private UUID activity(Programme programme) {
    return server
        .bean(ProgrammeActivities.class)
        .add(
            programme.id(),
            new ActivityForm(
                null,
                null,
                ProgrammeFixture.today(),
                "Sinh hoạt quý",
                "Nhà văn hóa",
                List.of(),
                12,
                null,
                null,
                null),
            null,
            officer())
        .id();
  }

  private UUID assessment(Programme programme) {
    var met = new ProgrammeAnswer(Result.MET, null);
    return server
        .bean(ProgrammeAssessments.class)
        .assess(
            programme.id(),
            new NewProgrammeAssessment(
                null, lastYear(), 1, List.of(met, met), Conclusion.CONTINUE, "Đều", 1, 1),
            officer())
        .id();
  }

  private Person officer() {
    return server.bean(People.class).find("community-officer-home").orElseThrow();
  }

  /// Not the one of the sweep, who decides what this one did not.
  private Person chair() {
    return server.bean(People.class).find("chair-elsewhere").orElseThrow();
  }
}
