package anbinh.demo.province;

import anbinh.platform.Site;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationSettings;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.kind.SituationKind;
import anbinh.situation.kind.SituationKinds;
import anbinh.situation.officer.SituationHandling;
import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.Situation;
import anbinh.situation.report.Situation.Conduct;
import anbinh.situation.report.Situation.Due;
import anbinh.situation.report.Situation.Marks;
import anbinh.situation.report.Situation.Nature;
import anbinh.situation.report.Situation.Place;
import anbinh.situation.report.Situation.Times;
import anbinh.situation.report.SituationBatch;
import anbinh.situation.report.SituationChannel;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationContent.NoteKind;
import anbinh.situation.report.SituationContent.ReportVersion;
import anbinh.situation.report.SituationContent.ReportWords;
import anbinh.situation.report.SituationContent.ReportedCircumstances;
import anbinh.situation.report.SituationContent.ReportedNature;
import anbinh.situation.report.SituationContent.SituationNote;
import anbinh.situation.report.SituationContent.VersionStatus;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationTable;
import anbinh.situation.report.SituationTrail.Step;
import anbinh.situation.report.SituationTrail.StepMark;
import anbinh.situation.reporter.ReporterIdentity;
import anbinh.situation.reporter.ReporterStore;
import anbinh.situation.reporter.ReporterStore.Reported;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills a demonstration with reports of situations as they would stand today: what is yet to come
/// of one is left out, and what would be erased by now is not there. Safe for many threads.
@Component
public class SituationHistorySeeder {
  private final SituationTable table;
  private final SituationBatch batch;
  private final ReporterStore reporters;
  private final SituationKinds kinds;
  private final SituationDeadlines clock;
  private final SituationSettings settings;
  private final Site site;

  SituationHistorySeeder(
      SituationTable table,
      SituationBatch batch,
      ReporterStore reporters,
      SituationKinds kinds,
      SituationDeadlines clock,
      SituationSettings settings,
      Site site) {
    this.table = table;
    this.batch = batch;
    this.reporters = reporters;
    this.kinds = kinds;
    this.clock = clock;
    this.settings = settings;
    this.site = site;
  }

  /// A report that is made up, with its whole course.
  ///
  /// @param channel, outcome by the names of [SituationChannel] and [SituationState]
  /// @param reporter the account of who reported; null without one
  /// @param officer who has it
  public record SyntheticSituation(
      UUID id,
      String code,
      String channel,
      UUID communeId,
      @Nullable UUID villageId,
      @Nullable UUID teamId,
      String kind,
      boolean injured,
      SyntheticTimes times,
      boolean changed,
      @Nullable UUID reporter,
      @Nullable String reporterName,
      @Nullable String phone,
      SyntheticWords words,
      UUID officer,
      String outcome,
      @Nullable String authority) {}

  public record SyntheticTimes(
      Instant happenedAt,
      Instant notedAt,
      Instant receivedAt,
      Instant acknowledgedAt,
      Instant writtenAt,
      Instant decidedAt,
      Instant closedAt) {}

  public record SyntheticWords(
      String seen, String told, String toldBy, String place, String decision, String end) {}

  /// Adds reports, all or, where the first is there, none. They come in the order of their receipt;
  /// those that were not received yet are left out, and the few whose code another one drew.
  ///
  /// @return how many were added
  @Transactional
  public int add(List<SyntheticSituation> invented) {
    site.requireDemonstration();
    if (invented.isEmpty() || table.find(invented.getFirst().id()).isPresent()) {
      return 0;
    }
    Instant now = clock.now();
    Map<String, SituationKind> known = new HashMap<>();
    kinds.list(clock.today()).forEach(each -> known.put(each.code(), each));
    Set<String> taken = batch.taken(invented.stream().map(SyntheticSituation::code).toList());
    var rows = new ArrayList<SituationBatch.Row>();
    var reported = new ArrayList<Reported>();
    for (SyntheticSituation each : invented) {
      SituationKind kind = known.get(each.kind());
      boolean free = !taken.contains(each.code());
      if (kind != null && free && !each.times().receivedAt().isAfter(now)) {
        SituationBatch.Row row = new Course(each, kind, now).row();
        rows.add(row);
        reported.add(
            new Reported(
                each.id(),
                new ReporterIdentity(each.reporter(), each.reporterName(), each.phone(), null),
                row.content() == null));
      }
    }
    batch.insert(rows);
    reporters.insert(reported);
    return rows.size();
  }

  /// How far a report has come.
  private final class Course {
    private final SyntheticSituation of;
    private final SyntheticTimes at;
    private final SituationChannel channel;
    private final Nature nature;
    private final Instant now;
    private final boolean byOfficer;
    private final List<Step> steps = new ArrayList<>();
    private final List<SituationNote> notes = new ArrayList<>();
    private int revision = 1;

