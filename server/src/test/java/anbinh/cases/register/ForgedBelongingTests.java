package anbinh.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.EventType;
import anbinh.audit.event.AuditLog;
import anbinh.cases.ending.EndingEvent;
import anbinh.cases.incident.IncidentEvent;
import anbinh.cases.party.Parties;
import anbinh.cases.party.PartyEvent;
import anbinh.cases.store.CaseEvent;
import anbinh.cases.vehicle.VehicleEvent;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Site;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// What somebody who owns the database writes over what belongs to cases: the check names each of
/// it.
abstract class ForgedBelongingTests extends ForgedCaseTests {
  /// What belongs to cases; each before those that refer to it.
  private static final List<String> TABLES =
      List.of("incident", "party", "vehicle", "note", "final_closure", "change", "party_reopening");

  /// Those that a trigger keeps as they are.
  private static final List<String> GUARDED =
      List.of("incident", "note", "final_closure", "change");

  private static final String SOMEBODY =
      "(select id from identity.person where username = 'stranger')";
  private static final String NOT_LOGGED = "the log does not tell of it";
  private static final String NOT_THERE = "the log has it, and the database does not";
  private static final String NO_PLATE = "plate = null, plate_rows = null, plate_colour = null";
  private static final String REOPENING =
      "from_on, until_on, wanted_cipher, asked_by, asked_at, outcome, decision_cipher, decided_by,"
          + " decided_at";
  private static final String ENDING =
      "case_id, act, kind, authority, paper_number, paper_on, reason, asked_by, asked_at,"
          + " asked_event, outcome, decided_by, decided_at, decided_event";

  /// A case with all that there can be in one while it is open.
  private static final class Filled {
    final String id;
    final String code;
    final String path;
    final String note;
    final String plated;
    final String plain;
    final String removed;
    final String happened;
    final String withdrawn;
    final String child;
    final String asked;
    final String reopened;
    final String erased;

    Filled(String title) {
      Map<String, Object> body = theft(title);
      body.put("place", "Chợ Đồng Tiến");
      JsonNode opened = investigator.post("/api/cases", body).json();
      id = opened.path("id").asString();
      code = opened.path("code").asString();
      path = "/api/cases/" + id;
      note = added("notes", Map.of("words", "Người dân thấy xe đi về phía cầu."));
      plated =
          added(
              "vehicles",
              Map.of(
                  "role",
                  "USED",
                  "kind",
                  "MOTORBIKE",
                  "plate",
                  "36B11234",
                  "plateRows",
                  2,
                  "plateColour",
                  "WHITE",
                  "colour",
                  "RED",
                  "words",
                  "Vỡ đèn trái."));
      plain = added("vehicles", Map.of("role", "SOUGHT", "kind", "CAR"));
      removed = added("vehicles", Map.of("role", "STOLEN", "kind", "CAR", "plate", "36A12345"));
      post("vehicles/" + removed + "/removal", Map.of("reason", "Xe của người qua đường."), 204);
      happened = added("incidents", incident("Lấy xe"));
      Map<String, Object> corrected = incident("Lấy xe máy");
      corrected.put("place", "Ngã ba chợ");
      corrected.put("point", Map.of("latitude", 20.25, "longitude", 105.125));
      corrected.put("note", "Khóa cổ bị bẻ.");
      corrected.put("reason", "Nhân chứng nhớ lại giờ đúng.");
      post("incidents/" + happened + "/correction", corrected, 200);
      withdrawn = added("incidents", incident("Việc của vụ khác"));
      post(
          "incidents/" + withdrawn + "/withdrawal",
          Map.of("reason", "Ghi nhầm việc của vụ khác."),
          204);
      child = added("parties", party("VICTIM", true));
      asked = added("parties", party("WITNESS", false));
      reopened = added("parties", party("REPORTED", false));
      erased = added("parties", party("REPORTER", false));
      post("parties/" + erased + "/erasure", Map.of("reason", "Người của vụ khác."), 200);
    }

    String added(String kind, Map<String, Object> body) {
      return post(kind, body, 201).json().path("id").asString();
    }

