package anbinh.measure.register;

import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.people.People;
import anbinh.measure.MeasureEvent;
import anbinh.measure.MeasureSettings;
import anbinh.measure.kind.MeasureKind;
import anbinh.measure.kind.MeasureRule;
import anbinh.measure.kind.MeasureRule.Publishing;
import anbinh.measure.kind.MeasureRuleTable;
import anbinh.measure.register.MeasureAccess.On;
import anbinh.measure.register.MeasureContent.ChangeKind;
import anbinh.measure.register.MeasureContent.MeasureChange;
import anbinh.measure.register.MeasureContent.MeasurePaper;
import anbinh.measure.register.MeasureContent.MeasureTask;
import anbinh.measure.register.MeasureContent.TaskKind;
import anbinh.measure.register.MeasureContent.TaskResult;
import anbinh.platform.Ids;
import anbinh.platform.SiteClock;
import anbinh.team.member.TeamMembership;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows measures to a reader as they may see them: who helps sees the number, the end date, whom
/// to ask and their tasks, and of the content the name.
@Component
class MeasureResponseMapper {
  private static final Set<MeasureEvent> OF_HELP =
      Set.of(
          MeasureEvent.HELPER_ASSIGNED,
          MeasureEvent.HELPER_ENDED,
          MeasureEvent.TASK_SET,
          MeasureEvent.TASK_DONE);

  private final MeasureTable table;
  private final MeasureHelperTable helpers;
  private final MeasureAccess access;
  private final MeasureRuleTable rules;
  private final MeasureSettings settings;
  private final TeamMembership membership;
  private final Areas areas;
  private final People people;
  private final SiteClock calendar;

  MeasureResponseMapper(
      MeasureTable table,
      MeasureHelperTable helpers,
      MeasureAccess access,
      MeasureRuleTable rules,
      MeasureSettings settings,
      TeamMembership membership,
      Areas areas,
      People people,
      SiteClock calendar) {
    this.table = table;
    this.helpers = helpers;
    this.access = access;
    this.rules = rules;
    this.settings = settings;
    this.membership = membership;
    this.areas = areas;
    this.people = people;
    this.calendar = calendar;
  }

  /// What the reader is to a measure.
  enum MeasureApiScenario {
    KEEPER,
    HELPER,
    /// Asked to confirm.
    CHAIR,
    /// Asked to appoint another keeper.
    APPOINTS
  }

  /// What of a measure waits for the chair.
  enum MeasureWaiting {
    RECORD,
    EXTENSION,
    /// A paper that ends it earlier.
    ENDING
  }

  /// A measure as lists show it: never of whom it is.
  ///
  /// @param kind null for who only helps
  /// @param until the last day on which it may be read
  /// @param state as it is today, be it that no clock has noted the end yet
  /// @param nextOn the day of the next task; null where none is set
  record MeasureView(
      UUID id,
      String code,
      MeasureApiScenario part,
      @Nullable MeasureKind kind,
      MeasureState state,
      LocalDate until,
      @Nullable MeasureWaiting waiting,
      @Nullable LocalDate nextOn) {}

  /// A measure by itself, still without its content. Whoever only helps gets null and empty lists
  /// for what is not theirs to know.
  ///
  /// @param version that a confirmation names; 0 for who does neither keep nor confirm it
  /// @param longest the last day until which an extension may reach
  /// @param publishing whether the law forbids to make it known
  /// @param answerBy when what waits for the chair is over: a record and an extension lapse then, a
  ///   paper that ends it earlier holds
  /// @param readsContent whether the reader may open its content
  record MeasureDetails(
      MeasureView measure,
      int version,
      @Nullable Instant answerBy,
      String communeName,
      boolean readsContent,
      PersonName keeper,
      @Nullable Boolean minor,
      @Nullable LocalDate from,
      @Nullable LocalDate longest,
      @Nullable String law,
      @Nullable Publishing publishing,
      @Nullable Instant erasedAt,
      List<MeasureAction> actions,
      List<MeasureHelperView> helpers,
      List<MeasureStep> steps) {
    MeasureDetails {
      actions = List.copyOf(actions);
      helpers = List.copyOf(helpers);
      steps = List.copyOf(steps);
    }
  }

  /// What the reader may do with it now.
  enum MeasureAction {
    CONFIRM,
    REFUSE,
    ASSIGN,
    SET_TASK,
    NOTE_TASK,
    CHANGE,
    WITHDRAW,
    HAND_OVER,
    STEP_ASIDE,
    END_HELPER,
    ASK_OPENING
  }

