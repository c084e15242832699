package anbinh.situation.intake;

import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import anbinh.platform.Problem;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.deadlines.SituationDoubts;
import anbinh.situation.deadlines.SituationOfficers;
import anbinh.situation.deadlines.SituationService;
import anbinh.situation.flag.SituationFlags;
import anbinh.situation.intake.SituationReceipt.SituationTaken;
import anbinh.situation.kind.SituationKind;
import anbinh.situation.kind.SituationKinds;
import anbinh.situation.media.SituationMediaTable;
import anbinh.situation.media.SituationMedium;
import anbinh.situation.officer.SituationGroups;
import anbinh.situation.officer.SituationHandling;
import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.NewSituation;
import anbinh.situation.report.Situation;
import anbinh.situation.report.Situation.Conduct;
import anbinh.situation.report.Situation.Due;
import anbinh.situation.report.Situation.Marks;
import anbinh.situation.report.Situation.Nature;
import anbinh.situation.report.Situation.Place;
import anbinh.situation.report.Situation.Times;
import anbinh.situation.report.SituationChannel;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationContent.NoteKind;
import anbinh.situation.report.SituationContent.ReportVersion;
import anbinh.situation.report.SituationContent.ReportedCircumstances;
import anbinh.situation.report.SituationContent.SituationNote;
import anbinh.situation.report.SituationContent.VersionStatus;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationTable;
import anbinh.situation.report.SituationTrail;
import anbinh.situation.report.SituationTrail.StepMark;
import anbinh.situation.reporter.ReporterIdentity;
import anbinh.situation.reporter.ReporterStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes reports in, and what their reporters send later. Sending twice is sending once; what comes
/// when an officer has the report never takes the place of what the officer reads. Rights are the
/// caller's to check. Safe for many threads.
@Component
public class SituationIntake {
  /// A clock may run a little ahead.
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final int MINUTE = 60;
  private static final int MAX_SKEW_MINUTES = Integer.MAX_VALUE / MINUTE;

  private final SituationTable table;
  private final SituationTrail trail;
  private final SituationService keeper;
  private final SituationDeadlines clock;
  private final SituationKinds kinds;
  private final SituationMediaTable media;
  private final ReporterStore reporters;
  private final SituationOfficers officers;
  private final SituationFlags flags;
  private final SituationGroups groups;
  private final SituationDoubts doubts;
  private final Areas areas;

  SituationIntake(
      SituationTable table,
      SituationTrail trail,
      SituationService keeper,
      SituationDeadlines clock,
      SituationKinds kinds,
      SituationMediaTable media,
      ReporterStore reporters,
      SituationOfficers officers,
      SituationFlags flags,
      SituationGroups groups,
      SituationDoubts doubts,
      Areas areas) {
    this.table = table;
    this.trail = trail;
    this.keeper = keeper;
    this.clock = clock;
    this.kinds = kinds;
    this.media = media;
    this.reporters = reporters;
    this.officers = officers;
    this.flags = flags;
    this.groups = groups;
    this.doubts = doubts;
    this.areas = areas;
  }

  /// From whom a report comes.
  ///
  /// @param teamId of a team's member
  /// @param sender the account that sends it, by which it is known again; null without one
  /// @param officer who takes it down and has it from then on; null on other ways
  /// @param guards whether who reports wants it guarded, whatever its kind
  public record Source(
      SituationChannel channel,
      ReporterIdentity reporter,
      @Nullable UUID teamId,
      @Nullable Person sender,
      @Nullable Person officer,
      boolean guards) {
    /// Of somebody with an account.
    public Source(
        SituationChannel channel,
        ReporterIdentity reporter,
        @Nullable UUID teamId,
        Person sender,
        @Nullable Person officer) {
      this(channel, reporter, teamId, sender, officer, false);
    }

    /// Of somebody without one, whom the caller knows again.
    public static Source without(
        SituationChannel channel, ReporterIdentity reporter, boolean guards) {
      return new Source(channel, reporter, null, null, null, guards);
    }
  }

