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
      from community.situation
      where received_at >= '%1$d-01-01' and received_at < '%1$d-10-01' and merged_into is null
      group by commune_id, kind
      """),
  ROSTER(
      "/api/teams/roster",
      """
      select t.commune_id, m.origin, m.gender, count(*), count(distinct t.id)
      from community.team t join community.member m on m.team_id = t.id
      where m.state = 'RECOGNISED' and t.dissolved_on is null
      group by t.commune_id, m.origin, m.gender
      """),
  MEDIATIONS(
      "/api/mediations/figures?level=COMMUNE&from=%1$d-01-01&to=%1$d-09-30",
      """
      select a.parent_id, count(*), count(*) filter (where m.outcome = 'AGREED'),
        count(*) filter (where m.outcome = 'NOT_AGREED')
      from community.mediation m join areas.area a on a.id = m.village_id
      where m.received_on >= '%1$d-01-01' and m.received_on < '%1$d-10-01'
      group by a.parent_id
      """),
  STANDARD(
      "/api/standard/communes?year=%1$d",
      """
      select v.parent_id, count(*), count(s.id), count(*) filter (where s.outcome = 'MET')
      from areas.area v left join community.standard_assessment s
        on s.area_id = v.id and s.year = %1$d
      where v.kind = 'RESIDENTIAL_AREA' and v.valid_to is null
      group by v.parent_id
      """),
  PROGRAMMES(
      "/api/programmes/figures?year=%1$d&level=COMMUNE",
      """
      select p.commune_id, count(distinct p.id), count(a.id), sum(a.attended)
      from community.programme p left join community.programme_activity a
        on a.programme_id = p.id and a.on_day between '%1$d-01-01' and '%1$d-12-31'
      group by p.commune_id
      """);

  private final String path;
  private final String sql;

  ProvinceFigures(String path, String sql) {
    this.path = path;
    this.sql = sql;
  }

  String path() {
    return path.formatted(LocalDate.now(ProvinceBench.ZONE).getYear());
  }

  /// How long plain SQL takes, in seconds, all rows read.
  double plain(Connection database) throws SQLException {
    long began = System.nanoTime();
    try (var statement = database.createStatement();
        var rows =
            statement.executeQuery(sql.formatted(LocalDate.now(ProvinceBench.ZONE).getYear()))) {
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
