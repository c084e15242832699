package anbinh.programme.activity;

import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.programme.PartnerKind;
import anbinh.programme.ProgrammeEvent;
import anbinh.programme.ProgrammeProblem;
import anbinh.programme.ProgrammeState;
import anbinh.programme.activity.ProgrammeActivity.Entry;
import anbinh.programme.kind.ProgrammeText;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeAreas;
import anbinh.programme.lifecycle.ProgrammeProposalTable;
import anbinh.programme.lifecycle.ProgrammeTable;
import anbinh.programme.lifecycle.Programmes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Has activities of programmes taken down and corrected; rights are the caller's to check. Safe
/// for many threads.
@Component
public class ProgrammeActivities {
  private static final int MAX = 100_000;

  private final ProgrammeActivityTable table;
  private final ProgrammeTable programmes;
  private final Programmes run;
  private final ProgrammeProposalTable proposals;
  private final ProgrammeAreas areas;
  private final Access access;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  ProgrammeActivities(
      ProgrammeActivityTable table,
      ProgrammeTable programmes,
      Programmes run,
      ProgrammeProposalTable proposals,
      ProgrammeAreas areas,
      Access access,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.programmes = programmes;
    this.run = run;
    this.proposals = proposals;
    this.areas = areas;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// An activity as it is sent.
  ///
  /// @param id drawn by who sends it, so that sending it twice makes one; null to have it drawn
  ///   here
  /// @param communeId in whose part it was done, where the programme lies in several communes; null
  ///   for that of who sends it
  public record ActivityForm(
      @Nullable UUID id,
      @Nullable UUID communeId,
      @NotNull LocalDate on,
      @NotBlank @Size(max = 300) String what,
      @NotBlank @Size(max = 200) String place,
      @NotNull @Size(max = 13) List<@NotNull PartnerKind> partners,
      @NotNull @Min(0) @Max(MAX) Integer attended,
      @Nullable @Min(0) @Max(MAX) Integer women,
      @Nullable @Min(0) @Max(MAX) Integer youth,
      @Nullable @Size(max = 2000) String outcome) {}

  /// The same, corrected.
  ///
  /// @param version the one that was seen
  /// @param communeId in whose part it was done; null where that stays
  /// @param reason why it is corrected
  public record ActivityCorrection(
      @NotNull @Min(1) Integer version,
      @Nullable UUID communeId,
      @NotNull LocalDate on,
      @NotBlank @Size(max = 300) String what,
      @NotBlank @Size(max = 200) String place,
      @NotNull @Size(max = 13) List<@NotNull PartnerKind> partners,
      @NotNull @Min(0) @Max(MAX) Integer attended,
      @Nullable @Min(0) @Max(MAX) Integer women,
      @Nullable @Min(0) @Max(MAX) Integer youth,
      @Nullable @Size(max = 2000) String outcome,
      @NotBlank @Size(max = 500) String reason) {
    ActivityForm form() {
      return new ActivityForm(
          null, communeId, on, what, place, partners, attended, women, youth, outcome);
    }
  }

  /// Takes one down; the first one makes its programme active.
  ///
  /// @param communeId in whose part it was done; null for the commune that keeps the programme
  @Transactional
  public ProgrammeActivity add(
      UUID programmeId, ActivityForm requested, @Nullable UUID communeId, Person by) {
    UUID id = requested.id() == null ? ids.next() : requested.id();
    Programme programme = run.lockForUpdate(programmeId);
    List<ProgrammeActivity> sent = table.versions(id);
    if (!sent.isEmpty()) {
      ProgrammeActivity first = sent.getLast();
      if (!first.programmeId().equals(programmeId) || !first.enteredBy().equals(by.id())) {
        throw Problem.invalid("id", "programme-activity-id");
      }
      if (!isSame(first, requested)
          || (requested.communeId() != null
              && !Objects.equals(
                  first.communeId(), areas.requirePart(programme, requested.communeId())))) {
        throw Problem.of(ProgrammeProblem.ACTIVITY_CORRECTED, programme.code());
      }
      return sent.getFirst();
    }
    if (!programme.state().runs()) {
      throw Programmes.wrongState(programme);
    }
    ProgrammeActivity activity =
        activity(
            id, 1, programme, areas.requirePart(programme, communeId), requested, null, by, null);
    table.insert(activity);
    if (programme.state() == ProgrammeState.LAUNCHED) {
      programmes.setState(programmeId, ProgrammeState.ACTIVE);
    }
    log.record(
        Programmes.event(ProgrammeEvent.ACTIVITY_ADDED, programme, by)
            .fact("activity", id)
            .fact("on", activity.on().toString())
            .fact("attended", activity.attended()));
    return activity;
  }

  /// Whether a phone sent the same again: what was changed since it was stored is a correction, and
  /// must not be taken for it.
  private static boolean isSame(ProgrammeActivity stored, ActivityForm sent) {
    return stored.on().equals(sent.on())
        && stored.what().equals(WrittenText.orNull(sent.what()))
        && stored.place().equals(WrittenText.orNull(sent.place()))
        && stored.partners().equals(sent.partners().stream().distinct().toList())
        && stored.attended() == sent.attended()
        && Objects.equals(stored.women(), sent.women())
        && Objects.equals(stored.youth(), sent.youth())
        && Objects.equals(stored.outcome(), WrittenText.orNull(sent.outcome()));
  }

  /// Writes another version, by who took it down or by the officer, until the year's assessment was
  /// confirmed; what stood before stays.
  ///
  /// @param office whether it is the officer of the part in which it was done
  @Transactional
  public ProgrammeActivity correct(
      UUID programmeId,
      UUID activityId,
      ActivityCorrection requested,
      Person by,
      Predicate<ProgrammeActivity> office) {
    Programme programme = run.lockForUpdate(programmeId);
    ProgrammeActivity last =
        table
            .find(activityId)
            .filter(each -> each.programmeId().equals(programmeId))
            .orElseThrow(() -> Problem.of(ProgrammeProblem.NO_SUCH_ACTIVITY));
    if (!last.first().by().equals(by.id()) && !office.test(last)) {
      throw access.refuse(ProgrammeProblem.NOT_YOUR_ACTIVITY, "programme", programmeId);
    }
    @Nullable UUID part =
        requested.communeId() == null
            ? last.communeId()
            : areas.requirePart(programme, requested.communeId());
    ClosedYears closed = closed(programme);
    if (closed.has(last) || closed.has(part, requested.on().getYear())) {
      throw Problem.of(ProgrammeProblem.ACTIVITY_ASSESSED, programme.code());
    }
    if (requested.version() != last.version()) {
      throw Problem.of(ProgrammeProblem.ACTIVITY_CORRECTED, programme.code());
    }
    String reason = WrittenText.orNull(requested.reason());
    if (reason == null) {
      throw Problem.invalid("reason", "required");
    }
    ProgrammeActivity corrected =
        activity(
            activityId,
            last.version() + 1,
            programme,
            part,
            requested.form(),
            reason,
            by,
            last.first());
    table.insert(corrected);
    log.record(
        Programmes.event(ProgrammeEvent.ACTIVITY_CORRECTED, programme, by)
            .fact("activity", activityId)
            .fact("version", corrected.version()));
    return corrected;
  }

  /// The years in which nothing is corrected any more, part by part.
  public ClosedYears closed(Programme programme) {
    return new ClosedYears(
        table.confirmed(programme.id()), commune -> areas.part(programme, commune));
  }

  public List<ProgrammeActivity> list(
      UUID programmeId, @Nullable LocalDate on, @Nullable UUID after, int rows) {
    return table.list(programmeId, on, after, rows);
  }

  /// All versions of one of a programme, newest first.
  public List<ProgrammeActivity> versions(UUID programmeId, UUID activityId) {
    List<ProgrammeActivity> found = table.versions(activityId);
    if (found.isEmpty() || !found.getFirst().programmeId().equals(programmeId)) {
      throw Problem.of(ProgrammeProblem.NO_SUCH_ACTIVITY);
    }
    return found;
  }

  private ProgrammeActivity activity(
      UUID id,
      int version,
      Programme programme,
      @Nullable UUID part,
      ActivityForm requested,
      @Nullable String reason,
      Person by,
      @Nullable Entry first) {
    var problems = new FieldProblems();
    LocalDate launched = programme.launchedOn();
    LocalDate ended = programme.endedOn();
    if (requested.on().isAfter(clock.today())) {
      problems.reject("on", "past-or-present");
    } else if (launched != null && requested.on().isBefore(launched)) {
      problems.reject("on", "programme-before-launch", launched);
    } else if (ended != null && requested.on().isAfter(ended)) {
      problems.reject("on", "programme-after-end", ended);
    }
    proposals.rests(programme.id()).stream()
        .filter(each -> each.has(requested.on()))
        .findFirst()
        .ifPresent(each -> problems.reject("on", "programme-at-rest", each.from()));
    String what = ProgrammeText.written("what", requested.what(), problems);
    String place = ProgrammeText.written("place", requested.place(), problems);
    String outcome = ProgrammeText.optional("outcome", requested.outcome(), problems);
    ProgrammeText.requireNoNumbers("reason", reason, problems);
    checkPart("women", requested.women(), requested.attended(), problems);
    checkPart("youth", requested.youth(), requested.attended(), problems);
    problems.requireNone();
    Instant now = clock.now();
    return new ProgrammeActivity(
        id,
        version,
        programme.id(),
        part,
        requested.on(),
        what,
        place,
        requested.partners().stream().distinct().toList(),
        requested.attended(),
        requested.women(),
        requested.youth(),
        outcome,
        reason,
        by.id(),
        now,
        first == null ? new Entry(by.id(), now) : first);
  }

  private static void checkPart(
      String field, @Nullable Integer part, int attended, FieldProblems problems) {
    if (part != null && part > attended) {
      problems.reject(field, "programme-more-than-came", attended);
    }
  }
}
