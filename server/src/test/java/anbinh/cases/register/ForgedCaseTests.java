package anbinh.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.ConsistencyCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What somebody who owns the database writes over cases: the check names each of it.
abstract class ForgedCaseTests extends CasePeopleTests {
  /// What would let others read a case, ask for footage of elsewhere, or look as if it were closed.
  @Test
  void whatSomebodyWritesOverACaseInTheDatabaseIsNamedByTheCheck() {
    Map<String, Object> body = theft("Trộm ở chợ");
    body.put("place", "Chợ Đồng Tiến");
    body.put("description", "Khóa cổ bị bẻ, không ai bị thương.");
    body.put("point", Map.of("latitude", 20.25, "longitude", 105.125));
    JsonNode opened = investigator.post("/api/cases", body).json();
    UUID id = UUID.fromString(opened.path("id").asString());
    String code = opened.path("code").asString();
    String closed = open("Đã xong");
    assertThat(investigator.post("/api/cases/" + closed + "/outcome", outcome(true)).status())
        .isEqualTo(200);
    UUID done = UUID.fromString(closed);
    assertThat(check(null)).isEmpty();

    Map.ofEntries(
            Map.entry("area_id = '" + elsewhere.id() + "'", "its area is"),
            Map.entry("type = 'ASSAULT'", "its type is"),
            Map.entry("code = 'CASE-1999-0001'", "its number is"),
            Map.entry("title = 'Chuyện khác'", "its title is"),
            Map.entry("description = 'Không có gì'", "its description is"),
            Map.entry("opened_at = opened_at - interval '1 year'", "when it was opened"),
            Map.entry("opened_by = gen_random_uuid()", "who opened it is"),
            Map.entry("occurred_from = occurred_from - interval '1 day'", "when it happened"),
            Map.entry("occurred_to = now()", "when it happened"),
            Map.entry("place = 'Bến xe'", "its place is"),
            Map.entry("latitude = 20.2501", "its place is"),
            Map.entry(
                "protection = 'CHILD', place = null, latitude = null, longitude = null",
                "its protection is"),
            Map.entry(
                "clarified = false, clarified_by = array[]::text[], outcome_note = 'x',"
                    + " closed_by = opened_by, closed_at = now()",
                "whether it is closed"))
        .forEach((change, what) -> assertNamed(id, change, what));
    Map.of(
            "clarified_by = array['PLACE', 'PLACE']",
            "its outcome is",
            "clarified = false, clarified_by = array[]::text[]",
            "its outcome is",
            "outcome_note = 'chẳng có gì'",
            "its outcome is",
            "closed_by = gen_random_uuid()",
            "its outcome is",
            "closed_at = closed_at + interval '1 year'",
            "when it was closed",
            "clarified = null, clarified_by = null, outcome_note = null, closed_by = null,"
                + " closed_at = null",
            "whether it is closed")
        .forEach((change, what) -> assertNamed(done, change, what));
    for (String sql :
        List.of(
            "update cases.officer set person_id = (select id from identity.person"
                + " where username = 'stranger') where case_id = ?",
            "update cases.officer set until = now() where case_id = ?",
            "delete from cases.officer where case_id = ?",
            "insert into cases.officer (case_id, person_id, since) select ?, id, now()"
                + " from identity.person where username = 'stranger'")) {
      raw("create table kept as select * from cases.officer where case_id = ?", id);
      raw(sql, id);
      assertThat(check(null))
          .as(sql)
          .containsExactly("case " + code + ": its officers are other ones in the log");
      raw("delete from cases.officer where case_id = ?", id);
      raw("insert into cases.officer select * from kept where case_id = ?", id);
      raw("drop table kept");
    }
    raw(
        """
        insert into cases.case_file (id, code, title, type, occurred_from, area_id, opened_by,
          opened_at, search_text)
        select gen_random_uuid(), 'CASE-1999-0002', title, type, occurred_from, area_id, opened_by,
          opened_at, search_text from cases.case_file where id = ?
        """,
        id);
    assertThat(check(null)).containsExactly("case CASE-1999-0002: the log does not tell of it");
    raw("delete from cases.case_file where code = 'CASE-1999-0002' and id <> ?", id);
    assertThat(check(null)).isEmpty();
  }

  private static void assertNamed(UUID id, String change, String what) {
    raw("create table kept as select * from cases.case_file where id = ?", id);
    raw("update cases.case_file set " + change + " where id = ?", id);
    assertThat(check(id)).as(change).isNotEmpty().anyMatch(each -> each.contains(what));
    raw(
        """
        update cases.case_file c set area_id = k.area_id, type = k.type, code = k.code,
          title = k.title, description = k.description, opened_by = k.opened_by,
          opened_at = k.opened_at, occurred_from = k.occurred_from,
          occurred_to = k.occurred_to, place = k.place, latitude = k.latitude,
          longitude = k.longitude, protection = k.protection, clarified = k.clarified,
          clarified_by = k.clarified_by, outcome_note = k.outcome_note, closed_by = k.closed_by,
          closed_at = k.closed_at
        from kept k where k.id = c.id and c.id = ?
        """,
        id);
    raw("drop table kept");
  }

  static void raw(String sql, Object... values) {
    SERVER.database().client().sql(sql).params(values).update();
  }

  /// @param id of which case; null for all
  private static List<String> check(@Nullable UUID id) {
    String code =
        id == null
            ? ""
            : SERVER
                .database()
                .client()
                .sql("select code from cases.case_file where id = ?")
                .param(id)
                .query(String.class)
                .single();
    var found = new ArrayList<String>();
    SERVER.beans(ConsistencyCheck.class).stream()
        .filter(each -> each.subject().equals("cases against log"))
        .forEach(each ->
            each.run(finding -> {
              if (finding.subject().startsWith("case " + code)) {
                found.add(finding.subject() + ": " + finding.what());
              }
            }));
    return found;
  }
}