    Answer post(String to, Map<String, Object> body, int status) {
      return post(investigator, to, body, status);
    }

    Answer post(TestClient by, String to, Map<String, Object> body, int status) {
      Answer answer = by.post(path + "/" + to, body);
      assertThat(answer.status()).as(to + ": " + answer.text()).isEqualTo(status);
      return answer;
    }

    private static Map<String, Object> incident(String title) {
      return new HashMap<>(
          Map.of(
              "title",
              title,
              "timing",
              "EXACT",
              "occurredFrom",
              Instant.now().minus(3, ChronoUnit.HOURS).toString(),
              "place",
              "Cổng chợ"));
    }

    /// Asks that a record be opened again as if its end had come.
    String askToReopen(String party) {
      LocalDate today = today();
      raw("drop table if exists dates");
      raw("create table dates as select id, from_on, until_on from cases.party");
      end(party, today.minusDays(30));
      SERVER.bean(Parties.class).keepTime(today);
      return added("parties/" + party + "/reopening", reopening(today.plusDays(20)));
    }

    /// Its end has not come.
    void putDatesBack() {
      raw(
          "update cases.party p set from_on = d.from_on, until_on = d.until_on from dates d"
              + " where d.id = p.id");
      raw("drop table dates");
    }

    String reopen(String party) {
      String asked = askToReopen(party);
      post(
          SERVER.signedIn("approver"),
          "parties/" + party + "/reopening/decision",
          Map.of(
              "outcome",
              "CONFIRMED",
              "authority",
              "COURT",
              "number",
              "05/2026/TB-TA",
              "on",
              today().toString()),
          200);
      return asked;
    }
  }

  private static LocalDate today() {
    return LocalDate.now(SERVER.bean(Site.class).zone());
  }

  private static Map<String, Object> reopening(LocalDate until) {
    return Map.of(
        "reason",
        "Tòa án yêu cầu lấy lời khai bổ sung.",
        "document",
        "14/QĐ",
        "article",
        "Điều 280 BLTTHS",
        "from",
        today().minusDays(1).toString(),
        "until",
        until.toString());
  }

  private record Forgery(String sql, String finding) {}

  private static Forgery deleted(String table, String kind, String id) {
    return new Forgery(
        "delete from cases." + table + " where id = '" + id + "'",
        kind + " " + id + ": " + NOT_THERE);
  }

  private static Forgery changed(String table, String id, String change, String what) {
    return new Forgery(
        "update cases." + table + " set " + change + " where id = '" + id + "'",
        (table.equals("final_closure") ? "ending" : table) + " " + id + ": " + what);
  }

  /// A row like another one, under an identifier of its own.
  private static Forgery inserted(String table, String columns, String like) {
    return new Forgery(
        "insert into cases."
            + table
            + " (id, "
            + columns
            + ") select gen_random_uuid(), "
            + columns
            + " from cases."
            + table
            + " where id = '"
            + like
            + "'",
        NOT_LOGGED);
  }

  /// Also that a sealed record of a child can be read again, or that somebody was asked whether it
  /// may.
  @Test
  void whatSomebodyWritesOverWhatBelongsToACaseIsNamedByTheCheck() {
    var filled = new Filled("Vụ có đủ");
    assertThat(belongings(filled.code)).isEmpty();
    String other = open("Vụ khác");
    String confirmed = filled.reopen(filled.reopened);
    String pending = filled.askToReopen(filled.asked);
    filled.putDatesBack();
    SERVER.bean(Parties.class).keepTime(today().plusDays(61));
    assertThat(belongings(filled.code)).isEmpty();
    forge(
        filled.code,
        Stream.of(
                ofNotes(filled, other),
                ofVehicles(filled),
                ofIncidents(filled),
                ofChanges(filled.happened),
                ofPeople(filled, other),
                ofReopenings(filled.child, pending, confirmed))
            .flatMap(List::stream)
            .toList());
  }

