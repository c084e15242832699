package anbinh.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cases.party.Parties;
import anbinh.identity.Role;
import anbinh.platform.Site;
import anbinh.testing.ApiReference;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The people of a case: who reads of them, and how their records end.
abstract class CasePeopleTests extends CaseTests {
  private static final String ENDED_AND_ERASED =
      """
      select count(*) from audit.event where type = 'case.party-erased'
        and position('"cause":"ENDED"' in convert_from(record, 'UTF8')) > 0
        and position('sha256' in convert_from(record, 'UTF8')) > 0
      """;

  /// Who somebody is: for those who work on the case, one record at a time, and nowhere else.
  @Test
  void closesThePeopleOfACaseToEverybodyWhoDoesNotWorkOnIt() {
    SERVER.person("dong-nghiep", commune.id(), Role.INVESTIGATOR);
    TestClient colleague = SERVER.signedIn("dong-nghiep");
    String path = "/api/cases/" + open("Có nhân chứng");
    Answer recorded = investigator.post(path + "/parties", party("VICTIM", true));
    assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
    assertThat(recorded.text()).doesNotContain("Thị Mận").doesNotContain("0912 345 678");
    String one = path + "/parties/" + recorded.json().path("id").asString();

    for (TestClient other : List.of(colleague, stranger)) {
      assertThat(other.get(path + "/parties").code()).isEqualTo("not-your-case");
      assertThat(other.get(one).code()).isEqualTo("not-your-case");
      assertThat(other.post(path + "/parties", party("WITNESS", false)).code())
          .isEqualTo("not-your-case");
    }
    assertThat(approver.get(one).code()).isEqualTo("not-your-role");
    assertThat(investigator.get(path + "/parties").text())
        .contains("VICTIM")
        .doesNotContain("Thị Mận")
        .doesNotContain("45/QĐ");
    JsonNode read = investigator.get(one).json();
    assertThat(read.path("name").asString()).isEqualTo("Phạm Thị Mận");
    assertThat(read.path("contact").asString()).isEqualTo("0912 345 678");
    assertThat(read.path("party").path("child").asBoolean()).isTrue();

    JsonNode officers = colleague.get(path + "/officers").json();
    assertThat(officers.path("items").size()).isEqualTo(1);
    String me = officers.path("items").get(0).path("id").asString();
    String colleagueId =
        officers
            .path("possible")
            .valueStream()
            .filter(each -> each.path("displayName").asString().equals("Người dong-nghiep"))
            .map(each -> each.path("id").asString())
            .findFirst()
            .orElseThrow();
    Map<String, Object> put = Map.of("personId", colleagueId);
    assertThat(colleague.post(path + "/officers", put).code()).isEqualTo("not-your-case");
    assertThat(investigator.post(path + "/officers/" + me + "/end", Map.of()).code())
        .isEqualTo("last-officer");
    assertThat(errors(approver.post(path + "/officers", Map.of("personId", UUID.randomUUID()))))
        .containsExactly("personId");
    assertThat(approver.post(path + "/officers", put).status()).isEqualTo(200);
    assertThat(colleague.get(one).status()).isEqualTo(200);
    assertThat(colleague.post(path + "/officers/" + me + "/end", Map.of()).status()).isEqualTo(200);
    assertThat(investigator.get(one).code()).isEqualTo("not-your-case");
    assertThat(
            count(
                "select count(*) from audit.event where type = 'case.party-read' and object_id = '"
                    + path.substring("/api/cases/".length())
                    + "'"))
        .isEqualTo(2);
  }