  /// @param account whether they have one, and see the measure by it
  record MeasureHelperView(
      UUID id,
      String name,
      boolean account,
      Instant since,
      MeasureForms.@Nullable HelperEnd ended) {}

  /// @param by null where nobody answered in time
  record MeasureStep(Instant at, MeasureEvent what, @Nullable PersonName by) {}

  record MeasurePaperView(String number, String organ, LocalDate on) {
    static MeasurePaperView of(MeasurePaper paper) {
      return new MeasurePaperView(paper.number(), paper.organ(), paper.on());
    }

    @Override
    public String toString() {
      return "MeasurePaperView[…]";
    }
  }

  record MeasureChangeView(ChangeKind change, MeasurePaperView paper, LocalDate until) {
    static MeasureChangeView of(MeasureChange change) {
      return new MeasureChangeView(
          change.change(), MeasurePaperView.of(change.paper()), change.until());
    }
  }

  /// @param helperId whose it is; null for whoever helps
  /// @param result null while nothing came of it
  record MeasureTaskView(
      UUID id,
      TaskKind task,
      LocalDate dueOn,
      @Nullable UUID helperId,
      @Nullable TaskResult result,
      @Nullable LocalDate doneOn) {}

  /// What a measure holds. Whoever only helps gets the name and the tasks.
  ///
  /// @param version of what was read, for who confirms it
  /// @param waiting a later paper that waits for the chair
  record MeasureContentView(
      String name,
      int version,
      @Nullable String villageName,
      @Nullable MeasurePaperView paper,
      @Nullable String article,
      List<MeasureChangeView> changes,
      @Nullable MeasureChangeView waiting,
      List<MeasureTaskView> tasks) {
    MeasureContentView {
      changes = List.copyOf(changes);
      tasks = List.copyOf(tasks);
    }

    @Override
    public String toString() {
      return "MeasureContentView[…]";
    }
  }

  MeasureDetails details(Measure measure, Person reader) {
    On on = access.on(measure, reader);
    boolean more = on.keeps() || on.decides();
    boolean open = measure.isOpen(calendar.today());
    boolean inside = more && open;
    List<MeasureHelper> all = inside && on.keeps() ? helpers.list(measure.id()) : List.of();
    List<MeasureTable.Step> steps = inside ? steps(on) : List.of();
    Map<UUID, String> names =
        people.displayNames(
            Stream.of(
                    Stream.of(measure.keeperId()),
                    steps.stream().map(MeasureTable.Step::by).filter(Objects::nonNull),
                    all.stream().map(MeasureHelper::personId).filter(Objects::nonNull))
                .flatMap(each -> each)
                .distinct()
                .toList());
    MeasureRule rule =
        more
            ? table
                .findRule(measure.id())
                .flatMap(
                    id -> rules.list().stream().filter(each -> each.id().equals(id)).findFirst())
                .orElse(null)
            : null;
    return new MeasureDetails(
        view(on),
        more ? measure.version() : 0,
        more ? answerBy(measure) : null,
        areas.names(List.of(measure.communeId())).getOrDefault(measure.communeId(), ""),
        open && on.reads(),
        PersonName.of(measure.keeperId(), names),
        inside ? measure.minor() : null,
        more ? measure.span().from() : null,
        inside ? measure.span().longest() : null,
        rule == null ? null : rule.law(),
        rule == null ? null : rule.publishing(),
        more ? measure.erasedAt() : null,
        List.copyOf(actions(on)),
        helperViews(all, names),
        steps.stream()
            .map(each -> {
              UUID by = each.by();
              return new MeasureStep(
                  each.at(), each.what(), by == null ? null : PersonName.of(by, names));
            })
            .toList());
  }

  /// Of what is done for somebody the chair sees nothing: they compare papers.
  private List<MeasureTable.Step> steps(On on) {
    return table.listSteps(on.measure().id()).stream()
        .filter(each -> on.keeps() || !OF_HELP.contains(each.what()))
        .toList();
  }

  private @Nullable Instant answerBy(Measure measure) {
    if (!measure.asksChair(calendar.today())) {
      return null;
    }
    Measure.Waiting waiting = measure.waiting();
    Instant since = waiting == null ? measure.recorded().at() : waiting.since();
    boolean ends = waiting != null && waiting.endsOn() != null;
    return since.plus(ends ? settings.objectWithin() : settings.confirmWithin(), ChronoUnit.DAYS);
  }