  private static List<Forgery> ofNotes(Filled filled, String other) {
    var forgeries = new ArrayList<Forgery>();
    String note = filled.note;
    forgeries.add(deleted("note", "note", note));
    forgeries.add(changed("note", note, "words = 'Không ai thấy gì.'", "its words are"));
    forgeries.add(changed("note", note, "at = at - interval '1 day'", "its time is"));
    forgeries.add(changed("note", note, "by_person = " + SOMEBODY, "who wrote it is"));
    forgeries.add(changed("note", note, "event_id = gen_random_uuid()", "its entry is"));
    forgeries.add(changed("note", note, "case_id = '" + other + "'", NOT_THERE));
    forgeries.add(inserted("note", "case_id, at, by_person, words, event_id", note));
    return forgeries;
  }

  private static List<Forgery> ofVehicles(Filled filled) {
    var forgeries = new ArrayList<Forgery>();
    String vehicle = filled.plated;
    forgeries.add(deleted("vehicle", "vehicle", vehicle));
    forgeries.add(changed("vehicle", vehicle, "plate = '36B11235'", "its plate is"));
    forgeries.add(changed("vehicle", vehicle, NO_PLATE, "its plate is"));
    forgeries.add(changed("vehicle", vehicle, "plate_rows = 1", "its plate is"));
    forgeries.add(changed("vehicle", vehicle, "plate_colour = 'BLUE'", "its plate is"));
    forgeries.add(changed("vehicle", filled.plain, "plate = '36A12345'", "its plate is"));
    forgeries.add(changed("vehicle", filled.plain, "words = 'Xe lạ'", "what it looks like"));
    forgeries.add(changed("vehicle", filled.plain, "colour = 'RED'", "what it looks like"));
    forgeries.add(changed("vehicle", vehicle, "kind = 'CAR'", "what it looks like"));
    forgeries.add(changed("vehicle", vehicle, "role = 'STOLEN'", "its role is"));
    forgeries.add(changed("vehicle", vehicle, "added_by = " + SOMEBODY, "who added it is"));
    forgeries.add(changed("vehicle", vehicle, "added_at = now()", "its time is"));
    forgeries.add(inserted("vehicle", "case_id, role, kind, plate, added_by, added_at", vehicle));
    forgeries.add(
        new Forgery(
            """
            insert into cases.vehicle (id, case_id, role, kind, plate, added_by, added_at)
            select '%s', case_id, role, kind, plate, added_by, added_at from cases.vehicle
            where id = '%s'
            """
                .formatted(filled.removed, vehicle),
            "vehicle " + filled.removed + ": the log has it removed, and the database does not"));
    return forgeries;
  }

  private static List<Forgery> ofIncidents(Filled filled) {
    var forgeries = new ArrayList<Forgery>();
    String incident = filled.happened;
    forgeries.add(
        new Forgery(
            """
            delete from cases.change where incident_id = '%1$s';
            delete from cases.incident where id = '%1$s'
            """
                .formatted(incident),
            "incident " + incident + ": " + NOT_THERE));
    forgeries.add(changed("incident", incident, "title = 'Đi dạo'", "its title is"));
    forgeries.add(changed("incident", incident, "type = 'ASSAULT'", "its type is"));
    forgeries.add(
        changed("incident", incident, "occurred_from = now() - interval '1 day'", "when it happ"));
    forgeries.add(changed("incident", incident, "occurred_to = now()", "when it happened"));
    forgeries.add(
        changed("incident", incident, "timing = 'BETWEEN', occurred_to = now()", "when it happ"));
    forgeries.add(changed("incident", incident, "place = 'Bến xe'", "its place is"));
    forgeries.add(changed("incident", incident, "latitude = 20.2501", "its place is"));
    forgeries.add(changed("incident", incident, "place = null", "its place is"));
    forgeries.add(changed("incident", incident, "report = '17/TB'", "its report is"));
    forgeries.add(changed("incident", incident, "note = null", "its note is"));
    forgeries.add(changed("incident", incident, "added_by = " + SOMEBODY, "who added it is"));
    forgeries.add(changed("incident", incident, "added_at = now()", "when it was added"));
    forgeries.add(changed("incident", incident, "withdrawn_at = now()", "whether it is withdrawn"));
    forgeries.add(
        changed("incident", filled.withdrawn, "withdrawn_at = null", "whether it is withdrawn"));
    forgeries.add(
        inserted(
            "incident",
            "case_id, title, timing, occurred_from, place, added_by, added_at, event_id",
            incident));
    return forgeries;
  }

