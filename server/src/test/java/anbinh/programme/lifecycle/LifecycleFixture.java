package anbinh.programme.lifecycle;

import anbinh.areas.AreaKind;
import anbinh.areas.unit.FakeAreas;
import anbinh.audit.event.RecordedLog;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.Ids;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.programme.ProgrammeState;
import anbinh.programme.lifecycle.ProgrammeContent.ProgrammePartner;
import anbinh.programme.lifecycle.ProgrammeProposal.Decision;
import anbinh.programme.lifecycle.ProgrammeProposal.Kind;
import anbinh.programme.lifecycle.ProgrammeProposal.Outcome;
import anbinh.programme.lifecycle.ProgrammeProposalTable.Rest;
import anbinh.programme.lifecycle.ProgrammeVersionTable.Writer;
import anbinh.programme.lifecycle.ProgrammeVersionTable.Written;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Programmes in memory, in a province with two communes and three villages; ProgrammesIT runs the
/// real tables.
public final class LifecycleFixture implements AutoCloseable {
  public static final UUID ID = new UUID(6, 1);
  public static final UUID KIND = new UUID(6, 2);
  public static final UUID COMMUNE = AccessFixture.COMMUNE;
  public static final UUID OTHER_COMMUNE = AccessFixture.OTHER_COMMUNE;
  public static final UUID VILLAGE = AccessFixture.VILLAGE;
  public static final UUID NEIGHBOUR = new UUID(1, 5);
  public static final UUID OTHER_VILLAGE = new UUID(1, 6);
  public static final LocalDate LAUNCHED = LocalDate.of(2024, 5, 20);

  public final FakeAreas areas = new FakeAreas();
  public final FakePeople people = new FakePeople();
  public final RecordedLog log = new RecordedLog();
  public final AccessFixture access = new AccessFixture();
  public final FakeProgrammeTable table = new FakeProgrammeTable();
  public final FakeProposalTable proposals = new FakeProposalTable();
  public final FakeVersionTable versions = new FakeVersionTable();
  public final ProgrammeAreas places = new ProgrammeAreas(areas, table);
  public final SiteClock clock;
  public final Ids ids;
  public final Programmes programmes;
  private Instant now = Instant.EPOCH;

  @SuppressWarnings("NullAway") // nothing is proposed here
  public LifecycleFixture() {
    InstantSource source = () -> now;
    clock = new SiteClock(source, new Site("Thanh Hóa", ZoneOffset.UTC, false));
    ids = new Ids(source, new Random(1));
    programmes =
        new Programmes(
            table,
            versions,
            proposals,
            null,
            null,
            places,
            null,
            people,
            access.access(),
            ids,
            clock,
            log);
    areas.add(AccessFixture.PROVINCE, "38", AreaKind.PROVINCE, null);
    areas.add(COMMUNE, "38.1", AreaKind.COMMUNE, AccessFixture.PROVINCE);
    areas.add(OTHER_COMMUNE, "38.2", AreaKind.COMMUNE, AccessFixture.PROVINCE);
    areas.add(VILLAGE, "38.1.1", AreaKind.RESIDENTIAL_AREA, COMMUNE);
    areas.add(NEIGHBOUR, "38.1.2", AreaKind.RESIDENTIAL_AREA, COMMUNE);
    areas.add(OTHER_VILLAGE, "38.2.1", AreaKind.RESIDENTIAL_AREA, OTHER_COMMUNE);
    versions.texts.put(1, content("Họp đủ", "Không cháy nổ"));
    on("2026-02-01");
  }

  public void on(String day) {
    now = Instant.parse(day + "T09:00:00Z");
  }

  public static ProgrammeContent content(String... criteria) {
    return new ProgrammeContent(
        "Giữ bình yên", List.of(), List.of(criteria), List.<ProgrammePartner>of(), List.of());
  }

  /// One of a village, or of what else a test names.
  public Programme programme(ProgrammeState state, UUID... lies) {
    return table.put(
        new Programme(
            ID,
            "MH-0001",
            KIND,
            1,
            COMMUNE,
            lies.length == 0 ? List.of(VILLAGE) : List.of(lies),
            "Nhà trọ tự quản",
            state,
            1,
            state == ProgrammeState.PROPOSED ? null : LAUNCHED,
            null,
            false,
            null));
  }

  /// Another one, of some areas and a kind, from a day on.
  public Programme beside(UUID id, UUID kind, LocalDate launched, UUID commune, UUID... lies) {
    return table.put(
        new Programme(
            id,
            "MH-0002",
            kind,
            1,
            commune,
            List.of(lies),
            "Tiếng kẻng an ninh",
            ProgrammeState.ACTIVE,
            1,
            launched,
            null,
            false,
            null));
  }