  @Test
  void namesOfPeopleAreInNoListNoSearchAndNoLog() {
    String path = "/api/cases/" + open("Không có tên");
    assertThat(investigator.post(path + "/parties", party("WITNESS", false)).status())
        .isEqualTo(201);
    for (String field : List.of("religion", "ethnicity", "photo", "birthDate", "face")) {
      Map<String, Object> more = party("WITNESS", false);
      more.put(field, "x");
      Answer refused = investigator.post(path + "/parties", more);
      assertThat(refused.status()).as(field).isEqualTo(400);
      assertThat(errors(refused)).containsExactly(field);
    }
    assertThat(ids(investigator.get("/api/cases?q=Man"))).isEmpty();
    assertThat(ids(investigator.get("/api/cases?q=0912+345+678"))).isEmpty();
    assertThat(investigator.get(path).text() + investigator.get(path + "/parties").text())
        .doesNotContain("Mận");
    assertThat(
            count(
                """
                select count(*) from audit.event where position('Thị Mận' in detail) > 0
                  or position('Thị Mận' in convert_from(record, 'UTF8')) > 0
                """))
        .isZero();
    assertThat(
            count(
                """
                select count(*) from cases.party
                where position(convert_to('Mận', 'UTF8') in content_cipher) > 0
                """))
        .isZero();
    List<String> parameters = new ArrayList<>();
    ApiReference.read()
        .path("paths")
        .forEachEntry((each, item) -> {
          if (each.contains("parties")) {
            parameters.addAll(item.findValuesAsString("name"));
          }
        });
    assertThat(parameters).contains("id", "partyId").doesNotContain("q", "name", "query");
  }

  @Test
  void sealsTheRecordOfAPersonAtItsEndAndErasesItLaterWithACertificate() {
    LocalDate today = LocalDate.now(SERVER.bean(Site.class).zone());
    String path = "/api/cases/" + open("Có hạn");
    Map<String, Object> endless = party("REPORTED", false);
    endless.remove("until");
    assertThat(errors(investigator.post(path + "/parties", endless))).containsExactly("until");
    for (LocalDate wrong : List.of(today.plusYears(9), today.minusDays(1))) {
      endless.put("until", wrong.toString());
      assertThat(errors(investigator.post(path + "/parties", endless))).containsExactly("until");
    }
    String id = record(path, party("REPORTED", false));
    String one = path + "/parties/" + id;
    Map<String, Object> basis =
        Map.of(
            "document",
            "46/QĐ",
            "article",
            "Điều 147 BLTTHS",
            "from",
            today.minusDays(2).toString(),
            "until",
            today.plusDays(30).toString());
    assertThat(investigator.post(one + "/basis", basis).json().path("until").asString())
        .isEqualTo(today.plusDays(30).toString());
    assertThat(investigator.get(one).json().path("document").asString()).isEqualTo("46/QĐ");

    long before = count(ENDED_AND_ERASED);
    Parties parties = SERVER.bean(Parties.class);
    end(id, today.minusDays(1));
    assertThat(investigator.get(one).code()).isEqualTo("party-sealed");
    assertThat(investigator.post(one + "/basis", basis).code()).isEqualTo("party-sealed");
    assertThat(parties.keepTime(today)).isEqualTo(1);
    assertThat(parties.keepTime(today)).isZero();
    assertThat(state(path, id)).isEqualTo("SEALED");
    end(id, today.minusDays(179));
    assertThat(parties.keepTime(today)).isZero();
    end(id, today.minusDays(180));
    assertThat(parties.keepTime(today)).isEqualTo(1);
    assertThat(state(path, id)).isEqualTo("ERASED");
    assertThat(count("select count(content_cipher) from cases.party where id = '" + id + "'"))
        .isZero();
    assertThat(count(ENDED_AND_ERASED)).isEqualTo(before + 1);

    String wrong = record(path, party("WITNESS", false));
    String erasure = path + "/parties/" + wrong + "/erasure";
    assertThat(errors(investigator.post(erasure, Map.of("reason", "nhầm       "))))
        .containsExactly("reason");
    assertThat(investigator.post(erasure, Map.of("reason", "Người của vụ khác.")).text())
        .contains("ERASED");
  }