  private static List<Forgery> ofChanges(String incident) {
    var forgeries = new ArrayList<Forgery>();
    String change = "update cases.change set %s where incident_id = '" + incident + "'";
    forgeries.add(
        new Forgery("delete from cases.change where incident_id = '" + incident + "'", NOT_THERE));
    forgeries.add(
        new Forgery(change.formatted("reason = 'Không có gì cả.'"), "its reason is another"));
    forgeries.add(new Forgery(change.formatted("by_person = " + SOMEBODY), "who made it is"));
    forgeries.add(new Forgery(change.formatted("at = at - interval '1 day'"), "its time is"));
    forgeries.add(new Forgery(change.formatted("event_id = gen_random_uuid()"), NOT_LOGGED));
    forgeries.add(
        new Forgery(
            """
            insert into cases.change
            select gen_random_uuid(), case_id, what, at, by_person, reason, event_id, incident_id
            from cases.change where incident_id = '%s'
            """
                .formatted(incident),
            "the database has it several times"));
    return forgeries;
  }

  private static List<Forgery> ofPeople(Filled filled, String other) {
    var forgeries = new ArrayList<Forgery>();
    String child = filled.child;
    forgeries.add(deleted("party", "party", child));
    forgeries.add(changed("party", child, "sealed_at = null", "whether it is sealed"));
    forgeries.add(
        changed("party", child, "until_on = until_on + 300", "until when it may be read"));
    forgeries.add(changed("party", child, "until_on = 'infinity'", "until when it may be read"));
    forgeries.add(changed("party", child, "from_on = from_on - 1", "until when it may be read"));
    forgeries.add(changed("party", child, "child = false", "whether they are a child"));
    forgeries.add(changed("party", child, "role = 'REPORTED'", "its role is"));
    forgeries.add(changed("party", child, "recorded_by = " + SOMEBODY, "who recorded it is"));
    forgeries.add(changed("party", child, "recorded_at = now()", "when it was recorded"));
    forgeries.add(changed("party", child, contentOf(filled.asked), "its content is"));
    forgeries.add(changed("party", child, "case_id = '" + other + "'", NOT_THERE));
    forgeries.add(
        changed(
            "party",
            child,
            "content_cipher = null, erased_at = now()",
            "it is erased, and the log"));
    forgeries.add(
        changed(
            "party",
            filled.erased,
            contentOf(child) + ", erased_at = null",
            "the log certifies that it was erased"));
    forgeries.add(
        inserted(
            "party",
            "case_id, role, child, from_on, until_on, content_cipher, recorded_by, recorded_at",
            child));
    return forgeries;
  }

  private static List<Forgery> ofReopenings(String child, String pending, String confirmed) {
    var forgeries = new ArrayList<Forgery>();
    forgeries.add(inserted("party_reopening", "party_id, " + REOPENING, confirmed));
    forgeries.add(
        new Forgery(
            """
            insert into cases.party_reopening (id, party_id, %1$s)
            select gen_random_uuid(), '%2$s', %1$s from cases.party_reopening where id = '%3$s'
            """
                .formatted(REOPENING, child, confirmed),
            NOT_LOGGED));
    forgeries.add(deleted("party_reopening", "reopening", pending));
    forgeries.add(deleted("party_reopening", "reopening", confirmed));
    forgeries.add(
        reopening(
            pending,
            "outcome = 'CONFIRMED', decision_cipher = wanted_cipher, decided_at = now(),"
                + " decided_by = "
                + SOMEBODY,
            "the log does not tell of its decision"));
    forgeries.add(
        reopening(
            confirmed,
            "outcome = null, decision_cipher = null, decided_at = null, decided_by = null",
            "its decision is"));
    forgeries.add(reopening(confirmed, "outcome = 'REFUSED'", "its decision is"));
    forgeries.add(reopening(confirmed, "decided_by = " + SOMEBODY, "its decision is"));
    forgeries.add(reopening(confirmed, "decided_at = now()", "its decision is"));
    forgeries.add(reopening(confirmed, "decision_cipher = wanted_cipher", "its decision is"));
    forgeries.add(reopening(pending, "until_on = until_on + 1", "what was asked"));
    forgeries.add(reopening(pending, "wanted_cipher = '\\x00'", "what was asked"));
    forgeries.add(reopening(pending, "asked_by = " + SOMEBODY, "who asked"));
    forgeries.add(reopening(pending, "asked_at = now()", "who asked"));
    return forgeries;
  }

