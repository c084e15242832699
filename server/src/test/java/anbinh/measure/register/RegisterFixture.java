package anbinh.measure.register;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.PROVINCE;
import static anbinh.identity.session.AccessFixture.VILLAGE;
import static anbinh.identity.session.AccessFixture.person;

import anbinh.areas.unit.FakeAreas;
import anbinh.audit.event.RecordedLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import anbinh.measure.MeasureSettings;
import anbinh.measure.register.MeasureForms.HelperEnd;
import anbinh.platform.Ids;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.team.member.FakeMembership;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A commune with those who keep measures, help and decide, without a server.
final class RegisterFixture {
  static final LocalDate TODAY = FakeMeasures.TODAY;
  static final LocalDate UNTIL = TODAY.plusDays(90);

  final Person keeper = person(1, COMMUNE, Role.COMMUNITY_OFFICER);
  final Person colleague = person(2, COMMUNE, Role.COMMUNITY_OFFICER);
  final Person chair = person(3, COMMUNE, Role.CHAIR);
  final Person helper = person(4, VILLAGE, Role.MEDIATOR);
  final Person another = person(5, VILLAGE, Role.VILLAGE_HEAD);
  final Person above = person(6, PROVINCE, Role.CHAIR);
  final AccessFixture fixture = new AccessFixture();
  final FakePeople people = new FakePeople();
  final FakeMembership membership = new FakeMembership();
  final FakeAreas areas = FakeAreas.withCommunes();
  final RecordedLog log = new RecordedLog();
  final HelperRows helperRows = new HelperRows();
  final MeasureSettings settings =
      new MeasureSettings(
          15, 5, 24, Duration.ofDays(180), Duration.ofHours(24), Duration.ofHours(1));
  final SiteClock clock =
      new SiteClock(
          InstantSource.fixed(NOW), new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true));
  private final Ids ids = new Ids(InstantSource.fixed(NOW), new Random(1));
  final FakeMeasures table;
  final MeasureAccess access;

  /// Who helps with which measure.
  static final class HelperRows extends MeasureHelperTable {
    private final Map<UUID, List<MeasureHelper>> rows = new HashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    HelperRows() {
      super(null);
    }

    @Override
    void insert(UUID measure, MeasureHelper one, UUID by) {
      rows.computeIfAbsent(measure, _ -> new ArrayList<>()).add(one);
    }

    private void replace(UUID id, @Nullable UUID account, @Nullable HelperEnd cause) {
      rows.values()
          .forEach(all ->
              all.replaceAll(each ->
                  each.id().equals(id)
                      ? new MeasureHelper(
                          id,
                          account == null ? each.personId() : account,
                          each.memberId(),
                          each.since(),
                          cause)
                      : each));
    }

    @Override
    void account(UUID id, UUID person) {
      replace(id, person, null);
    }

    @Override
    void end(UUID id, HelperEnd cause, Instant now) {
      replace(id, null, cause);
    }

    @Override
    List<MeasureHelper> list(UUID measure) {
      return List.copyOf(rows.getOrDefault(measure, List.of()));
    }
  }

  RegisterFixture(Path folder) {
    table = new FakeMeasures(folder);
    access =
        new MeasureAccess(table, helperRows, membership, fixture.access(), areas, people, clock);
    List.of(keeper, colleague, chair, helper, another, above).forEach(people::add);
    fixture.signIn(keeper);
  }

  @SuppressWarnings("NullAway") // nothing is recorded nor erased
  MeasureHelp help() {
    var measures =
        new Measures(
            table, null, access, null, settings, areas, fixture.access(), people, clock, log);
    return new MeasureHelp(
        measures,
        table,
        helperRows,
        new MeasureHelpers(access, membership, people, areas, clock),
        access,
        clock,
        ids);
  }

  @SuppressWarnings("NullAway") // no rule is shown
  MeasureResponseMapper mapper() {
    return new MeasureResponseMapper(
        table, helperRows, access, null, settings, membership, areas, people, clock);
  }

  Measure measure(MeasureState state) {
    return table.add(keeper.id(), state, UNTIL, false, null, null);
  }

  Measure inForce() {
    return measure(MeasureState.IN_FORCE);
  }

  /// Has somebody help with one by their account.
  UUID helps(Measure one, Person who) {
    UUID id = new UUID(13, helperRows.list(one.id()).size() + 1L);
    helperRows.insert(one.id(), new MeasureHelper(id, who.id(), null, NOW, null), keeper.id());
    return id;
  }

  static Person named(int number, String name, UUID area, Role... roles) {
    Person one = person(number, area, roles);
    return new Person(
        one.id(),
        one.username(),
        name,
        one.roles(),
        area,
        "vi",
        one.pseudonym(),
        true,
        false,
        false,
        Map.of(),
        Instant.EPOCH);
  }
}
