package anbinh.setup;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Page;
import anbinh.platform.Problem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/setup`: what is left to do until the installation can be used, for administrators of the
/// whole site. What was skipped stands in the log and nowhere else.
@RestController
@OnlyWhenServing
@RequestMapping("/api/setup")
class SetupController {
  private static final @Nullable UUID WHOLE_SITE = null;
  private static final String KIND = "setup-step";

  private final SetupFacts facts;
  private final Access access;
  private final AuditLog log;

  SetupController(SetupFacts facts, Access access, AuditLog log) {
    this.facts = facts;
    this.access = access;
    this.log = log;
  }

  /// How it stands with a step.
  enum SetupState {
    DONE,
    LEFT,
    SKIPPED
  }

  /// @param missing of the people: roles that nobody holds yet
  record StepView(SetupStep step, SetupState state, boolean skippable, List<Role> missing) {
    StepView {
      missing = List.copyOf(missing);
    }
  }

  @GetMapping
  Page<StepView> list() {
    access.require(WHOLE_SITE, Role.ADMINISTRATOR);
    return views();
  }

  @PostMapping("/{step}/skip")
  Page<StepView> skip(@PathVariable SetupStep step) {
    Person administrator = access.require(WHOLE_SITE, Role.ADMINISTRATOR);
    if (!step.isSkippable()) {
      throw Problem.of(SetupProblem.SETUP_STEP_NEEDED);
    }
    record(SetupEvent.STEP_SKIPPED, step, administrator);
    return views();
  }

  @DeleteMapping("/{step}/skip")
  Page<StepView> resume(@PathVariable SetupStep step) {
    record(SetupEvent.STEP_RESUMED, step, access.require(WHOLE_SITE, Role.ADMINISTRATOR));
    return views();
  }

  private void record(SetupEvent what, SetupStep step, Person by) {
    log.record(Event.of(what).by(by.actor()).about(KIND, step.name(), null));
  }

  private Page<StepView> views() {
    SetupStep.Facts found = facts.find();
    Set<SetupStep> skipped = skipped();
    return Page.all(
        Arrays.stream(SetupStep.values())
            .map(step ->
                new StepView(
                    step,
                    step.isDone(found)
                        ? SetupState.DONE
                        : skipped.contains(step) ? SetupState.SKIPPED : SetupState.LEFT,
                    step.isSkippable(),
                    step == SetupStep.PEOPLE ? found.missingRoles() : List.of()))
            .toList());
  }

  /// Those of which the last word is that they are skipped.
  private Set<SetupStep> skipped() {
    Map<String, List<RecordedEvent>> said =
        log.listAbout(
            EnumSet.allOf(SetupEvent.class),
            Arrays.stream(SetupStep.values()).map(SetupStep::name).toList());
    Set<SetupStep> skipped = EnumSet.noneOf(SetupStep.class);
    said.forEach((step, events) -> {
      if (events.getLast().type().equals(SetupEvent.STEP_SKIPPED.code())) {
        skipped.add(SetupStep.valueOf(step));
      }
    });
    return skipped;
  }
}
