package anbinh.mediation.dispute;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.VILLAGE;
import static anbinh.identity.session.AccessFixture.person;

import anbinh.areas.unit.FakeAreas;
import anbinh.audit.event.RecordedLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import anbinh.mediation.Basis;
import anbinh.mediation.DisputeKind;
import anbinh.mediation.MediationSettings;
import anbinh.mediation.cue.ViolenceCues;
import anbinh.mediation.dispute.Mediation.Conduct;
import anbinh.mediation.dispute.Mediation.Ending;
import anbinh.mediation.dispute.Mediation.Entry;
import anbinh.mediation.dispute.Mediation.Reception;
import anbinh.mediation.dispute.MediationContent.MediationParty;
import anbinh.mediation.team.FakeTeams;
import anbinh.mediation.team.MediationTeam;
import anbinh.platform.DataFolder;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The mediations of a village and those who have to do with them, without a server.
final class DisputeFixture {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  static final UUID TEAM = new UUID(4, 1);
  static final UUID NGA = new UUID(6, 1);
  static final UUID SON = new UUID(6, 2);
  static final UUID TUNG = new UUID(6, 3);

  /// Words that tell of violence in a family.
  static final String VIOLENT = "Tối qua chồng đánh vợ gãy tay.";

  final Person leader = person(1, VILLAGE, Role.MEDIATOR);
  final Person colleague = person(2, VILLAGE, Role.MEDIATOR);
  final Person head = person(3, VILLAGE, Role.VILLAGE_HEAD);
  final Person officer = person(4, COMMUNE, Role.COMMUNITY_OFFICER);
  final Person second = person(5, COMMUNE, Role.COMMUNITY_OFFICER);
  final AccessFixture access = new AccessFixture();
  final FakePeople people = new FakePeople();
  final FakeTeams teams = new FakeTeams();
  final FakeAreas areas = FakeAreas.withCommunes();
  final RecordedLog log = new RecordedLog();
  final Rows table;
  final MediationAccess mediationAccess;
  final Mediations mediations;
  final MediationReviews reviews;
  private int made;

  /// Mediations in memory, as they are kept.
  static final class Rows extends MediationTable {
    final Map<UUID, Mediation> rows = new HashMap<>();
    final Map<UUID, MediationContent> contents = new HashMap<>();
    final Map<UUID, Set<UUID>> excluded = new HashMap<>();
    final Map<UUID, List<Step>> steps = new HashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    Rows(Path folder) {
      super(null, DataFolder.beside(folder));
    }

    @Override
    void save(Mediation one, MediationContent content, @Nullable LocalDate dueOn) {
      contents.put(one.id(), content);
      save(one, dueOn);
    }

    @Override
    void save(Mediation one, @Nullable LocalDate dueOn) {
      rows.put(one.id(), one);
    }

    @Override
    public Optional<Mediation> find(UUID id) {
      return Optional.ofNullable(rows.get(id));
    }

    @Override
    Optional<Mediation> findForUpdate(UUID id) {
      return find(id);
    }

    @Override
    Optional<MediationContent> findContent(UUID id) {
      return Optional.ofNullable(contents.get(id));
    }

    @Override
    int nextEntry(UUID villageId, int year) {
      return 77;
    }

    @Override
    Map<UUID, String> initials(Collection<UUID> some) {
      Map<UUID, String> initials = new HashMap<>();
      some.forEach(each -> initials.put(each, "Ph.V.Ấ."));
      return initials;
    }

    @Override
    void addStep(UUID id, Step step) {
      steps.computeIfAbsent(id, _ -> new ArrayList<>()).add(step);
    }

    @Override
    List<Step> listSteps(UUID id) {
      return List.copyOf(steps.getOrDefault(id, List.of()));
    }

    @Override
    void exclude(UUID id, UUID mediator) {
      excluded.computeIfAbsent(id, _ -> new HashSet<>()).add(mediator);
    }

    @Override
    Set<UUID> excluded(UUID id) {
      return Set.copyOf(excluded.getOrDefault(id, Set.of()));
    }
  }

  DisputeFixture(Path folder) {
    var clock =
        new SiteClock(
            InstantSource.fixed(NOW), new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true));
    table = new Rows(folder);
    mediationAccess = new MediationAccess(table, teams, access.access());
    mediations =
        new Mediations(
            table, mediationAccess, new MediationSettings(3, Duration.ofDays(1826)), clock, log);
    reviews =
        new MediationReviews(mediations, table, access.access(), people, clock, new ViolenceCues());
    List.of(leader, colleague, head, officer, second).forEach(people::add);
    teams.add(
        new MediationTeam(
            TEAM,
            VILLAGE,
            false,
            null,
            true,
            List.of(
                FakeTeams.serving(TEAM, 1, "Trịnh Thị Nga", true, leader.id()),
                FakeTeams.serving(TEAM, 2, "Hà Văn Sơn", false, colleague.id()),
                FakeTeams.serving(TEAM, 3, "Lê Xuân Tùng", false, null))));
  }

  /// One that the leader took down the day before yesterday.
  Mediation received(DisputeKind kind, String... parties) {
    made++;
    var one =
        new Mediation(
            new UUID(5, made),
            "HG-2026-000" + made,
            VILLAGE,
            null,
            Basis.PARTY_ASKS,
            kind,
            new Reception(TODAY.minusDays(2), leader.id(), Instant.EPOCH),
            false,
            MediationState.RECEIVED,
            null,
            new Entry(2026, made, Instant.EPOCH),
            Conduct.NONE,
            Ending.NONE,
            null);
    List<String> names = parties.length == 0 ? List.of("Phạm Văn Ất") : List.of(parties);
    var content =
        MediationContent.received(
            names.stream().map(each -> new MediationParty(each, "Xóm 2", null)).toList(),
            "Bờ rào.",
            List.of());
    table.save(one, content, null);
    return one;
  }

  Mediation received() {
    return received(DisputeKind.BOUNDARY);
  }

  /// The same, assigned yesterday to the colleague, and where it stands.
  Mediation colleagues(MediationState state) {
    Mediation one =
        received().with(state, Conduct.NONE.assigned(SON, TODAY.minusDays(1), TODAY.plusDays(2)));
    if (state == MediationState.FOLLOW_UP) {
      one = one.with(state, Ending.agreed(NOW, TODAY.plusDays(20)));
    }
    table.save(one, null);
    return one;
  }

  Mediation keep(Mediation one) {
    table.save(one, null);
    return one;
  }

  Mediation now(Mediation one) {
    return mediations.get(one.id());
  }

  MediationContent content(Mediation one) {
    return mediations.content(one);
  }
}
