package anbinh.reports.period;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The figures of the quarter counted anew, by SQL that was written apart from the program.
final class RecordsAgain {
  /// The figures anew: `:areas` are the communes and their villages, `:from` and `:before` the days
  /// of the quarter.
  private static final Map<String, String> AGAIN = new TreeMap<>();

  static {
    String cases = "select count(*) from cases.case_file where area_id = any(:areas) and ";
    AGAIN.put("CASES_OPENED", cases + days("opened_at"));
    AGAIN.put("CASES_CLOSED", cases + days("closed_at"));
    AGAIN.put("CASES_CLARIFIED", cases + days("closed_at") + " and clarified is true");
    AGAIN.put(
        "CASES_CLARIFIED_BY_FOOTAGE",
        cases + days("closed_at") + " and clarified_by[1] is not null");
    String requests = "select count(*) from evidence.request where area_id = any(:areas) and ";
    AGAIN.put("REQUESTS_MADE", requests + days("requested_at"));
    AGAIN.put("REQUESTS_DECIDED", requests + days("decided_at"));
    AGAIN.put("REQUESTS_REFUSED", requests + days("decided_at") + " and state = 'REFUSED'");
    AGAIN.put("REQUESTS_APPROVED", requests + days("decided_at") + " and state <> 'REFUSED'");
    AGAIN.put(
        "EXTRACTIONS",
        "select count(*) from evidence.extraction where request_id in (select id from evidence.request"
            + " where area_id = any(:areas)) and "
            + days("sealed_at"));
    AGAIN.put("EXTRACTIONS_JUDGED", requests + days("outcome_at"));
    AGAIN.put("EXTRACTIONS_USEFUL", requests + days("outcome_at") + " and useful is true");
    String situations =
        "select count(*) from situation.situation where commune_id = any(:areas) and ";
    AGAIN.put("SITUATIONS_RECEIVED", situations + days("received_at"));
    AGAIN.put("SITUATIONS_DECIDED", situations + days("decided_at"));
    AGAIN.put(
        "SITUATIONS_NOT_FOUNDED", situations + days("decided_at") + " and outcome = 'NOT_FOUNDED'");
    AGAIN.put(
        "SITUATIONS_FOUNDED", situations + days("decided_at") + " and outcome <> 'NOT_FOUNDED'");
    // A day for what is not urgent, a quarter of an hour for what is.
    AGAIN.put(
        "SITUATIONS_IN_TIME",
        situations
            + days("received_at")
            + " and acknowledged_at - received_at <= case when urgent then interval '15 minutes'"
            + " else interval '1 day' end");
    String mediations =
        "select count(*) from mediation.mediation where village_id = any(:areas) and ";
    AGAIN.put("MEDIATIONS_RECEIVED", mediations + "received_on between :from and :before - 1");
    AGAIN.put("MEDIATIONS_ENDED", mediations + days("ended_at"));
    AGAIN.put("MEDIATIONS_AGREED", mediations + days("ended_at") + " and outcome = 'AGREED'");
    AGAIN.put("MEDIATIONS_NOT_AGREED", mediations + days("ended_at") + " and outcome <> 'AGREED'");
    AGAIN.put("MEDIATIONS_PENDING", mediations + "received_on < :before and state = 'RECEIVED'");
    String teams = "select count(*) from team.team where commune_id = any(:areas)";
    AGAIN.put("TEAMS", teams + " and established_on < :before");
    AGAIN.put(
        "TEAM_PLANNED",
        "select coalesce(sum(planned), 0) from team.strength where team_id in (select id from"
            + " team.team where commune_id = any(:areas))");
    AGAIN.put(
        "TEAM_MEMBERS",
        "select count(*) from team.member where team_id in (select id from team.team where"
            + " commune_id = any(:areas)) and (left_on is null or left_on > :before - 1)");
    AGAIN.put(
        "PATROLS",
        "select count(*) from teamwork.patrol p where team_id in (select id from team.team where"
            + " commune_id = any(:areas)) and annulled_at is null and (select "
            + days("started_at")
            + " from teamwork.patrol_version v where v.patrol_id = p.id order by version desc limit 1)");
    String groups = " from teamwork.self_managed_group where village_id = any(:areas)";
    AGAIN.put("GROUPS", "select count(*)" + groups);
    AGAIN.put("GROUP_HOUSEHOLDS", "select coalesce(sum(households), 0)" + groups);
    AGAIN.put(
        "PROGRAMMES",
        "select count(*) from programme.programme where commune_id = any(:areas) and launched_on <"
            + " :before and state = 'ACTIVE'");
    AGAIN.put(
        "CAMPAIGNS_BEGUN",
        "select count(*) from campaign.campaign where area_id = any(:areas) and from_on >= :from and"
            + " from_on < :before");
    AGAIN.put(
        "CAMPAIGN_ATTENDED",
        "select coalesce(sum(attended), 0) from campaign.activity where campaign_id in (select"
            + " id from campaign.campaign where area_id = any(:areas))");
    AGAIN.put(
        "STANDARD_REGISTERED",
        "select count(*) from standard.step s join standard.assessment a on a.id ="
            + " s.assessment_id where a.area_id = any(:areas) and s.kind = 'REGISTERED' and s.on_day <"
            + " :before");
    AGAIN.put(
        "STANDARD_MET",
        "select count(*) from standard.step s join standard.assessment a on a.id ="
            + " s.assessment_id where a.area_id = any(:areas) and s.outcome = 'MET' and s.on_day <"
            + " :before");
    String cameras = "select count(*) from cameras.camera where area_id = any(:areas)";
    AGAIN.put("CAMERAS", cameras);
    AGAIN.put(
        "CAMERAS_CONSENTED",
        cameras + " and id in (select camera_id from cameras.consent where statement = 'GIVEN')");
  }

  private static String days(String column) {
    return "cast(%s at time zone 'Asia/Ho_Chi_Minh' as date) between :from and :before - 1"
        .formatted(column);
  }

  private RecordsAgain() {}

  static Set<String> indicators() {
    return AGAIN.keySet();
  }

  static double count(ReportFixture world, String indicator, Collection<UUID> areas) {
    return world
        .sql()
        .sql(AGAIN.getOrDefault(indicator, ""))
        .param("areas", areas.toArray(UUID[]::new))
        .param("from", world.quarter.from())
        .param("before", world.quarter.before())
        .query(Double.class)
        .single();
  }
}
