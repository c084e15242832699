package anbinh.situation.officer;

import anbinh.identity.Person;
import anbinh.platform.Problem;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.deadlines.SituationDoubts;
import anbinh.situation.deadlines.SituationService;
import anbinh.situation.officer.SituationAccess.On;
import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationContent.NoteKind;
import anbinh.situation.report.SituationContent.ReportPoint;
import anbinh.situation.report.SituationContent.SituationNote;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Joins reports that tell of the same. Both stay as they are, with their reporters apart; as long
/// as they are joined, each has the stronger protection of the two, and the one goes on with the
/// other. Safe for many threads.
@Component
class SituationMerging {
  private static final Duration AROUND = Duration.ofHours(6);

  /// Where one of two does not say more than the day, or not even that.
  private static final Duration AROUND_DAY = Duration.ofHours(24);

  private static final int MAX_CANDIDATES = 50;

  /// Of which those are left out that name the reader, before it is said whether there are more.
  private static final int ROWS = 200;

  private final SituationService keeper;
  private final SituationTable table;
  private final SituationGroups groups;
  private final SituationAccess access;
  private final SituationDeadlines clock;
  private final SituationDoubts doubts;

  SituationMerging(
      SituationService keeper,
      SituationTable table,
      SituationGroups groups,
      SituationAccess access,
      SituationDeadlines clock,
      SituationDoubts doubts) {
    this.keeper = keeper;
    this.table = table;
    this.groups = groups;
    this.access = access;
    this.clock = clock;
    this.doubts = doubts;
  }

  /// One that may tell of the same.
  ///
  /// @param metres between the two points; null where one has none
  public record Candidate(Situation situation, @Nullable Integer metres) {}

  /// Those nearest in time.
  ///
  /// @param more whether there are others
  public record Candidates(List<Candidate> found, boolean more) {
    public Candidates {
      found = List.copyOf(found);
    }
  }

  /// Of the same kind and village, some hours around it. Of two points only their distance is told,
  /// and none of one whose content does not open to the reader.
  @Transactional
  public Candidates seek(On on) {
    Situation one = on.situation();
    Instant at = moment(one);
    keeper.read(SituationEvent.DUPLICATES_SOUGHT, one, on.person());
    ReportPoint here = on.reads() ? point(one).orElse(null) : null;
    Duration exact = isVague(one) ? AROUND_DAY : AROUND;
    List<Situation> around =
        table.listAround(one, at, exact, AROUND_DAY, on.person().id(), ROWS).stream()
            .filter(each -> !access.isNamed(each, on.person()))
            .limit(MAX_CANDIDATES + 1)
            .toList();
    return new Candidates(
        around.stream()
            .limit(MAX_CANDIDATES)
            .map(each ->
                new Candidate(each, here == null ? null : distance(here, each, on.person())))
            .toList(),
        around.size() > MAX_CANDIDATES);
  }

  private @Nullable Integer distance(ReportPoint here, Situation other, Person reader) {
    return tellsPlace(other, reader) ? point(other).map(here::metresTo).orElse(null) : null;
  }

  /// Whether how far away another one is may be told: not of one that is guarded, but to whoever
  /// has it.
  static boolean tellsPlace(Situation other, Person reader) {
    return !other.nature().guarded() || reader.id().equals(other.conduct().receiverId());
  }

  private Optional<ReportPoint> point(Situation one) {
    return table
        .findContent(one.id())
        .flatMap(content -> Optional.ofNullable(content.currentVersion().words().point()));
  }

  /// Lets one go on with another one of its commune, both of which the officer has.
  @Transactional
  public void merge(UUID id, UUID intoId, String reason, Person by) {
    List<Situation> both = lockForUpdate(id, intoId);
    Situation situation = both.getFirst();
    Situation into = both.getLast();
    if (intoId.equals(situation.mergedInto())) {
      return;
    }
    boolean fits =
        situation.mergedInto() == null
            && into.mergedInto() == null
            && mayBeSame(situation, into)
            && keeper.listMergedInto(id).isEmpty()
            && !situation.state().over()
            && !into.state().over();
    if (!fits || id.equals(intoId)) {
      throw Problem.of(SituationProblem.SITUATION_MERGE, situation.code());
    }
    requireActing(situation, by);
    requireActing(into, by);
    List<String> words = doubts.written(id);
    note(situation.merged(intoId), NoteKind.MERGING, SituationEvent.MERGED, reason, by);
    note(decidedAgain(into, situation), NoteKind.MERGING, SituationEvent.MERGED, reason, by);
    groups.level(keeper.get(id));
    groups.level(keeper.get(intoId));
    groups.shareParts(keeper.get(intoId));
    doubts.tell(keeper.get(intoId), words, by);
    doubts.left(situation, keeper.get(id), by);
    doubts.left(into, keeper.get(intoId), by);
  }

