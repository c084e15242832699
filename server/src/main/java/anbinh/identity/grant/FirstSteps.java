package anbinh.identity.grant;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.IdentityEvent;
import anbinh.identity.Role;
import anbinh.platform.sql.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The only exception to the confirmation by another administrator: while there never were two
/// administrators of the whole site, nobody could confirm what the first one grants.
///
/// They begin when the server makes the first administrator. For [#LAST] that one grants without
/// confirmation; then only the second administrator's role. They end for ever with the second
/// administrator, also where that one is set inactive again, and begin anew only by a file that
/// whoever keeps the machine lays into the data folder. Methods need a transaction.
@Component
public class FirstSteps {
  static final Duration LAST = Duration.ofDays(14);

  private final SqlClient database;
  private final InstantSource clock;
  private final AuditLog log;

  FirstSteps(SqlClient database, InstantSource clock, AuditLog log) {
    this.database = database;
    this.clock = clock;
    this.log = log;
  }

  /// Begins them with the first administrator.
  public void begin() {
    database.update("insert into identity.first_steps (began_at) values (?)", clock.instant());
  }

  /// Begins them again where fewer than two administrators of the whole site are left, for the
  /// second administrator's role alone; false where there are two, or none ever began.
  public boolean beginAgain() {
    boolean again =
        administrators() < 2
            && database.update(
                    "update identity.first_steps set began_at = ?, ended_at = null",
                    clock.instant().minus(LAST))
                > 0;
    if (again) {
      log.record(Event.of(IdentityEvent.FIRST_STEPS_AGAIN));
    }
    return again;
  }

  /// Whether an administrator of the whole site grants this role without a confirmation, since
  /// there is nobody who could give it. Others wait until it was granted.
  boolean allow(Role role, @Nullable UUID areaId) {
    Optional<Instant> began =
        database.find(
            Instant.class,
            "select began_at from identity.first_steps where ended_at is null for update");
    if (began.isEmpty() || administrators() > 1 || areOver()) {
      return false;
    }
    return clock.instant().isBefore(earliest(began.get()).plus(LAST))
        || (role == Role.ADMINISTRATOR && areaId == null);
  }

  /// Whether the log tells that they ended, whatever stands in the database.
  private boolean areOver() {
    return findLast(IdentityEvent.FIRST_STEPS_ENDED)
        .filter(ended ->
            findLast(IdentityEvent.FIRST_STEPS_AGAIN)
                .filter(again -> again.compareTo(ended) > 0)
                .isEmpty())
        .isPresent();
  }

  /// The last event of a type; identifiers rise.
  private Optional<UUID> findLast(IdentityEvent type) {
    var events = new ArrayList<UUID>();
    log.forEach(type, page -> page.forEach(event -> events.add(event.id())));
    return events.stream().max(Comparator.naturalOrder());
  }

  /// They began with the first account at the latest, whatever stands in the database.
  private Instant earliest(Instant began) {
    var times = new ArrayList<>(List.of(began));
    log.forEach(
        IdentityEvent.PERSON_CREATED, page -> page.forEach(event -> times.add(event.time())));
    return Collections.min(times);
  }

  /// Ends them where there are two administrators of the whole site by now.
  void endWithSecond(@Nullable Actor by) {
    if (administrators() > 1
        && database.update(
                "update identity.first_steps set ended_at = ? where ended_at is null",
                clock.instant())
            > 0) {
      log.record(Event.of(IdentityEvent.FIRST_STEPS_ENDED).by(by));
    }
  }

  /// Active ones of the whole site, without an end.
  private long administrators() {
    return database.get(
        Long.class,
        """
        select count(*) from identity.person p join identity.role_grant g on g.person_id = p.id
        where p.active and p.area_id is null and g.role = 'ADMINISTRATOR'
          and g.last_day is null
        """);
  }
}
