package anbinh.situation.officer;

import anbinh.areas.unit.Areas;
import anbinh.identity.PersonName;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.followup.FollowCodes;
import anbinh.situation.kind.SituationKind;
import anbinh.situation.kind.SituationKinds;
import anbinh.situation.media.SituationMediaTable;
import anbinh.situation.media.SituationMediaTable.Counted;
import anbinh.situation.media.SituationMedium;
import anbinh.situation.officer.SituationAccess.On;
import anbinh.situation.officer.SituationView.MergedSituation;
import anbinh.situation.officer.SituationView.ReportVersionView;
import anbinh.situation.officer.SituationView.ReportedCircumstancesView;
import anbinh.situation.officer.SituationView.SituationAction;
import anbinh.situation.officer.SituationView.SituationContentView;
import anbinh.situation.officer.SituationView.SituationDetails;
import anbinh.situation.officer.SituationView.SituationMediaView;
import anbinh.situation.officer.SituationView.SituationNoteView;
import anbinh.situation.officer.SituationView.SituationStep;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationContent.ReportedCircumstances;
import anbinh.situation.report.SituationContent.SituationNote;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationTable;
import anbinh.situation.report.SituationTrail;
import anbinh.situation.report.SituationTrail.Step;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows reports to the officers of a desk.
@Component
class SituationResponseMapper {
  private final SituationTable table;
  private final SituationTrail trail;
  private final SituationMediaTable media;
  private final SituationAccess access;
  private final SituationDeadlines clock;
  private final SituationKinds kinds;
  private final FollowCodes codes;
  private final Areas areas;
  private final People people;

  SituationResponseMapper(
      SituationTable table,
      SituationTrail trail,
      SituationMediaTable media,
      SituationAccess access,
      SituationDeadlines clock,
      SituationKinds kinds,
      FollowCodes codes,
      Areas areas,
      People people) {
    this.table = table;
    this.trail = trail;
    this.media = media;
    this.access = access;
    this.clock = clock;
    this.kinds = kinds;
    this.codes = codes;
    this.areas = areas;
    this.people = people;
  }

  List<SituationView> list(List<Situation> found) {
    List<UUID> ids = found.stream().map(Situation::id).toList();
    Map<UUID, String> villages = areas.names(Ids.of(found, each -> each.place().villageId()));
    Map<UUID, String> receivers =
        people.displayNames(Ids.of(found, each -> each.conduct().receiverId()));
    Map<UUID, Counted> files = media.count(ids);
    Map<UUID, Integer> merged = table.countMerged(ids);
    Instant now = clock.now();
    return found.stream()
        .map(each ->
            view(
                each,
                villages,
                receivers,
                files.getOrDefault(each.id(), new Counted(each.id(), 0, 0)),
                merged.getOrDefault(each.id(), 0),
                now))
        .toList();
  }

  /// For somebody who may see it; one that an act closed to them is shown once more as it left
  /// their hands.
  SituationDetails details(UUID id) {
    return details(access.require(id));
  }

  SituationDetails details(On on) {
    Situation one = on.situation();
    List<Step> steps = trail.listSteps(one.id());
    Map<UUID, String> names = people.displayNames(Ids.of(steps, Step::by));
    UUID into = one.mergedInto();
    List<Situation> merged = table.listMergedInto(one.id());
    return new SituationDetails(
        list(List.of(one)).getFirst(),
        one.times().notedAt(),
        one.times().skewSeconds(),
        one.conduct().mediationId(),
        into == null ? null : table.find(into).map(SituationResponseMapper::merged).orElse(null),
        merged.stream().map(SituationResponseMapper::merged).toList(),
        media.list(one.id()).stream().map(SituationResponseMapper::medium).toList(),
        on.reads(),
        on.opensReporter(),
        List.copyOf(actions(on, merged)),
        steps.stream()
            .map(each ->
                new SituationStep(each.at(), each.what(), name(each.by(), names), each.mark()))
            .toList());
  }

  SituationContentView content(SituationContent content) {
    Map<UUID, String> names =
        people.displayNames(Ids.of(content.versions(), SituationContent.ReportVersion::by));
    return new SituationContentView(
        content.versions().stream()
            .map(each ->
                new ReportVersionView(
                    each.number(),
                    each.at(),
                    name(each.by(), names),
                    each.deviceTime(),
                    each.status(),
                    each.said(),
                    circumstances(each.circumstances()),
                    each.words()))
            .toList(),
        content.current(),
        notes(content.notes()));
  }

  List<SituationNoteView> notes(List<SituationNote> notes) {
    Map<UUID, String> names = people.displayNames(Ids.of(notes, SituationNote::by));
    return notes.stream()
        .map(each ->
            new SituationNoteView(
                each.at(),
                name(each.by(), names),
                each.what(),
                each.occurredAt(),
                each.late(),
                each.authority(),
                each.words()))
        .toList();
  }