  private List<MeasureHelperView> helperViews(List<MeasureHelper> all, Map<UUID, String> names) {
    Map<UUID, String> memberNames = new HashMap<>();
    List<UUID> ids = Ids.of(all, MeasureHelper::memberId);
    membership
        .listMembers(ids)
        .forEach(each -> memberNames.put(each.id(), Objects.requireNonNullElse(each.name(), "")));
    return all.stream()
        .map(each -> {
          UUID account = each.personId();
          UUID member = each.memberId();
          String name =
              account == null
                  ? member == null ? "" : memberNames.getOrDefault(member, "")
                  : names.getOrDefault(account, "");
          return new MeasureHelperView(
              each.id(), name, account != null, each.since(), each.cause());
        })
        .toList();
  }

  MeasureContentView content(On on, MeasureContent content) {
    // The chair compares papers: what is done for somebody is not theirs to read.
    List<MeasureTaskView> tasks =
        content.tasks().stream().filter(on::sees).map(MeasureResponseMapper::task).toList();
    if (!on.readsAll()) {
      return new MeasureContentView(content.name(), 0, null, null, null, List.of(), null, tasks);
    }
    MeasureChange waiting = content.waiting();
    return new MeasureContentView(
        content.name(),
        on.measure().version(),
        areas.names(List.of(content.villageId())).getOrDefault(content.villageId(), ""),
        MeasurePaperView.of(content.paper()),
        content.article(),
        content.changes().stream().map(MeasureChangeView::of).toList(),
        waiting == null ? null : MeasureChangeView.of(waiting),
        tasks);
  }

  private static MeasureTaskView task(MeasureTask each) {
    return new MeasureTaskView(
        each.id(), each.task(), each.dueOn(), each.helperId(), each.result(), each.doneOn());
  }

  /// A row of a list; the caller has seen to it that the reader may know of it.
  MeasureView view(On on) {
    Measure one = on.measure();
    boolean sealed = one.state().confirmed() && one.isSealed(calendar.today());
    MeasureApiScenario part =
        on.keeps()
            ? MeasureApiScenario.KEEPER
            : on.decides()
                ? MeasureApiScenario.CHAIR
                : on.appoints() ? MeasureApiScenario.APPOINTS : MeasureApiScenario.HELPER;
    boolean helpsOnly = part == MeasureApiScenario.HELPER;
    return new MeasureView(
        one.id(),
        one.code(),
        part,
        helpsOnly ? null : one.kind(),
        sealed
            ? MeasureState.SEALED
            : helpsOnly && one.state().confirmed() ? MeasureState.IN_FORCE : one.state(),
        one.span().until(),
        helpsOnly ? null : waiting(one),
        sealed ? null : nextOn(on, part));
  }

  private @Nullable MeasureWaiting waiting(Measure one) {
    if (!one.asksChair(calendar.today())) {
      return null;
    }
    Measure.Waiting paper = one.waiting();
    return paper == null
        ? MeasureWaiting.RECORD
        : paper.endsOn() == null ? MeasureWaiting.EXTENSION : MeasureWaiting.ENDING;
  }

  private @Nullable LocalDate nextOn(On on, MeasureApiScenario part) {
    return switch (part) {
      case KEEPER -> on.measure().nextOn();
      case HELPER ->
          table
              .findContent(on.measure().id())
              .flatMap(content -> Optional.ofNullable(content.nextOn(on::notes)))
              .orElse(null);
      case CHAIR, APPOINTS -> null;
    };
  }

  private Set<MeasureAction> actions(On on) {
    Set<MeasureAction> actions = EnumSet.noneOf(MeasureAction.class);
    Measure one = on.measure();
    if (!one.isOpen(calendar.today())) {
      if (on.keeps() && one.erasedAt() == null && !one.minor() && one.state().wasInForce()) {
        actions.add(MeasureAction.ASK_OPENING);
      }
      return actions;
    }
    if (on.decides()) {
      actions.addAll(EnumSet.of(MeasureAction.CONFIRM, MeasureAction.REFUSE));
    }
    if (on.handsOver()) {
      actions.add(MeasureAction.HAND_OVER);
    }
    if (on.helps()) {
      actions.add(MeasureAction.STEP_ASIDE);
    }
    if (one.state().confirmed() && on.notesTasks()) {
      actions.add(MeasureAction.NOTE_TASK);
    }
    if (one.state().confirmed() && on.keeps()) {
      actions.addAll(
          EnumSet.of(MeasureAction.ASSIGN, MeasureAction.SET_TASK, MeasureAction.END_HELPER));
      // While a paper waits for the chair, no other one takes its place.
      actions.add(one.waiting() == null ? MeasureAction.CHANGE : MeasureAction.WITHDRAW);
    }
    return actions;
  }
}
