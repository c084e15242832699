package anbinh.setup;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.setup.SetupStep.Facts;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetupStepTest {
  private static final Set<Role> STAFFED =
      Set.of(Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.APPROVER, Role.AUDITOR);

  @Test
  void nothingIsDoneInAnEmptyInstallation() {
    var empty = new Facts(false, false, false, Set.of(Role.ADMINISTRATOR), false, false, false);
    assertThat(SetupStep.values()).noneMatch(step -> step.isDone(empty));
    assertThat(empty.missingRoles()).containsExactlyInAnyOrderElementsOf(STAFFED);
  }

  @Test
  void eachStepIsDoneByItsOwnFact() {
    var done = new Facts(true, true, true, STAFFED, true, true, true);
    assertThat(SetupStep.values()).allMatch(step -> step.isDone(done));
    var withoutApprover =
        new Facts(
            true,
            true,
            true,
            Set.of(Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.AUDITOR),
            true,
            true,
            true);
    assertThat(withoutApprover.missingRoles()).containsExactly(Role.APPROVER);
    assertThat(SetupStep.values())
        .filteredOn(step -> !step.isDone(withoutApprover))
        .containsExactly(SetupStep.PEOPLE);
  }

  @Test
  void noOfficeDoesWithoutASecondAdministrator() {
    assertThat(Arrays.stream(SetupStep.values()).filter(step -> !step.isSkippable()))
        .containsExactly(SetupStep.SECOND_ADMINISTRATOR);
  }
}