    Course(SyntheticSituation of, SituationKind kind, Instant now) {
      this.of = of;
      this.at = of.times();
      this.channel = SituationChannel.valueOf(of.channel());
      boolean urgent = kind.urgent() || of.injured();
      this.nature =
          new Nature(
              kind.code(), false, of.injured(), urgent, kind.guarded(), kind.guarded(), null);
      this.now = now;
      this.byOfficer = channel == SituationChannel.OFFICER;
    }

    SituationBatch.Row row() {
      boolean late = at.happenedAt().plus(SituationHandling.LATE).isBefore(at.receivedAt());
      Conduct conduct = Conduct.waiting(at.receivedAt());
      SituationState state = SituationState.SUBMITTED;
      steps.add(
          new Step(
              at.receivedAt(),
              SituationEvent.SUBMITTED,
              byOfficer ? of.officer() : null,
              late ? StepMark.LATE : null));
      if (of.changed() && !byOfficer) {
        step(at.receivedAt().plusSeconds(60), SituationEvent.CHANGED, null, StepMark.CHANGED);
      }
      if (isPast(at.acknowledgedAt())) {
        state = SituationState.ACKNOWLEDGED;
        conduct = conduct.received(of.officer(), at.acknowledgedAt());
        step(at.acknowledgedAt(), SituationEvent.ACKNOWLEDGED, of.officer(), null);
        if (nature.urgent() && isPast(at.writtenAt())) {
          conduct = conduct.written(at.writtenAt());
          step(at.writtenAt(), SituationEvent.WRITTEN, of.officer(), null);
          note(at.writtenAt(), NoteKind.WRITTEN_REPORT, null, of.words().decision());
        }
        if (isPast(at.decidedAt())) {
          state = SituationState.valueOf(of.outcome());
          conduct = conduct.decided(state, null, at.decidedAt());
          decide(state);
          if (!state.over() && isPast(at.closedAt())) {
            state = SituationState.CLOSED;
            conduct = conduct.closed(at.closedAt());
            step(at.closedAt(), SituationEvent.CLOSED, of.officer(), null);
            note(at.closedAt(), NoteKind.CLOSURE, null, of.words().end());
          }
        }
      }
      Instant erasedAt = erasedAt(conduct.closedAt());
      var times =
          new Times(
              at.happenedAt(), HappenedPrecision.ABOUT, at.notedAt(), at.receivedAt(), 0, late);
      var place = new Place(of.communeId(), of.villageId());
      var made =
          new Situation(
              of.id(),
              of.code(),
              channel,
              place,
              of.teamId(),
              nature,
              state,
              revision,
              times,
              conduct,
              new Marks(of.changed() && !byOfficer, null, null),
              null,
              Due.NOTHING,
              erasedAt);
      return new SituationBatch.Row(
          due(made), erasedAt == null ? content(place, times) : null, steps);
    }

    private void decide(SituationState state) {
      boolean referred =
          state == SituationState.REFERRED_POLICE || state == SituationState.REFERRED_OTHER;
      boolean retracted = state == SituationState.RETRACTED;
      step(
          at.decidedAt(),
          retracted
              ? SituationEvent.RETRACTION_DECIDED
              : referred ? SituationEvent.REFERRED : SituationEvent.RESOLVED,
          of.officer(),
          null);
      note(
          at.decidedAt(),
          retracted
              ? NoteKind.RETRACTION_DECISION
              : referred ? NoteKind.REFERRAL : NoteKind.RESOLUTION,
          referred ? of.authority() : null,
          of.words().decision());
    }

    private boolean isPast(Instant moment) {
      return !moment.isAfter(now);
    }

    private void step(
        Instant when, SituationEvent what, @Nullable UUID by, @Nullable StepMark mark) {
      steps.add(new Step(when, what, by, mark));
      revision++;
    }

    private void note(Instant when, NoteKind what, @Nullable String authority, String words) {
      notes.add(new SituationNote(when, of.officer(), what, null, false, authority, words));
    }

    private @Nullable Instant erasedAt(@Nullable Instant closedAt) {
      Instant end = closedAt == null ? Instant.MAX : closedAt.plus(settings.keep());
      return end.isAfter(now) ? null : end;
    }

    /// What is due of one that is open; who is above was told of what is overdue.
    private Situation due(Situation made) {
      if (made.state().over()) {
        return made;
      }
      Situation timed = clock.timed(made);
      Instant dueAt = timed.due().at();
      return dueAt == null || dueAt.isAfter(now)
          ? timed
          : timed.with(new Due(timed.due().what(), dueAt, dueAt));
    }

    private SituationContent content(Place place, Times times) {
      SyntheticWords words = of.words();
      return new SituationContent(
          List.of(
              new ReportVersion(
                  1,
                  at.receivedAt(),
                  byOfficer ? of.officer() : null,
                  null,
                  VersionStatus.CURRENT,
                  new ReportedNature(of.kind(), false, of.injured()),
                  new ReportedCircumstances(place, at.happenedAt(), times, false),
                  new ReportWords(
                      words.seen(), words.told(), words.toldBy(), words.place(), null, List.of()))),
          1,
          notes);
    }
  }
}
