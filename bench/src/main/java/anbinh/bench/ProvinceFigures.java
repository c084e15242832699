package anbinh.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;

/// The year's figures of a province that the server gives, each with plain SQL for the same counts.
/// A further report is one more line here.
enum ProvinceFigures {
  SITUATIONS(
      "/api/situations/figures?level=COMMUNE&from=%1$d-01-01&to=%1$d-09-30",
      """
      select commune_id, kind, count(*), count(*) filter (where late),
        count(*) filter (where state = 'RETRACTED'),
        count(*) filter (where outcome = 'NOT_FOUNDED')
      from situation.situation
      where received_at >= '%1$d-01-01' and received_at < '%1$d-10-01' and merged_into is null
      group by commune_id, kind
      """),
  ROSTER(
      "/api/teams/roster",
      """
      select t.commune_id, m.origin, m.gender, count(*), count(distinct t.id)
      from team.team t join team.member m on m.team_id = t.id
      where m.state = 'RECOGNISED' and t.dissolved_on is null
      group by t.commune_id, m.origin, m.gender
      """),
  MEDIATIONS(
      "/api/mediations/figures?level=COMMUNE&from=%1$d-01-01&to=%1$d-09-30",
      """
      select a.parent_id, count(*), count(*) filter (where m.outcome = 'AGREED'),
        count(*) filter (where m.outcome = 'NOT_AGREED')
      from mediation.mediation m join areas.area a on a.id = m.village_id
      where m.received_on >= '%1$d-01-01' and m.received_on < '%1$d-10-01'
      group by a.parent_id
      """),
  STANDARD(
      "/api/standard/communes?year=%1$d",
      """
      select v.parent_id, count(*), count(s.id), count(*) filter (where s.outcome = 'MET')
      from areas.area v left join standard.assessment s
        on s.area_id = v.id and s.year = %1$d
      where v.kind = 'RESIDENTIAL_AREA' and v.valid_to is null
      group by v.parent_id
      """),
  PROGRAMMES(
      "/api/programmes/figures?year=%1$d&level=COMMUNE",
      """
      select p.commune_id, count(distinct p.id), count(a.id), sum(a.attended)
      from programme.programme p left join programme.activity a
        on a.programme_id = p.id and a.on_day between '%1$d-01-01' and '%1$d-12-31'
      group by p.commune_id
      """),
  REPORT(
      "/api/reports/figures?period=%1$d&columns=" + ProvinceFigures.COLUMNS, ProvinceFigures.ALL),
  WORKBOOK("/api/reports/figures.xlsx?period=%1$d", ProvinceFigures.ALL);

  /// What the page asks for at first.
  private static final String COLUMNS =
      "CASES_CLARIFIED,EXTRACTIONS,SITUATIONS_RECEIVED,MEDIATION_SUCCESS_SHARE,TEAM_MEMBERS,GROUPS,"
          + "GROUP_HOUSEHOLDS,CAMERAS";

  /// What a report of a year and the year before counts, by commune or village and month.
  private static final String ALL =
      """
      select 'situations', commune_id, case when guarded then 'OTHER' else kind end,
        date_trunc('month', received_at), count(*)
      from situation.situation
      where received_at >= '%2$d-01-01' and merged_into is null group by 2, 3, 4
      union all
      select 'decided', commune_id, outcome, date_trunc('month', decided_at), count(*)
      from situation.situation
      where decided_at >= '%2$d-01-01' and merged_into is null group by 2, 3, 4
      union all
      select 'mediations', village_id, null, date_trunc('month', received_on), count(*)
      from mediation.mediation where received_on >= '%2$d-01-01' group by 2, 4
      union all
      select 'ended', village_id, outcome, date_trunc('month', ended_at), count(*)
      from mediation.mediation where ended_at >= '%2$d-01-01' group by 2, 3, 4
      union all
      select 'members', t.commune_id, null, null, count(*)
      from team.team t join team.member m on m.team_id = t.id
      where m.state = 'RECOGNISED' group by 2
      union all
      select 'patrols', t.commune_id, null, date_trunc('month', v.started_at), count(*)
      from teamwork.patrol_version v join teamwork.patrol p on p.id = v.patrol_id
      join team.team t on t.id = p.team_id
      where v.started_at >= '%2$d-01-01' group by 2, 4
      union all
      select 'groups', village_id, kind, null, count(*)
      from teamwork.self_managed_group where ended_on is null group by 2, 3
      union all
      select 'programmes', commune_id, kind_id::text, null, count(*)
      from programme.programme where launched_on is not null group by 2, 3
      union all
      select 'activities', p.commune_id, null, date_trunc('month', a.on_day), count(*)
      from programme.activity a join programme.programme p on p.id = a.programme_id
      where a.on_day >= '%2$d-01-01' group by 2, 4
      union all
      select 'standard', v.parent_id, s.outcome, null, count(*)
      from areas.area v left join standard.assessment s
        on s.area_id = v.id and s.year in (%1$d, %2$d)
      where v.kind = 'RESIDENTIAL_AREA' and v.valid_to is null group by 2, 3
      union all
      select 'cases', area_id, type, date_trunc('month', opened_at), count(*)
      from cases.case_file where opened_at >= '%2$d-01-01' group by 2, 3, 4
      union all
      select 'requests', area_id, decision, date_trunc('month', requested_at), count(*)
      from evidence.request where requested_at >= '%2$d-01-01' group by 2, 3, 4
      union all
      select 'cameras', area_id, kind, null, count(*)
      from cameras.camera where retired_at is null group by 2, 3
      """;

  private final String path;
  private final String sql;

  ProvinceFigures(String path, String sql) {
    this.path = path;
    this.sql = sql;
  }

  String path() {
    return path.formatted(year());
  }

  private static int year() {
    return LocalDate.now(ProvinceBench.ZONE).getYear();
  }

  /// How long plain SQL takes, in seconds, all rows read.
  double plain(Connection database) throws SQLException {
    long began = System.nanoTime();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(sql.formatted(year(), year() - 1))) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      if (count == 0) {
        throw new IllegalStateException("plain SQL found nothing");
      }
    }
    database.rollback();
    return (System.nanoTime() - began) / 1e9;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