  /// Takes a report, or what was changed of one.
  @Transactional
  public SituationReceipt take(UUID id, NewSituation sent, Source from) {
    table.holdId(id);
    Situation known = keeper.find(id).orElse(null);
    if (known == null) {
      return takeNew(id, sent, from);
    }
    if (!isTheirs(known, from, sender -> reporters.isBy(id, sender))) {
      throw Problem.of(SituationProblem.SITUATION_ID_TAKEN);
    }
    return takeChange(known, sent, from);
  }

  /// Whether a report may be changed from there: by the account that sent it, on the same way; of
  /// one that an officer took down, by the officer to whom the reporter opens.
  static boolean isTheirs(Situation known, Source from, Predicate<Person> sentBy) {
    Person officer = from.officer();
    Person sender = from.sender();
    return officer == null
        ? known.channel() == from.channel() && sender != null && sentBy.test(sender)
        : known.channel() == SituationChannel.OFFICER
            && officer.id().equals(known.conduct().identityOfficerId());
  }

  private SituationReceipt takeNew(UUID id, NewSituation sent, Source from) {
    SituationKind kind = check(sent, from.guards());
    Instant now = clock.now();
    var content =
        SituationContent.of(
            new ReportVersion(
                1,
                now,
                from.officer() == null ? null : from.officer().id(),
                sent.deviceTime(),
                VersionStatus.CURRENT,
                sent.nature(),
                circumstances(sent, now),
                sent.words()));
    var made =
        new Situation(
            id,
            keeper.newCode(),
            from.channel(),
            new Place(sent.communeId(), sent.villageId()),
            from.teamId(),
            nature(kind, sent, from.guards()),
            SituationState.SUBMITTED,
            1,
            times(sent, now),
            Conduct.waiting(now),
            Marks.NONE,
            null,
            Due.NOTHING,
            null);
    Situation timed = clock.timed(made);
    table.insert(timed, content);
    reporters.insert(id, from.reporter(), from.sender() == null && from.officer() == null);
    announce(id, sent, now);
    officers.noteParts(id, sent.communeId(), content, from.reporter());
    keeper.note(
        SituationEvent.SUBMITTED,
        timed,
        from.officer(),
        made.times().late() ? StepMark.LATE : null);
    keeper.passUpDanger(timed);
    Situation kept = receiveAtOnce(timed, from.officer());
    flags.note(kept, content);
    return receipt(kept, SituationTaken.NEW);
  }

  /// What is guarded, whoever wants it so, is urgent too.
  static Nature nature(SituationKind kind, NewSituation sent, boolean guards) {
    boolean guarded = kind.guarded() || guards;
    boolean urgent = kind.urgent() || guarded || sent.danger() || sent.injured();
    return new Nature(kind.code(), sent.danger(), sent.injured(), urgent, guarded, guarded, null);
  }

  /// An officer who takes a report down has it, unless they have a part in it.
  private Situation receiveAtOnce(Situation made, @Nullable Person officer) {
    if (officer == null || trail.conflicts(made.id()).contains(officer.id())) {
      return made;
    }
    Situation kept =
        keeper.keep(
            made.with(
                SituationState.ACKNOWLEDGED, made.conduct().received(officer.id(), clock.now())));
    keeper.note(SituationEvent.ACKNOWLEDGED, kept, officer, null);
    return kept;
  }