  /// What was decided of one was not decided of the other: together they are to be decided again,
  /// in the term of the one that nobody decided. What is with mediators stays with them, since they
  /// go on and nobody else could be asked a second time; not so where the other one presses.
  private static Situation decidedAgain(Situation into, Situation situation) {
    boolean mediated =
        into.state() == SituationState.SENT_TO_MEDIATION
            && !situation.nature().urgent()
            && !situation.nature().guarded();
    return into.state().decided() && !situation.state().decided() && !mediated
        ? into.with(
            SituationState.ACKNOWLEDGED,
            into.conduct().undecided(situation.conduct().acknowledgedAt()))
        : into;
  }

  /// Whether two may tell of the same: of one kind and commune, of one village as far as both say,
  /// and near each other in time. An unwelcome one does not end in one that tells of something
  /// else.
  private static boolean mayBeSame(Situation one, Situation other) {
    UUID village = one.place().villageId();
    UUID otherVillage = other.place().villageId();
    Duration apart = Duration.between(moment(one), moment(other)).abs();
    Duration most = Stream.of(one, other).anyMatch(SituationMerging::isVague) ? AROUND_DAY : AROUND;
    return one.place().communeId().equals(other.place().communeId())
        && one.nature().kind().equals(other.nature().kind())
        && (village == null || otherVillage == null || village.equals(otherVillage))
        && apart.compareTo(most) <= 0;
  }

  private static boolean isVague(Situation one) {
    return one.times().precision() == HappenedPrecision.DAY
        || one.times().precision() == HappenedPrecision.UNKNOWN;
  }

  private static Instant moment(Situation one) {
    Instant happened = one.times().happenedAt();
    return happened == null ? one.times().notedAt() : happened;
  }

  /// Takes a merging back: each is again as it was by itself, its clock running on.
  @Transactional
  public void separate(UUID id, String reason, Person by) {
    UUID intoId = keeper.get(id).mergedInto();
    if (intoId == null) {
      throw Problem.of(SituationProblem.SITUATION_ELSEWHERE, keeper.get(id).code());
    }
    List<Situation> both = lockForUpdate(id, intoId);
    Situation situation = both.getFirst();
    Situation into = both.getLast();
    if (!intoId.equals(situation.mergedInto())) {
      throw Problem.of(SituationProblem.SITUATION_ELSEWHERE, situation.code());
    }
    requireActing(into, by);
    note(
        situation.merged(null).with(situation.nature().guardedWith(false)),
        NoteKind.SEPARATION,
        SituationEvent.SEPARATED,
        reason,
        by);
    note(into, NoteKind.SEPARATION, SituationEvent.SEPARATED, reason, by);
    groups.level(keeper.get(intoId));
  }

  /// In the order of their identifiers, so that two officers do not wait for each other; given back
  /// in the order asked for.
  private List<Situation> lockForUpdate(UUID one, UUID other) {
    List<Situation> situations =
        Stream.of(one, other).distinct().sorted().map(keeper::lockForUpdate).toList();
    return situations.getFirst().id().equals(one) ? situations : situations.reversed();
  }

  private void requireActing(Situation situation, Person by) {
    if (!access.on(situation, by).acts()) {
      throw access.refuse(situation.id());
    }
  }

  private void note(Situation next, NoteKind kind, SituationEvent what, String reason, Person by) {
    var note = new SituationNote(clock.now(), by.id(), kind, null, false, null, reason);
    SituationContent content = keeper.content(next).noted(note);
    Situation kept = keeper.keep(next, content);
    keeper.note(what, kept, by, null);
  }
}
