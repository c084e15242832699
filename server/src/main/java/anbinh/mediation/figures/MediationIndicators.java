package anbinh.mediation.figures;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.indicator.CountedIndicators;
import anbinh.platform.indicator.CountedRows;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.platform.sql.SqlClient;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What reports tell of mediations, by commune and never by village, so that what is guarded counts
/// in unseen. Without agreement are those that were stopped, too.
@Component
class MediationIndicators extends CountedIndicators {
  private static final String LAW = "Luật 35/2013/QH13, Điều 15, 29; Nghị định 15/2014/NĐ-CP";

  /// An auditor knows that there is one, and not how it ended.
  private static final Set<String> KNOWN_TO_AUDITORS =
      Set.of("MEDIATIONS_RECEIVED", "MEDIATIONS_PENDING");

  /// The commune's officer knows what was passed on, and not whether parties agreed.
  private static final Set<String> KNOWN_TO_OFFICERS =
      Set.of(
          "MEDIATIONS_RECEIVED", "MEDIATIONS_PENDING", "MEDIATIONS_ENDED", "MEDIATIONS_PASSED_ON");

  private static final CountedRows ROWS =
      new CountedRows(
          """
          select case what
              when 'RECEIVED' then array['MEDIATIONS_RECEIVED']
              when 'AGREED' then array['MEDIATIONS_ENDED', 'MEDIATIONS_AGREED']
              when 'ESCALATED' then array['MEDIATIONS_PASSED_ON']
              when 'REFERRED' then array['MEDIATIONS_PASSED_ON']
              else array['MEDIATIONS_ENDED', 'MEDIATIONS_NOT_AGREED'] end as indicators,
            id, id as object_id, code, cast(null as text) as name, village_id as area_id,
            cast(null as text) as part, cast(counted.at at time zone :zone as date) as day, 1 as count
          from mediation.counted counted
          where counted.at >= :start and counted.at < :end
          """,
          """
          select array['MEDIATIONS_PENDING'] as indicators, id, id as object_id, code,
            cast(null as text) as name, village_id as area_id, cast(null as text) as part,
            cast(entered_at at time zone :zone as date) as day, 1 as count
          from mediation.pending(:end)
          """);

  private final Access access;

  MediationIndicators(SqlClient database, Access access) {
    super(database, ROWS);
    this.access = access;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        definition("MEDIATIONS_RECEIVED"),
        definition("MEDIATIONS_ENDED"),
        definition("MEDIATIONS_AGREED").partOf("MEDIATIONS_ENDED"),
        definition("MEDIATIONS_NOT_AGREED").partOf("MEDIATIONS_ENDED"),
        IndicatorDefinition.share(
            "MEDIATION_SUCCESS_SHARE",
            IndicatorTopic.MEDIATION,
            "MEDIATIONS_AGREED",
            "MEDIATIONS_ENDED",
            LAW),
        definition("MEDIATIONS_PASSED_ON"),
        IndicatorDefinition.state("MEDIATIONS_PENDING", IndicatorTopic.MEDIATION, LAW)
            .hidingSmall());
  }

  private static IndicatorDefinition definition(String code) {
    return IndicatorDefinition.events(code, IndicatorTopic.MEDIATION, LAW).hidingSmall();
  }

  @Override
  public boolean opens(IndicatorDefinition indicator, UUID areaId) {
    Person person = access.person();
    return (KNOWN_TO_OFFICERS.contains(indicator.code())
            && access.may(person, areaId, Role.COMMUNITY_OFFICER))
        || (KNOWN_TO_AUDITORS.contains(indicator.code())
            && !person.has(Role.MEDIATOR)
            && access.may(person, areaId, Role.AUDITOR));
  }
}
