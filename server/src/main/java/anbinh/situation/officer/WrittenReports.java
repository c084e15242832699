package anbinh.situation.officer;

import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.platform.Problem;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationService;
import anbinh.situation.officer.SituationAccess.Above;
import anbinh.situation.officer.SituationView.SituationNoteView;
import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationContent.NoteKind;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationTrail;
import anbinh.situation.report.SituationsAbove;
import anbinh.situation.report.SituationsAbove.WrittenSituation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The written reports of urgent situations, for the officers above for whom they are written. Of a
/// report they open nothing else: not what its reporter wrote, and not who that is. Safe for many
/// threads.
@Component
class WrittenReports {
  /// Rows that are read at once, however few are requested.
  private static final int MIN_READ = 50;

  private final SituationsAbove above;
  private final SituationAccess access;
  private final SituationService keeper;
  private final SituationTrail trail;
  private final SituationResponseMapper views;
  private final Areas areas;

  WrittenReports(
      SituationsAbove above,
      SituationAccess access,
      SituationService keeper,
      SituationTrail trail,
      SituationResponseMapper views,
      Areas areas) {
    this.above = above;
    this.access = access;
    this.keeper = keeper;
    this.trail = trail;
    this.views = views;
    this.areas = areas;
  }

  /// A written report as the list of those above shows it: nothing of what is in it.
  ///
  /// @param readAt when one of them first read it; null while none did
  record WrittenReport(
      UUID id,
      String code,
      UUID communeId,
      String communeName,
      boolean danger,
      SituationState state,
      Instant writtenAt,
      @Nullable Instant readAt) {}

  /// One that is read.
  ///
  /// @param villageName null where the reporter does not know
  /// @param reports as they were written, oldest first: after a reopening there is another one
  record WrittenReportDetails(
      UUID id,
      String code,
      UUID communeId,
      String communeName,
      @Nullable String villageName,
      String kind,
      boolean danger,
      boolean injured,
      SituationState state,
      @Nullable Instant happenedAt,
      HappenedPrecision precision,
      Instant receivedAt,
      List<SituationNoteView> reports) {
    WrittenReportDetails {
      reports = List.copyOf(reports);
    }

    @Override
    public String toString() {
      return "WrittenReportDetails[" + code + "]";
    }
  }

  /// Those that the reader may be shown, read on until there are enough: no part of a list is short
  /// by what names them.
  List<WrittenSituation> list(
      Set<UUID> communes, Person reader, @Nullable Instant at, @Nullable UUID before, int rows) {
    var shown = new ArrayList<WrittenSituation>();
    Instant fromAt = at;
    UUID from = before;
    while (true) {
      int read = Math.max(rows, MIN_READ);
      List<WrittenSituation> found = above.listWritten(communes, reader.id(), fromAt, from, read);
      Set<UUID> named =
          access.namedIn(found.stream().map(each -> each.situation().id()).toList(), reader);
      found.stream()
          .filter(each -> !named.contains(each.situation().id()))
          .limit(rows - shown.size())
          .forEach(shown::add);
      if (shown.size() == rows || found.size() < read) {
        return shown;
      }
      fromAt = found.getLast().writtenAt();
      from = found.getLast().situation().id();
    }
  }

  List<WrittenReport> show(List<WrittenSituation> shown) {
    Map<UUID, String> names =
        areas.names(
            shown.stream()
                .map(each -> each.situation().place().communeId())
                .collect(Collectors.toSet()));
    return shown.stream().map(each -> report(each, names)).toList();
  }

  private static WrittenReport report(WrittenSituation each, Map<UUID, String> names) {
    Situation one = each.situation();
    UUID commune = one.place().communeId();
    return new WrittenReport(
        one.id(),
        one.code(),
        commune,
        names.getOrDefault(commune, ""),
        one.nature().danger(),
        one.state(),
        each.writtenAt(),
        each.readAt());
  }

  /// Every reading is an entry of the log; the first of each officer is in the report's history.
  @Transactional
  WrittenReportDetails read(UUID id) {
    Above by = access.requireAbove(id);
    Situation one = keeper.lockForUpdate(id);
    List<SituationContent.SituationNote> reports =
        keeper.content(one).notes().stream()
            .filter(each -> each.what() == NoteKind.WRITTEN_REPORT)
            .toList();
    if (reports.isEmpty()) {
      throw Problem.of(SituationProblem.SITUATION_ELSEWHERE, one.code());
    }
    Instant last = reports.getLast().at();
    boolean known =
        trail.listSteps(id).stream()
            .anyMatch(each ->
                each.what() == SituationEvent.WRITTEN_READ
                    && by.person().id().equals(each.by())
                    && !each.at().isBefore(last));
    if (known) {
      keeper.read(SituationEvent.WRITTEN_READ, one, by.person());
    } else {
      keeper.note(SituationEvent.WRITTEN_READ, one, by.person(), null);
    }
    UUID commune = one.place().communeId();
    UUID village = one.place().villageId();
    Map<UUID, String> names =
        areas.names(village == null ? List.of(commune) : List.of(commune, village));
    return new WrittenReportDetails(
        one.id(),
        one.code(),
        commune,
        names.getOrDefault(commune, ""),
        village == null ? null : names.getOrDefault(village, ""),
        one.nature().kind(),
        one.nature().danger(),
        one.nature().injured(),
        one.state(),
        one.times().happenedAt(),
        one.times().precision(),
        one.times().receivedAt(),
        views.notes(reports));
  }
}