  @Test
  void opensASealedRecordAgainWhenTwoPeopleSaySo() {
    LocalDate today = LocalDate.now(SERVER.bean(Site.class).zone());
    String caseId = open("Mở lại");
    String path = "/api/cases/" + caseId;
    SERVER.person("phe-duyet-hai", commune.id(), Role.APPROVER);
    SERVER.person("ca-hai", commune.id(), Role.INVESTIGATOR, Role.APPROVER);
    TestClient second = SERVER.signedIn("phe-duyet-hai");
    TestClient both = SERVER.signedIn("ca-hai");
    String id = record(path, party("VICTIM", true));
    String one = path + "/parties/" + id;
    String ask = one + "/reopening";
    Map<String, Object> requested =
        Map.of(
            "reason",
            "Tòa án yêu cầu lấy lời khai bổ sung.",
            "document",
            "14/QĐ",
            "article",
            "Điều 280 BLTTHS",
            "from",
            today.minusDays(1).toString(),
            "until",
            today.plusDays(20).toString());
    Map<String, Object> confirmed =
        Map.of(
            "outcome",
            "CONFIRMED",
            "authority",
            "COURT",
            "number",
            "05/2026/TB-TA",
            "on",
            today.minusDays(1).toString());
    assertThat(investigator.post(ask, requested).code()).isEqualTo("party-open");
    end(id, today.minusDays(30));
    SERVER.bean(Parties.class).keepTime(today);
    assertThat(second.post(ask + "/decision", confirmed).code()).isEqualTo("no-such-reopening");
    assertThat(both.post(ask, requested).code()).isEqualTo("not-your-case");
    Answer asked = investigator.post(ask, requested);
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    assertThat(investigator.post(ask, requested).code()).isEqualTo("reopening-pending");
    assertThat(investigator.get(one).code()).as("asking opens nothing").isEqualTo("party-sealed");

    JsonNode waiting = second.get("/api/party-reopenings").json().path("items");
    assertThat(waiting.findValuesAsString("partyId")).containsExactly(id);
    assertThat(waiting.toString()).contains("14/QĐ").doesNotContain("Mận");
    assertThat(stranger.get("/api/party-reopenings").text()).doesNotContain(id);
    assertThat(stranger.post(ask + "/decision", confirmed).code()).isEqualTo("not-your-area");
    assertThat(investigator.post(ask + "/decision", confirmed).code()).isEqualTo("not-your-role");
    assertThat(
            investigator
                .post(path + "/officers", Map.of("personId", personId(path, "Người ca-hai")))
                .status())
        .isEqualTo(200);
    assertThat(both.post(ask + "/decision", confirmed).code())
        .as("who works on the case")
        .isEqualTo("own-reopening");
    assertThat(errors(second.post(ask + "/decision", Map.of("outcome", "CONFIRMED"))))
        .containsExactlyInAnyOrder("authority", "number", "on");
    assertThat(errors(second.post(ask + "/decision", Map.of("outcome", "REFUSED"))))
        .containsExactly("reason");
    SERVER.forgetConfirmations();
    assertThat(second.post(ask + "/decision", confirmed).code()).isEqualTo("confirm-yourself");
    second = SERVER.signedIn("phe-duyet-hai");
    Answer decided = second.post(ask + "/decision", confirmed);
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    assertThat(decided.text()).doesNotContain("Mận");
    JsonNode read = investigator.get(one).json();
    assertThat(read.path("document").asString()).isEqualTo("14/QĐ");
    assertThat(read.path("party").path("until").asString())
        .isEqualTo(today.plusDays(20).toString());
    assertThat(second.get(one).code()).as("the second sees nobody").isEqualTo("not-your-role");
    assertThat(
            count(
                """
                select count(*) from audit.event where object_id = '%s' and type in
                  ('case.party-reopening-asked', 'case.party-reopened')
                """
                    .formatted(caseId)))
        .isEqualTo(2);

    end(id, today.minusDays(2));
    assertThat(SERVER.bean(Parties.class).keepTime(today)).as("sealed anew").isEqualTo(1);
    assertThat(investigator.post(ask, requested).status()).isEqualTo(201);
    Answer refused =
        second.post(
            ask + "/decision",
            Map.of("outcome", "REFUSED", "reason", "Tòa án chưa có văn bản nào."));
    assertThat(refused.json().path("items").findValuesAsString("outcome"))
        .containsExactly("REFUSED", "CONFIRMED");
    assertThat(investigator.get(path + "/party-reopenings").json().path("items").size())
        .isEqualTo(2);
    end(id, today.minusDays(180));
    SERVER.bean(Parties.class).keepTime(today);
    assertThat(investigator.post(ask, requested).code()).isEqualTo("party-erased");
    assertThat(investigator.get(path + "/party-reopenings").json().path("items").isEmpty())
        .as("forgotten with the record")
        .isTrue();
  }

