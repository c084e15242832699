package anbinh.cameras.register;

import anbinh.cameras.HealthBoard;
import anbinh.identity.session.Access;
import anbinh.platform.SiteClock;
import anbinh.platform.indicator.CountedRows;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorQuery;
import anbinh.platform.indicator.IndicatorRecord;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.platform.sql.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What reports tell of cameras: those in the register at the end of a day by kind, those of the
/// community whose owners consent by what they had stated by then, and the connected ones that send
/// pictures at this moment.
@Component
class CameraIndicators implements IndicatorSource {
  private static final String LAW =
      "Luật 91/2025/QH15, Điều 32; QCVN 11:2026/BCA (Thông tư 48/2026/TT-BCA)";
  private static final String ONLINE = "CAMERAS_ONLINE";

  /// One of the community has no name here, since it may be its owner's.
  private static final CountedRows ROWS =
      new CountedRows(
          "",
          """
          select case when c.kind = 'COMMUNITY' and s.statement = 'GIVEN'
                and (s.until_on is null or s.until_on >= cast(:before as date) - 1)
              then array['CAMERAS', 'CAMERAS_CONSENTED'] else array['CAMERAS'] end as indicators,
            c.id, c.id as object_id, c.code, case c.kind when 'CONNECTED' then c.name end as name,
            c.area_id, c.kind as part,
            cast(c.created_at at time zone :zone as date) as day, 1 as count
          from cameras.camera c left join (
              select distinct on (camera_id) camera_id, statement, until_on
              from cameras.consent where recorded_at < :end order by camera_id, id desc) s
            on s.camera_id = c.id
          where c.created_at < :end and (c.retired_at is null or c.retired_at >= :end)
          """);

  private final SqlClient database;
  private final HealthBoard health;
  private final Access access;
  private final SiteClock clock;

  CameraIndicators(SqlClient database, HealthBoard health, Access access, SiteClock clock) {
    this.database = database;
    this.health = health;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        IndicatorDefinition.state("CAMERAS", IndicatorTopic.CAMERAS, LAW).parted().byVillage(),
        IndicatorDefinition.state("CAMERAS_CONSENTED", IndicatorTopic.CAMERAS, LAW).byVillage(),
        IndicatorDefinition.state(ONLINE, IndicatorTopic.CAMERAS, LAW).byVillage().onlyNow());
  }

  @Override
  public List<IndicatorCount> events(IndicatorSpan span) {
    return List.of();
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    List<IndicatorCount> counts = new ArrayList<>(ROWS.states(database, span, definitions()));
    counts.addAll(online(span).states(database, span, definitions()));
    return counts;
  }

  @Override
  public boolean opens(IndicatorDefinition indicator, UUID areaId) {
    return access.may(access.person(), areaId, CameraController.READERS);
  }

  @Override
  public List<IndicatorRecord> records(IndicatorQuery query) {
    CountedRows rows = query.indicator().code().equals(ONLINE) ? online(query.span()) : ROWS;
    return rows.records(database, query);
  }

  /// The connected cameras that send pictures; which did on a day that is over is not known.
  private CountedRows online(IndicatorSpan span) {
    boolean now = span.before().isAfter(clock.today());
    String sending =
        health.connected().stream().map(UUID::toString).collect(Collectors.joining(","));
    return new CountedRows(
        "",
        now
            ? """
            select array['CAMERAS_ONLINE'] as indicators, c.id, c.id as object_id, c.code, c.name,
              c.area_id, c.kind as part, cast(c.created_at at time zone :zone as date) as day,
              1 as count
            from cameras.camera c
            where c.kind = 'CONNECTED' and c.retired_at is null
              and c.id = any (cast('{%s}' as uuid[]))
            """
                .formatted(sending)
            : "");
  }
}
