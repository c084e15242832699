package anbinh.measure.register;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.measure.MeasureEvent;
import anbinh.measure.MeasureSettings;
import anbinh.platform.SiteClock;
import anbinh.seal.tree.Hash;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Seals measures that ended, erases them when their time is over, and certifies it. Of an erased
/// one only counts are left. Safe for many threads.
@Component
class MeasureErasure {
  /// How long who recorded one sees that it was not confirmed.
  private static final Duration KEPT_REFUSED = Duration.ofDays(7);

  private final MeasureTable table;
  private final MeasureCountTable counts;
  private final MeasureSettings settings;
  private final SiteClock clock;
  private final AuditLog log;

  MeasureErasure(
      MeasureTable table,
      MeasureCountTable counts,
      MeasureSettings settings,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.counts = counts;
    this.settings = settings;
    this.clock = clock;
    this.log = log;
  }

  /// Seals what ended, erases what was kept long enough, and what nobody confirmed in time.
  ///
  /// @return how many there were
  @Transactional
  public int keepTime() {
    LocalDate today = clock.today();
    Instant now = clock.now();
    List<Measure> ended = table.listEnded(today);
    for (Measure each : ended) {
      if (each.minor()) {
        certify(each, each.span().until().plusDays(settings.keep().toDays() + 1));
        counts.take(each.id());
      } else {
        table.seal(each.id(), now);
      }
    }
    List<Measure> unconfirmed =
        table.listUnconfirmed(today, now.minus(settings.confirmWithin(), ChronoUnit.DAYS));
    unconfirmed.forEach(each -> erase(each, MeasureState.LAPSED));
    List<Measure> old = table.listToErase(today.minusDays(settings.keep().toDays()));
    for (Measure each : old) {
      certify(each, today);
      counts.take(each.id());
    }
    int refused = table.deleteUnconfirmed(now.minus(KEPT_REFUSED));
    return ended.size() + unconfirmed.size() + old.size() + refused + certifyMonth(today);
  }

  /// Erases what was not confirmed; that it was not is seen for some days more.
  void erase(Measure measure, MeasureState state) {
    certify(measure, clock.today());
    table.erase(measure.id(), state, clock.now());
  }

  /// Puts into the log what was to be erased before this month, minors' and adults' together.
  private int certifyMonth(LocalDate today) {
    List<String> hashes = table.takeCertificates(today.withDayOfMonth(1));
    if (!hashes.isEmpty()) {
      log.record(Event.of(MeasureEvent.ERASED).fact("sha256", hashes));
    }
    return hashes.size();
  }

  /// Notes what is erased now for the log, which has it later and of no measure by itself: leaves
  /// are public, and the time of one would be an end date.
  private void certify(Measure measure, LocalDate dueOn) {
    byte[] cipher = table.findCipher(measure.id()).orElseThrow();
    table.addCertificate(Hash.sha256(cipher), dueOn);
  }
}