  private SituationReceipt takeChange(Situation known, NewSituation sent, Source from) {
    SituationContent content = keeper.content(known);
    ReportedCircumstances circumstances = circumstances(sent, clock.now());
    // Also as an earlier one: a phone that had no answer sends an old one after a new one.
    ReportVersion same =
        content.versions().stream()
            .filter(each -> each.says(sent.nature(), circumstances, sent.words()))
            .reduce((_, last) -> last)
            .orElse(null);
    SituationKind kind = same == null ? check(sent, known.nature().ownGuarded()) : null;
    announce(known.id(), sent, clock.now());
    if (kind == null) {
      // Also whose first answer was lost learns that it lies beside.
      boolean waits = same != null && same.status() == VersionStatus.BESIDE;
      return receipt(known, waits ? SituationTaken.BESIDE : SituationTaken.SAME);
    }
    boolean beside = liesBeside(known);
    UUID by = from.officer() == null ? null : from.officer().id();
    SituationContent changed =
        content.changed(
            clock.now(), by, sent.deviceTime(), sent.nature(), circumstances, sent.words(), beside);
    Nature raised = raised(known.nature(), kind, sent, beside, clock.now());
    Situation next =
        beside
            ? attended(known).with(raised).awayFromMediation()
            : known
                .with(raised)
                .with(known.marks().withChange())
                .with(
                    new Place(sent.communeId(), sent.villageId()),
                    times(sent, clock.now()).receivedAt(known.times().receivedAt()));
    Situation kept = keeper.keep(next, changed);
    officers.noteParts(
        known.id(), kept.place().communeId(), changed, reporters.find(known.id()).orElse(null));
    SituationEvent what = beside ? SituationEvent.CHANGED_BESIDE : SituationEvent.CHANGED;
    keeper.note(what, kept, from.officer(), StepMark.CHANGED);
    doubts.tell(kept, sent.words().texts(), from.officer());
    doubts.left(known, kept, from.officer());
    flags.note(kept, changed);
    groups.level(kept);
    groups.shareParts(kept);
    return receipt(kept, beside ? SituationTaken.BESIDE : SituationTaken.CHANGED);
  }

  /// Whether a change does not take the place of what an officer reads, but waits beside it.
  static boolean liesBeside(Situation known) {
    return known.state() != SituationState.SUBMITTED || known.mergedInto() != null;
  }

  /// What protects only grows by what a reporter sends, who may be made to send it; an officer says
  /// what it is.
  static Nature raised(
      Nature before, SituationKind kind, NewSituation sent, boolean beside, Instant now) {
    boolean danger = before.danger() || sent.danger();
    boolean injured = before.injured() || sent.injured();
    boolean guarded = before.ownGuarded() || kind.guarded();
    boolean urgent = before.urgent() || kind.urgent() || danger || injured;
    return new Nature(
        beside ? before.kind() : kind.code(),
        danger,
        injured,
        urgent,
        guarded,
        guarded || before.guarded(),
        urgent && !before.urgent() ? now : before.raisedAt());
  }

  /// Adds words to it, also after the end, where an officer is told.
  @Transactional
  public SituationReceipt add(
      UUID id, UUID additionId, @Nullable Instant said, String words, Person by) {
    return add(holdOwn(id, by), additionId, said, words, null);
  }

  /// The same for who shows that it is theirs by other means: the answer to an officer's question
  /// that they had read, as far as it still waits for one.
  ///
  /// @param question when it was asked; null for words that answer none
  @Transactional
  public SituationReceipt say(UUID id, UUID additionId, String words, @Nullable Instant question) {
    Situation situation = keeper.lockForUpdate(id);
    boolean answers = question != null && keeper.content(situation).waitsFor(question);
    return add(situation, additionId, null, words, answers ? question : null);
  }

  private SituationReceipt add(
      Situation situation,
      UUID additionId,
      @Nullable Instant said,
      String words,
      @Nullable Instant question) {
    UUID id = situation.id();
    if (!trail.insertAddition(additionId, id)) {
      if (!trail.hasAddition(additionId, id)) {
        throw Problem.of(SituationProblem.SITUATION_ID_TAKEN);
      }
      return receipt(situation, SituationTaken.SAME);
    }
    Instant now = clock.now();
    Instant occurredAt = said != null && said.isAfter(now) ? now : said;
    boolean late = occurredAt != null && occurredAt.plus(SituationHandling.LATE).isBefore(now);
    boolean answers = question != null;
    NoteKind what = answers ? NoteKind.ANSWER : NoteKind.ADDITION;
    var note = new SituationNote(now, null, what, occurredAt, late, null, words, question);
    boolean over = situation.state().over();
    SituationContent content = keeper.content(situation).noted(note);
    Situation kept = keeper.keep(attended(situation), content);
    officers.noteParts(id, situation.place().communeId(), content, reporters.find(id).orElse(null));
    StepMark mark = late ? StepMark.LATE : over ? StepMark.AFTER_END : null;
    keeper.note(answers ? SituationEvent.ANSWERED : SituationEvent.ADDED, kept, null, mark);
    doubts.tell(kept, List.of(words), null);
    flags.note(kept, content);
    groups.shareParts(kept);
    return receipt(kept, SituationTaken.NEW);
  }