  /// Also of a case that became a protected one, was closed and ended, whose people's records the
  /// clock erased, and after the details of its entries are erased: by their facts.
  @Test
  void theCheckKnowsWhatAProtectedClosedAndForgottenCaseHad() {
    Filled filled = protectedAndEnded();
    String end =
        one("select id from cases.final_closure where act = 'END' and case_id = '%s'", filled.id);
    forge(
        filled.code,
        List.of(
            changed("incident", filled.happened, "place = 'Ngã ba chợ'", "its place is"),
            deleted("party", "party", filled.child),
            deleted("final_closure", "ending", end),
            changed("final_closure", end, "kind = 'HANDED_ON'", "what was asked"),
            changed("final_closure", end, "paper_number = '46/2026/HS-ST'", "what was asked"),
            changed("final_closure", end, "paper_on = paper_on - 4000", "what was asked"),
            changed("final_closure", end, "reason = 'Không có gì cả.'", "what was asked"),
            changed("final_closure", end, "asked_by = gen_random_uuid()", "who asked"),
            changed("final_closure", end, "decided_by = " + SOMEBODY, "its decision is"),
            changed("final_closure", end, "decided_at = now()", "its decision is"),
            changed(
                "final_closure",
                end,
                "outcome = 'REFUSED', decision_reason = 'Không'",
                "its decision is"),
            changed(
                "final_closure",
                one(
                    "select id from cases.final_closure where act = 'UNDO' and case_id = '%s'",
                    filled.id),
                "outcome = 'CONFIRMED'",
                "its decision is"),
            inserted("final_closure", ENDING, end)));

    SERVER
        .bean(TransactionTemplate.class)
        .executeWithoutResult(_ ->
            Stream.<EventType[]>of(
                    CaseEvent.values(),
                    IncidentEvent.values(),
                    VehicleEvent.values(),
                    PartyEvent.values(),
                    EndingEvent.values())
                .flatMap(Arrays::stream)
                .forEach(type -> SERVER.bean(AuditLog.class).eraseDetails(type, filled.id)));
    assertThat(
            count(
                "select count(detail) from audit.event where type like 'case.%' and type not like"
                    + " 'case.officer%' and object_id = '"
                    + filled.id
                    + "'"))
        .isZero();
    assertThat(belongings(filled.code)).isEmpty();
    forge(
        filled.code,
        List.of(
            deleted("note", "note", filled.note),
            changed("note", filled.note, "at = at - interval '1 day'", "its time is"),
            changed("note", filled.note, "by_person = " + SOMEBODY, "who wrote it is"),
            inserted("note", "case_id, at, by_person, words, event_id", filled.note),
            changed("vehicle", filled.plated, NO_PLATE, "its plate is"),
            changed("vehicle", filled.plain, "plate = '36A12345'", "its plate is"),
            changed("vehicle", filled.plain, "role = 'STOLEN'", "its role is"),
            changed("incident", filled.happened, "place = 'Ngã ba chợ'", "its place is"),
            changed("incident", filled.happened, "type = 'ASSAULT'", "its type is"),
            changed("incident", filled.withdrawn, "withdrawn_at = null", "whether it is withdrawn"),
            changed("party", filled.child, "until_on = until_on + 300", "until when"),
            changed(
                "party",
                filled.child,
                "content_cipher = '\\x00', erased_at = null",
                "the log certifies"),
            changed("final_closure", end, "paper_on = paper_on - 4000", "what was asked"),
            inserted("final_closure", ENDING, end)));
  }

