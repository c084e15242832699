package anbinh.mediation.fee;

import anbinh.mediation.dispute.MediationOutcome;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of what mediators get. Safe for many threads.
@Repository
class FeeTable {
  private final SqlClient database;

  FeeTable(SqlClient database) {
    this.database = database;
  }

  /// @param checked whether somebody compared it with the paper
  record Fee(
      UUID id,
      LocalDate from,
      MediationOutcome outcome,
      long dong,
      String source,
      boolean checked) {}

  /// @return whether there was none of that outcome and day
  boolean insert(Fee fee, UUID by, Instant now) {
    return database.update(
            """
            insert into mediation.fee
              (id, from_on, outcome, dong, source, checked, by_id, at)
            values (:id, :from, :outcome, :dong, :source, :checked, :by, :now)
            on conflict do nothing
            """,
            Values.of(fee).and("by", by).and("now", now))
        == 1;
  }

  /// The last ones first.
  List<Fee> list() {
    return database.list(
        Fee.class,
        """
        select id, from_on as "from", outcome, dong, source, checked from mediation.fee
        order by from_on desc, outcome
        """);
  }

  /// A mediation that somebody brought to one of the three ends of article 23.
  record Ended(UUID mediatorId, String name, String code, LocalDate on, MediationOutcome outcome) {}

  /// Those of a village that ended in a time, but for what was taken over from a book on paper.
  List<Ended> listEnded(UUID villageId, LocalDate from, LocalDate until, ZoneId zone) {
    return database.list(
        Ended.class,
        """
        select m.mediator_id, p.name, m.code, m.outcome,
          cast(m.ended_at at time zone :zone as date) as "on"
        from mediation.mediation m join mediation.mediator p on p.id = m.mediator_id
        where m.village_id = :village and m.outcome in ('AGREED', 'NOT_AGREED', 'STOPPED')
          and not m.from_book and m.ended_at >= :from and m.ended_at < :until
        order by p.name, m.ended_at
        """,
        Values.of("zone", zone.getId())
            .and("village", villageId)
            .and("from", from.atStartOfDay(zone).toInstant())
            .and("until", until.atStartOfDay(zone).toInstant()));
  }

  /// What holds of an outcome on a day; null where nothing does.
  static @Nullable Fee held(List<Fee> fees, MediationOutcome outcome, LocalDate day) {
    return fees.stream()
        .filter(each -> each.outcome() == outcome && !each.from().isAfter(day))
        .findFirst()
        .orElse(null);
  }
}