  /// Asks to take it back, which an officer decides; asking twice is asking once, also after that.
  @Transactional
  public SituationReceipt askRetraction(UUID id, String reason, Person by) {
    return askRetraction(holdOwn(id, by), reason);
  }

  /// The same for who shows that it is theirs by other means.
  @Transactional
  public SituationReceipt askRetraction(UUID id, String reason) {
    return askRetraction(keeper.lockForUpdate(id), reason);
  }

  private SituationReceipt askRetraction(Situation situation, String reason) {
    if (situation.state() == SituationState.RETRACTED
        || situation.marks().retractionAskedAt() != null) {
      return receipt(situation, SituationTaken.SAME);
    }
    Instant now = clock.now();
    var note = new SituationNote(now, null, NoteKind.RETRACTION_ASKED, null, false, null, reason);
    boolean over = situation.state().over();
    Situation asked = over ? situation : situation.with(situation.marks().withRetraction(now));
    SituationContent content = keeper.content(situation).noted(note);
    Situation kept = keeper.keep(attended(asked), content);
    officers.noteParts(
        situation.id(),
        situation.place().communeId(),
        content,
        reporters.find(situation.id()).orElse(null));
    keeper.note(SituationEvent.RETRACTION_ASKED, kept, null, over ? StepMark.AFTER_END : null);
    flags.note(kept, content);
    groups.shareParts(kept);
    return receipt(kept, SituationTaken.NEW);
  }

  /// Says at the report, and at the one with which it goes on, that something waits to be read.
  private Situation attended(Situation one) {
    UUID into = one.mergedInto();
    if (into != null) {
      Situation main = keeper.lockForUpdate(into);
      keeper.keep(main.with(main.marks().withAttention(clock.now())));
    }
    return one.state() == SituationState.SUBMITTED
        ? one
        : one.with(one.marks().withAttention(clock.now()));
  }

  /// The files that a report announced and that have not arrived.
  public List<UUID> listWaiting(UUID id) {
    return SituationReceipt.waiting(media.list(id));
  }

  /// A file of one arrived, in the caller's transaction.
  void mediaArrived(Situation situation) {
    boolean over = situation.state().over();
    boolean waits = over || situation.state().decided() || situation.mergedInto() != null;
    Situation kept = keeper.keep(waits ? attended(situation) : situation);
    keeper.note(SituationEvent.MEDIA_ARRIVED, kept, null, over ? StepMark.AFTER_END : null);
  }

  /// One of somebody's own; another's does not exist for them.
  Situation holdOwn(UUID id, Person by) {
    if (!reporters.isBy(id, by)) {
      throw Problem.of(SituationProblem.NO_SUCH_SITUATION);
    }
    return keeper.lockForUpdate(id);
  }

  private void announce(UUID id, NewSituation sent, Instant now) {
    var problems = new FieldProblems();
    for (int i = 0; i < sent.announced().size(); i++) {
      if (!media.announce(id, sent.announced().get(i), now)) {
        problems.reject("media[" + i + "].id", "situation-media-taken");
      }
    }
    List<SituationMedium> all = media.list(id);
    if (all.stream().filter(each -> each.withdrawnAt() == null).count() > NewSituation.MAX_MEDIA
        || all.size() > NewSituation.MAX_ANNOUNCED) {
      problems.reject("media", "situation-media-many", NewSituation.MAX_MEDIA);
    }
    problems.requireNone();
  }

