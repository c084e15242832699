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
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What reports tell of the connected cameras that send pictures at this moment, which no table
/// has: it is counted each time.
@Component
class OnlineCameraIndicators implements IndicatorSource {
  private final SqlClient database;
  private final HealthBoard health;
  private final Access access;
  private final SiteClock clock;

  OnlineCameraIndicators(SqlClient database, HealthBoard health, Access access, SiteClock clock) {
    this.database = database;
    this.health = health;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        IndicatorDefinition.state("CAMERAS_ONLINE", IndicatorTopic.CAMERAS, CameraIndicators.LAW)
            .byVillage()
            .onlyNow());
  }

  @Override
  public List<IndicatorCount> events(IndicatorSpan span) {
    return List.of();
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    return rows(span).states(database, span, definitions());
  }

  @Override
  public boolean opens(IndicatorDefinition indicator, UUID areaId) {
    return access.may(access.person(), areaId, CameraController.READERS);
  }

  @Override
  public List<IndicatorRecord> records(IndicatorQuery query) {
    return rows(query.span()).records(database, query);
  }

  /// Which sent pictures on a day that is over is not known.
  private CountedRows rows(IndicatorSpan span) {
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