  /// A second account with the asker's name, or with that of a colleague on the case, is taken for
  /// the same human being.
  @Test
  void nobodyOpensASealedRecordAgainByASecondAccountOfTheirName() {
    LocalDate today = LocalDate.now(SERVER.bean(Site.class).zone());
    String path = "/api/cases/" + open("Mở lại bằng tài khoản khác");
    SERVER.person("dong-su", commune.id(), Role.INVESTIGATOR);
    String colleague = personId(path, "Người dong-su");
    assertThat(investigator.post(path + "/officers", Map.of("personId", colleague)).status())
        .isEqualTo(200);
    SERVER.namedPerson("nguoi-hoi-2", " NGƯỜI  Investigator", commune.id(), Role.APPROVER);
    SERVER.namedPerson("dong-su-2", "người dong-su ", commune.id(), Role.APPROVER);
    List<TestClient> namesakes =
        List.of(SERVER.signedIn("nguoi-hoi-2"), SERVER.signedIn("dong-su-2"));
    String id = record(path, party("VICTIM", true));
    end(id, today.minusDays(30));
    SERVER.bean(Parties.class).keepTime(today);
    String ask = path + "/parties/" + id + "/reopening";
    Answer asked =
        investigator.post(
            ask,
            Map.of(
                "reason",
                "Tòa án yêu cầu lấy lời khai bổ sung.",
                "document",
                "15/QĐ",
                "article",
                "Điều 280 BLTTHS",
                "from",
                today.minusDays(1).toString(),
                "until",
                today.plusDays(20).toString()));
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);

    Map<String, Object> refusal =
        Map.of("outcome", "REFUSED", "reason", "Tòa án chưa có văn bản nào.");
    long refusals = count("select count(*) from audit.event where refused");
    for (TestClient namesake : namesakes) {
      assertThat(namesake.get("/api/party-reopenings").text()).doesNotContain(id);
      assertThat(Waiting.of(namesake, WorklistKind.PARTY_REOPENING_DECISION).count()).isZero();
      assertThat(namesake.post(ask + "/decision", refusal).code()).isEqualTo("own-reopening");
    }
    assertThat(count("select count(*) from audit.event where refused") - refusals).isEqualTo(2);
    assertThat(approver.get("/api/party-reopenings").text()).contains(id);
    assertThat(Waiting.of(approver, WorklistKind.PARTY_REOPENING_DECISION).count()).isOne();
    Answer decided = approver.post(ask + "/decision", refusal);
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
  }

  private static String personId(String path, String name) {
    return investigator
        .get(path + "/officers")
        .json()
        .path("possible")
        .valueStream()
        .filter(each -> each.path("displayName").asString().equals(name))
        .map(each -> each.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private static String record(String path, Map<String, Object> party) {
    Answer recorded = investigator.post(path + "/parties", party);
    assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
    return recorded.json().path("id").asString();
  }

  private static String state(String path, String id) {
    return investigator
        .get(path + "/parties")
        .json()
        .path("items")
        .valueStream()
        .filter(each -> each.path("id").asString().equals(id))
        .map(each -> each.path("state").asString())
        .findFirst()
        .orElseThrow();
  }

  static void end(String id, LocalDate until) {
    SERVER
        .database()
        .client()
        .sql("update cases.party set from_on = ?, until_on = ? where id = cast(? as uuid)")
        .params(until, until, id)
        .update();
  }

  static Map<String, Object> party(String role, boolean child) {
    LocalDate today = LocalDate.now(SERVER.bean(Site.class).zone());
    return new HashMap<>(
        Map.of(
            "role",
            role,
            "child",
            child,
            "name",
            " Phạm Thị Mận ",
            "contact",
            "0912 345 678",
            "document",
            "45/QĐ",
            "article",
            "Điều 66 BLTTHS",
            "from",
            today.minusDays(3).toString(),
            "until",
            today.plusDays(60).toString()));
  }
}