  static ReportedCircumstances circumstances(NewSituation sent, Instant now) {
    return new ReportedCircumstances(
        new Place(sent.communeId(), sent.villageId()),
        sent.happenedAt(),
        times(sent, now),
        isAhead(sent.notedAt().plusSeconds(skew(sent, now)), now)
            || (sent.precision() == HappenedPrecision.ABOUT && isAhead(happened(sent, now), now)));
  }

  private SituationReceipt receipt(Situation one, SituationTaken outcome) {
    return new SituationReceipt(
        one.id(),
        one.code(),
        outcome,
        one.revision(),
        one.times().receivedAt(),
        one.times().skewSeconds(),
        SituationReceipt.waiting(media.list(one.id())));
  }

  private SituationKind check(NewSituation sent, boolean guards) {
    var problems = new FieldProblems();
    SituationKind kind = kinds.find(sent.kind().strip(), clock.today()).orElse(null);
    if (kind == null) {
      problems.reject("kind", "situation-kind");
    }
    if (areas.findPresent(sent.communeId()).filter(each -> each.kind().isCommune()).isEmpty()) {
      problems.reject("communeId", "situation-commune");
    }
    UUID village = sent.villageId();
    if (village != null
        && (areas.findPresent(village).isEmpty()
            || village.equals(sent.communeId())
            || !areas.contains(sent.communeId(), village))) {
      problems.reject("villageId", "situation-village");
    }
    problems.addAll(contentProblems(sent, guards || (kind != null && kind.guarded())));
    if (!problems.isEmpty() || kind == null) {
      throw Problem.invalid(problems);
    }
    return kind;
  }

  /// What is wrong with what is said. Nobody's safety waits for words.
  static List<FieldProblem> contentProblems(NewSituation sent, boolean guarded) {
    var problems = new FieldProblems();
    boolean needsTime =
        sent.precision() == HappenedPrecision.ABOUT || sent.precision() == HappenedPrecision.DAY;
    if (needsTime && sent.happenedAt() == null) {
      problems.reject("happenedAt", "required");
    }
    boolean spared = guarded || sent.danger() || sent.injured();
    if (!spared && sent.saysNothing()) {
      problems.reject("seen", "situation-empty");
    }
    return problems;
  }

  private static boolean isAhead(@Nullable Instant at, Instant now) {
    return at != null && at.isAfter(now.plus(AHEAD));
  }

  /// The device's times, put right by the server's clock at the time of receipt. A clock that was
  /// wrong keeps no report from coming in: what has not come yet is as of the receipt.
  private static Times times(NewSituation sent, Instant now) {
    int skew = skew(sent, now);
    Instant present = now.truncatedTo(ChronoUnit.MINUTES);
    Instant noted = sent.notedAt().plusSeconds(skew);
    Instant notedAt = noted.isAfter(present) ? present : noted;
    Instant happened = happened(sent, now);
    Instant happenedAt = happened != null && happened.isAfter(present) ? present : happened;
    Instant earliest = happenedAt == null ? notedAt : happenedAt;
    boolean late = earliest.plus(SituationHandling.LATE).isBefore(now);
    return new Times(happenedAt, sent.precision(), notedAt, now, skew, late);
  }

  /// "Now" is by the device's clock; what somebody says of another time is, unless it has not come
  /// yet, when the clock must have been wrong.
  private static @Nullable Instant happened(NewSituation sent, Instant now) {
    int skew = skew(sent, now);
    Instant said = sent.happenedAt();
    return switch (sent.precision()) {
      case NOW -> sent.notedAt().plusSeconds(skew);
      case UNKNOWN -> null;
      case ABOUT, DAY ->
          said == null ? null : said.isAfter(now) ? said.plusSeconds(Math.min(skew, 0)) : said;
    };
  }

  /// In whole minutes, as the device's time is known.
  private static int skew(NewSituation sent, Instant now) {
    Instant device = sent.deviceTime();
    if (device == null) {
      return 0;
    }
    long minutes = Math.floorDiv(Duration.between(device, now).toSeconds(), MINUTE);
    return MINUTE * Math.clamp(minutes, -MAX_SKEW_MINUTES, MAX_SKEW_MINUTES);
  }
}
