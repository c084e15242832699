package anbinh.cameras.register;

import anbinh.identity.session.Access;
import anbinh.platform.indicator.CountedIndicators;
import anbinh.platform.indicator.CountedRows;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.platform.sql.SqlClient;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What reports tell of cameras: those in the register at the end of a day by kind, and those of
/// the community whose owners consent by what they had stated by then.
@Component
class CameraIndicators extends CountedIndicators {
  static final String LAW =
      "Luật 91/2025/QH15, Điều 32; QCVN 11:2026/BCA (Thông tư 48/2026/TT-BCA)";

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

  private final Access access;

  CameraIndicators(SqlClient database, Access access) {
    super(database, ROWS);
    this.access = access;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        IndicatorDefinition.state("CAMERAS", IndicatorTopic.CAMERAS, LAW).parted().byVillage(),
        IndicatorDefinition.state("CAMERAS_CONSENTED", IndicatorTopic.CAMERAS, LAW).byVillage());
  }

  @Override
  public List<String> parts(String indicator) {
    return List.of("CONNECTED", "COMMUNITY");
  }

  @Override
  public boolean opens(IndicatorDefinition indicator, UUID areaId) {
    return access.may(access.person(), areaId, CameraController.READERS);
  }
}
