package anbinh.oversight.access;

import anbinh.oversight.OversightSettings;
import anbinh.oversight.access.FootageAccessTable.Others;
import anbinh.platform.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Looks, and what is known of cases and colleagues, in memory; FindingsIT runs the real tables.
public final class FootageAccessFixture {
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /// Those of a server that was told nothing else.
  public static final OversightSettings SETTINGS =
      new OversightSettings(
          Duration.ofDays(30),
          Duration.ofDays(90),
          4,
          2000,
          Duration.ofDays(2),
          2000,
          200,
          3,
          6,
          22,
          60,
          3,
          5,
          20,
          2,
          100,
          Duration.ofDays(7));

  public final Looks looks = new Looks();
  public final Book book = new Book();

  @SuppressWarnings("NullAway") // nobody is looked up
  public final Watchers watchers =
      new Watchers(null, null, null, new Site("Xuân An", ZONE, false), SETTINGS);

  /// The table of looks, which a test fills.
  public static final class Looks extends FootageAccessTable {
    private final List<FootageAccess> looks = new ArrayList<>();
    private final Map<UUID, List<FootageAccess>> emergencies = new HashMap<>();
    private Others others = new Others(0, 0);
    private long entries;
    private @Nullable Long usual;

    @SuppressWarnings("NullAway") // there is no database
    Looks() {
      super(null);
    }

    public FootageAccess add(FootageAccess look) {
      looks.add(look);
      return look;
    }

    public void colleagues(long atTarget, long all) {
      others = new Others(atTarget, all);
    }

    /// @param before entries of the day that were counted before
    /// @param ofColleagues what a busy day of theirs has; null where too few days are known
    public void day(long before, @Nullable Long ofColleagues) {
      entries = before;
      usual = ofColleagues;
    }

    public void emergency(UUID id, List<FootageAccess> under) {
      emergencies.put(id, under);
    }

    private List<FootageAccess> select(UUID person, Predicate<FootageAccess> which) {
      return looks.stream().filter(look -> look.person().equals(person)).filter(which).toList();
    }

    @Override
    public List<FootageAccess> uncovered(
        UUID person, FootageAccessKind kind, String target, Instant since) {
      return select(
          person,
          look ->
              look.kind() == kind
                  && look.targetId().equals(target)
                  && look.covered() == Covered.NO
                  && look.firstAt().isAfter(since));
    }

    @Override
    public long uncoveredElsewhere(FootageAccess look, Instant since) {
      return select(
              look.person(),
              other ->
                  other.kind() == look.kind()
                      && !other.targetId().equals(look.targetId())
                      && other.covered() == Covered.NO
                      && other.firstAt().isAfter(since))
          .size();
    }

    @Override
    public Others others(FootageAccess look, Instant since) {
      return others;
    }

    @Override
    public List<FootageAccess> offHours(UUID person, Instant since) {
      return select(
          person,
          look -> look.offHours() && look.covered() == Covered.NO && look.firstAt().isAfter(since));
    }

    @Override
    public List<FootageAccess> ofClosedCase(UUID person, UUID caseId, Instant since) {
      return select(
          person,
          look ->
              look.covered() == Covered.CLOSED_CASE
                  && caseId.equals(look.caseId())
                  && look.firstAt().isAfter(since));
    }

    @Override
    public List<FootageAccess> ofEmergency(UUID emergency) {
      return emergencies.getOrDefault(emergency, List.of());
    }

    @Override
    public long count(Seen seen, LocalDate day) {
      return ++entries;
    }

    @Override
    public Optional<Long> usual(Seen seen, LocalDate day, Duration window, int leastDays) {
      return Optional.ofNullable(usual);
    }

    @Override
    public List<FootageAccess> of(UUID person, FootageAccessKind kind, Instant from, Instant to) {
      return select(
          person,
          look ->
              look.kind() == kind && !look.firstAt().isBefore(from) && look.firstAt().isBefore(to));
    }

    @Override
    public List<FootageAccess> atRequests(UUID person, List<UUID> requests) {
      return select(
          person,
          look ->
              look.kind() == FootageAccessKind.REQUEST
                  && requests.stream().map(UUID::toString).anyMatch(look.targetId()::equals));
    }
  }

  /// What is known of requests for footage.
  public static final class Book extends CaseBook {
    private final Map<UUID, UUID> cases = new HashMap<>();
    private final List<Refused> refused = new ArrayList<>();

    @SuppressWarnings("NullAway") // there is neither a database nor an area
    Book() {
      super(null, null, SETTINGS);
    }

    public void made(UUID request, UUID caseId) {
      cases.put(request, caseId);
    }

    public void refused(UUID request, UUID caseId) {
      refused.add(new Refused(request, caseId));
    }

    @Override
    public List<Refused> refusedBefore(UUID request, Instant since) {
      return List.copyOf(refused);
    }

    @Override
    public Optional<UUID> caseOf(UUID request) {
      return Optional.ofNullable(cases.get(request));
    }
  }
}
