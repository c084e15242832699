package anbinh.areas;

import anbinh.platform.sql.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Today's communes with every name that leads to them, for whoever looks for theirs without asking
/// the server. Safe for many threads.
@Component
public class CommuneNames {
  private static final String NAMES =
      """
      with recursive today (old_id, id) as (
        select old_id, new_id from areas.succession
        union
        select t.old_id, s.new_id from areas.succession s join today t on s.old_id = t.id)
      select c.id, c.code, c.name, c.kind, array(
        select distinct n.name || coalesce(' (' || o.district || ')', '')
        from areas.area_name n join areas.area o on o.id = n.area_id
        where o.kind in ('COMMUNE', 'WARD')
          and ((n.area_id = c.id and n.valid_to is not null)
            or n.area_id in (select t.old_id from today t where t.id = c.id))
        order by 1) as former
      from areas.area c
      where c.valid_to is null and c.kind in ('COMMUNE', 'WARD')
      order by c.name, c.code
      """;

  private static final Duration KEPT = Duration.ofMinutes(1);

  private final SqlClient database;
  private final InstantSource clock;
  private volatile Kept kept = new Kept(Instant.MIN, List.of());

  CommuneNames(SqlClient database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Kept(Instant at, List<NamedCommune> communes) {}

  /// @param former names that it, or a commune that it took over, had; with the district where that
  ///   is known
  public record NamedCommune(
      UUID id, String code, String name, AreaKind kind, List<String> former) {
    public NamedCommune {
      former = List.copyOf(former);
    }
  }

  /// As they were within the last minute: anybody may ask, and ask often.
  public List<NamedCommune> list() {
    Instant now = clock.instant();
    Kept known = kept;
    if (known.at().isBefore(now.minus(KEPT))) {
      known = new Kept(now, List.copyOf(database.list(NamedCommune.class, NAMES)));
      kept = known;
    }
    return known.communes();
  }
}
