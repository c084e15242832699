package anbinh.situation.deadlines;

import anbinh.identity.Person;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.kind.FakeKinds;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationTrail.StepMark;
import anbinh.situation.reporter.ReporterIdentity;
import java.time.Instant;
import java.time.InstantSource;
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

/// Reports in memory, what is noted of them, and who is told; SituationsIT runs the real ones.
public final class FakeSituations extends SituationService {
  public static final Instant NOW = Instant.parse("2026-11-27T03:00:00Z");

  private final Map<UUID, Situation> situations = new HashMap<>();
  private final Map<UUID, SituationContent> contents = new HashMap<>();
  private final List<Noted> noted = new ArrayList<>();
  private final SituationDeadlines clock;

  /// @param by null for the reporter and for the server
  public record Noted(
      SituationEvent what, UUID situation, @Nullable UUID by, @Nullable StepMark mark) {}

  @SuppressWarnings("NullAway") // there is no table
  private FakeSituations(SituationDeadlines clock) {
    super(null, null, null, clock, null);
    this.clock = clock;
  }

  public static FakeSituations of(FakeKinds kinds) {
    var clock =
        new SiteClock(
            InstantSource.fixed(NOW), new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true));
    return new FakeSituations(new SituationDeadlines(kinds, clock));
  }

  public SituationDeadlines clock() {
    return clock;
  }

  public Situation add(Situation one, SituationContent content) {
    situations.put(one.id(), one);
    contents.put(one.id(), content);
    return one;
  }

  public List<Noted> noted() {
    return List.copyOf(noted);
  }

  @Override
  public Situation get(UUID id) {
    return find(id).orElseThrow(() -> Problem.of(SituationProblem.NO_SUCH_SITUATION));
  }

  @Override
  public Optional<Situation> find(UUID id) {
    return Optional.ofNullable(situations.get(id));
  }

  @Override
  public Situation lockForUpdate(UUID id) {
    return get(id);
  }

  @Override
  public SituationContent content(Situation one) {
    return Optional.ofNullable(contents.get(one.id()))
        .orElseThrow(() -> Problem.of(SituationProblem.SITUATION_ERASED, one.code()));
  }

  @Override
  public List<Situation> listMergedInto(UUID id) {
    return situations.values().stream().filter(each -> id.equals(each.mergedInto())).toList();
  }

  @Override
  public Situation keep(Situation changed) {
    Situation next = clock.timed(changed.revised());
    situations.put(next.id(), next);
    return next;
  }

  @Override
  public Situation keep(Situation changed, SituationContent content) {
    contents.put(changed.id(), content);
    return keep(changed);
  }

  @Override
  public void note(
      SituationEvent what, Situation one, @Nullable Person by, @Nullable StepMark mark) {
    noted.add(new Noted(what, one.id(), by == null ? null : by.id(), mark));
  }

  /// Who is responsible for reports, as a test says.
  public static final class Officers extends SituationOfficers {
    public boolean opensAsFirst = true;
    public final Set<UUID> withOwnPart = new HashSet<>();
    public final List<UUID> searchedForNames = new ArrayList<>();

    @SuppressWarnings("NullAway") // there is no table
    public Officers() {
      super(null, null, null, null, null);
    }

    @Override
    public boolean opensAsFirst(Person person, Situation one) {
      return opensAsFirst;
    }

    @Override
    public void noteOwnPart(UUID situation, UUID communeId, Person person) {
      withOwnPart.add(person.id());
    }

    @Override
    public void noteParts(
        UUID situation, UUID communeId, SituationContent content, @Nullable ReporterIdentity who) {
      searchedForNames.add(situation);
    }
  }

  /// Which mediations are stopped, and which are told of words.
  public static final class Doubts extends SituationDoubts {
    public final List<UUID> left = new ArrayList<>();
    public final List<String> told = new ArrayList<>();

    @SuppressWarnings("NullAway") // there is no table
    public Doubts() {
      super(null, null, null);
    }

    @Override
    public List<String> written(UUID id) {
      return List.of("words of " + id.getLeastSignificantBits());
    }

    @Override
    public void left(Situation before, Situation after, @Nullable Person by) {
      if (before.state() != after.state()) {
        left.add(before.id());
      }
    }

    @Override
    public void tell(Situation one, Collection<String> words, @Nullable Person by) {
      told.addAll(words);
    }
  }
}