  private static Filled protectedAndEnded() {
    var filled = new Filled("Vụ đã xong");
    filled.reopen(filled.reopened);
    String lapsed = filled.askToReopen(filled.asked);
    LocalDate yesterday = today().minusDays(1);
    raw(
        "update cases.party_reopening set from_on = ?, until_on = ? where id = cast(? as uuid)",
        yesterday,
        yesterday,
        lapsed);
    filled.putDatesBack();
    assertThat(filled.askToReopen(filled.asked)).isNotEqualTo(lapsed);
    filled.putDatesBack();
    filled.post(
        "protection", Map.of("protection", "CHILD", "reason", "Người bị hại 12 tuổi."), 200);
    filled.post("outcome", outcome(true), 200);
    filled.added("notes", Map.of("words", "Đã trả xe cho chủ."));
    TestClient second = SERVER.signedIn("approver");
    filled.post("final-closure", ending(), 201);
    filled.post(second, "final-closure/decision", Map.of("outcome", "CONFIRMED"), 200);
    filled.post("final-closure/reversal", Map.of("reason", "Tòa án xét xử lại từ đầu."), 201);
    filled.post(
        second,
        "final-closure/decision",
        Map.of("outcome", "REFUSED", "reason", "Chưa có quyết định nào."),
        200);
    assertThat(belongings(filled.code)).isEmpty();
    assertThat(SERVER.bean(Parties.class).keepTime(today().plusDays(300))).isPositive();
    assertThat(belongings(filled.code)).isEmpty();
    assertThat(
            count(
                "select count(*) from cases.party_reopening r join cases.party p on"
                    + " p.id = r.party_id where p.case_id = '"
                    + filled.id
                    + "'"))
        .isZero();
    return filled;
  }

  private static Map<String, Object> ending() {
    return Map.of(
        "kind",
        "JUDGMENT_IN_FORCE",
        "authority",
        "COURT",
        "number",
        "45/2026/HS-ST",
        "on",
        today().toString(),
        "reason",
        "Bản án sơ thẩm đã có hiệu lực pháp luật.");
  }

  private static Forgery reopening(String id, String change, String what) {
    return new Forgery(
        "update cases.party_reopening set " + change + " where id = '" + id + "'",
        "reopening " + id + ": " + what);
  }

  private static String contentOf(String party) {
    return "content_cipher = (select content_cipher from cases.party where id = '" + party + "')";
  }

  /// Each is named while it is there, and nothing is when all is as it was again.
  private static void forge(String code, List<Forgery> forgeries) {
    GUARDED.forEach(table -> raw("alter table cases." + table + " disable trigger user"));
    TABLES.forEach(table -> raw("create table kept_" + table + " as table cases." + table));
    for (Forgery each : forgeries) {
      raw(each.sql());
      assertThat(belongings(code))
          .as(each.sql())
          .anyMatch(found -> found.contains(each.finding()))
          .allMatch(found -> found.startsWith("case " + code + ": "));
      TABLES.reversed().forEach(table -> raw("delete from cases." + table));
      TABLES.forEach(table -> raw("insert into cases." + table + " select * from kept_" + table));
    }
    TABLES.forEach(table -> raw("drop table kept_" + table));
    GUARDED.forEach(table -> raw("alter table cases." + table + " enable trigger user"));
    assertThat(belongings(code)).isEmpty();
  }

  /// What is found of a case and of all that belongs to it.
  private static List<String> belongings(String code) {
    var found = new ArrayList<String>();
    SERVER.beans(ConsistencyCheck.class).stream()
        .filter(each -> each.getClass().getPackageName().equals("anbinh.cases.check"))
        .forEach(each ->
            each.run(finding -> {
              if (finding.subject().equals("case " + code)) {
                found.add(finding.subject() + ": " + finding.what());
              }
            }));
    return found;
  }

  private static String one(String sql, String value) {
    return SERVER.database().client().sql(sql.formatted(value)).query(String.class).single();
  }
}
