package anbinh.oversight.finding;

import anbinh.identity.home.Homes;
import anbinh.oversight.OversightSettings;
import anbinh.oversight.access.FootageAccess;
import anbinh.oversight.access.FootageAccessKind;
import anbinh.oversight.access.FootageAccessTable;
import anbinh.oversight.access.Ground;
import anbinh.oversight.access.Watchers;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.sql.SqlClient;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds looks near where the person lives that no case covers.
///
/// They are judged by whole weeks, each when the next one is over, and not when they are made, for
/// two reasons. A case may be opened up to a week after a look and cover it. And the public log
/// says by its order what was found after which look: a finding at once would tell everybody that
/// somebody lives near that camera; a week later it tells that one of many people lives near one of
/// many.
@Component
@OnlyWhenServing
class HomeWatch {
  private final Homes homes;
  private final FootageAccessTable looks;
  private final FindingTable table;
  private final Findings findings;
  private final Watchers watchers;
  private final OversightSettings settings;
  private final SqlClient database;

  HomeWatch(
      Homes homes,
      FootageAccessTable looks,
      FindingTable table,
      Findings findings,
      Watchers watchers,
      OversightSettings settings,
      SqlClient database) {
    this.homes = homes;
    this.looks = looks;
    this.table = table;
    this.findings = findings;
    this.watchers = watchers;
    this.settings = settings;
    this.database = database;
  }

  /// Judges the looks of all weeks but this and the last one that were not judged yet, each once:
  /// up to which look that was done is kept in the same transaction.
  @Transactional
  public void judge(Instant now) {
    LocalDate monday = watchers.day(now).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    long judged = position();
    long last = looks.findLastBefore(watchers.begin(monday.minusWeeks(1))).orElse(0L);
    Set<UUID> people = homes.listNoted();
    if (last <= judged) {
      return;
    }
    Map<UUID, Map<FootageAccessKind, List<FootageAccess>>> near = new TreeMap<>();
    for (FootageAccess look : looks.uncoveredPlaced(people, judged, last)) {
      Ground ground = look.ground();
      if (ground != null
          && homes.isNear(
              look.person(), ground.latitude(), ground.longitude(), settings.ownAddressMetres())) {
        near.computeIfAbsent(look.person(), _ -> new EnumMap<>(FootageAccessKind.class))
            .computeIfAbsent(look.kind(), _ -> new ArrayList<>())
            .add(look);
      }
    }
    near.values().forEach(kinds -> kinds.values().forEach(this::found));
    database.update("update oversight.position set next_index = ? where reader = 'homes'", last);
  }

  /// Counts those of the open finding again, to which they are added.
  private void found(List<FootageAccess> found) {
    List<FootageAccess> all = new ArrayList<>();
    table.findOpen(Verdict.ofHome(found)).map(looks::ofFinding).ifPresent(all::addAll);
    all.addAll(found);
    findings.take(Verdict.ofHome(all));
  }

  /// The newest look that was judged.
  private long position() {
    database.update("insert into oversight.position values ('homes', 0) on conflict do nothing");
    return database.get(
        Long.class, "select next_index from oversight.position where reader = 'homes' for update");
  }
}