  public static ProgrammeProposal proposal(Kind kind, int version, @Nullable LocalDate accepted) {
    return new ProgrammeProposal(
        new UUID(6, 100 + version),
        ID,
        kind,
        version,
        null,
        new UUID(2, 90),
        new UUID(2, 90),
        Instant.EPOCH,
        accepted == null
            ? null
            : new Decision(
                Outcome.ACCEPTED, null, new UUID(2, 91), Instant.EPOCH, "1", accepted, null));
  }

  @Override
  public void close() {
    access.close();
  }

  /// The table of programmes in memory.
  public static final class FakeProgrammeTable extends ProgrammeTable {
    private final Map<UUID, Programme> programmes = new HashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    FakeProgrammeTable() {
      super(null, null);
    }

    public Programme put(Programme programme) {
      programmes.put(programme.id(), programme);
      return programme;
    }

    private void set(
        UUID id, ProgrammeState state, @Nullable LocalDate endedOn, boolean recommended) {
      Programme of = find(id).orElseThrow();
      put(
          new Programme(
              id,
              of.code(),
              of.kindId(),
              of.kindVersion(),
              of.communeId(),
              of.areaIds(),
              of.name(),
              state,
              of.version(),
              of.launchedOn(),
              endedOn,
              recommended,
              of.parentId()));
    }

    @Override
    public Optional<Programme> find(UUID id) {
      return Optional.ofNullable(programmes.get(id));
    }

    @Override
    public Optional<Programme> findForUpdate(UUID id) {
      return find(id);
    }

    @Override
    public void setState(UUID id, ProgrammeState state) {
      Programme of = find(id).orElseThrow();
      set(id, state, of.endedOn(), of.recommended());
    }

    @Override
    public void recommend(UUID id, boolean recommended) {
      Programme of = find(id).orElseThrow();
      set(id, of.state(), of.endedOn(), recommended);
    }

    @Override
    public void end(UUID id, LocalDate on) {
      set(id, ProgrammeState.ENDED, on, false);
    }

    @Override
    public Set<UUID> wholeCommunes(Collection<UUID> areas) {
      Set<UUID> found = new HashSet<>();
      programmes.values().stream()
          .filter(each -> each.wholeCommune() && areas.contains(each.communeId()))
          .forEach(each -> found.add(each.communeId()));
      return found;
    }

    @Override
    public List<Programme> listRunning(
        @Nullable Collection<UUID> areas, LocalDate from, LocalDate to) {
      return programmes.values().stream()
          .filter(each -> areas == null || each.areaIds().stream().anyMatch(areas::contains))
          .filter(each -> runs(each, from, to))
          .toList();
    }

    private static boolean runs(Programme of, LocalDate from, LocalDate to) {
      LocalDate launched = of.launchedOn();
      LocalDate ended = of.endedOn();
      return launched != null && !launched.isAfter(to) && (ended == null || !ended.isBefore(from));
    }
  }

  /// What a test says was proposed and when a programme rested.
  public static final class FakeProposalTable extends ProgrammeProposalTable {
    public final List<ProgrammeProposal> all = new ArrayList<>();
    public final List<Rest> rests = new ArrayList<>();

    @SuppressWarnings("NullAway") // there is no database
    FakeProposalTable() {
      super(null);
    }

    @Override
    public Optional<ProgrammeProposal> findPending(UUID programmeId) {
      return all.stream().filter(each -> each.decision() == null).findFirst();
    }

    @Override
    public List<ProgrammeProposal> list(UUID programmeId) {
      return all.reversed();
    }

    @Override
    public List<Rest> rests(UUID programmeId) {
      return rests;
    }

    @Override
    public Optional<LocalDate> findFirstRest(UUID programmeId) {
      return rests.stream().map(Rest::from).findFirst();
    }
  }

  /// The texts that a test says, by version.
  public static final class FakeVersionTable extends ProgrammeVersionTable {
    public final Map<Integer, ProgrammeContent> texts = new HashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    FakeVersionTable() {
      super(null);
    }

    @Override
    public List<Writer> writers(Collection<UUID> programmes) {
      return List.of();
    }

    @Override
    public Written get(UUID programmeId, int version) {
      return new Written(
          programmeId,
          version,
          null,
          Objects.requireNonNull(texts.get(version)),
          null,
          new UUID(2, 90),
          Instant.EPOCH);
    }
  }
}