  private @Nullable ReportedCircumstancesView circumstances(@Nullable ReportedCircumstances one) {
    if (one == null) {
      return null;
    }
    UUID village = one.place().villageId();
    return new ReportedCircumstancesView(
        one.place().communeId(),
        village,
        village == null ? null : areas.names(List.of(village)).getOrDefault(village, ""),
        one.times().happenedAt(),
        one.times().precision(),
        one.times().notedAt(),
        one.clockDoubtful());
  }

  private static @Nullable PersonName name(@Nullable UUID by, Map<UUID, String> names) {
    return by == null ? null : PersonName.of(by, names);
  }

  private static MergedSituation merged(Situation one) {
    return new MergedSituation(one.id(), one.code());
  }

  private static SituationMediaView medium(SituationMedium one) {
    return new SituationMediaView(
        one.id(),
        one.kind(),
        one.keepPosition(),
        one.announcedAt(),
        one.erasedAt() == null ? one.arrivedAt() : null,
        one.type(),
        one.bytes(),
        one.sha256(),
        one.checked(),
        one.withdrawnAt());
  }

  private static SituationView view(
      Situation one,
      Map<UUID, String> villages,
      Map<UUID, String> receivers,
      Counted files,
      int merged,
      Instant now) {
    UUID village = one.place().villageId();
    UUID receiver = one.conduct().receiverId();
    return new SituationView(
        one.id(),
        one.code(),
        one.channel(),
        one.place().communeId(),
        village,
        village == null ? null : villages.getOrDefault(village, ""),
        one.nature().kind(),
        one.nature().danger(),
        one.nature().injured(),
        one.nature().urgent(),
        one.nature().guarded(),
        one.state(),
        one.conduct().outcome(),
        one.revision(),
        one.times().happenedAt(),
        one.times().precision(),
        one.times().receivedAt(),
        one.times().late(),
        one.marks().changed(),
        name(receiver, receivers),
        one.due().what(),
        one.due().at(),
        SituationDeadlines.pressure(one, now),
        one.due().escalatedAt() != null,
        one.marks().attentionAt() != null,
        one.marks().retractionAskedAt() != null,
        files.announced(),
        files.arrived(),
        merged,
        one.conduct().reopened(),
        one.conduct().closedAt(),
        one.erasedAt());
  }

  private Set<SituationAction> actions(On on, List<Situation> merged) {
    Situation one = on.situation();
    Set<SituationAction> actions = EnumSet.noneOf(SituationAction.class);
    SituationState state = one.state();
    if (one.erasedAt() == null
        && on.acts()
        && state != SituationState.SUBMITTED
        && codes.hasOne(one.id())) {
      actions.add(SituationAction.ASK);
    }
    if (one.mergedInto() != null
        && one.erasedAt() == null
        && on.acts()
        && !state.over()
        && one.marks().retractionAskedAt() != null) {
      actions.add(SituationAction.DECIDE_RETRACTION);
    }
    if (one.erasedAt() != null || one.mergedInto() != null) {
      return actions;
    }
    if (!state.over() && on.receives()) {
      actions.add(SituationAction.ACKNOWLEDGE);
    }
    if (!state.over()) {
      actions.add(SituationAction.STEP_ASIDE);
    }
    if ((on.acts() || !on.receiverServes()) && state.over()) {
      actions.add(SituationAction.REOPEN);
    }
    if ((on.acts() || !on.receiverServes()) && one.marks().attentionAt() != null) {
      actions.add(SituationAction.LOOK);
    }
    if (on.acts() && state != SituationState.SUBMITTED) {
      actions.add(SituationAction.NOTE);
      if (!state.over()) {
        actions.addAll(ofActor(one));
      }
      if (!merged.isEmpty()) {
        actions.add(SituationAction.SEPARATE);
      }
    }
    return actions;
  }

  private Set<SituationAction> ofActor(Situation one) {
    Set<SituationAction> actions =
        EnumSet.of(
            SituationAction.CLASSIFY,
            SituationAction.REFER,
            SituationAction.RESOLVE,
            SituationAction.MERGE);
    boolean unwritten = one.conduct().writtenAt() == null;
    boolean asked = one.marks().retractionAskedAt() != null;
    if (unwritten) {
      actions.add(SituationAction.WRITE);
    }
    if (asked) {
      actions.add(SituationAction.DECIDE_RETRACTION);
    }
    boolean mediable =
        kinds.find(one.nature().kind(), clock.today()).filter(SituationKind::mediable).isPresent();
    if (mediable && !one.nature().guarded() && !one.nature().danger()) {
      actions.add(SituationAction.MEDIATE);
    }
    if (one.state().decided()
        && !asked
        && !clock.isUnwritten(one)
        && table.findContent(one.id()).filter(each -> each.waiting() > 0).isEmpty()) {
      actions.add(SituationAction.CLOSE);
    }
    return actions;
  }
}
