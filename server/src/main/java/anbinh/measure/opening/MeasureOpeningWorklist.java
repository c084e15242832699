package anbinh.measure.opening;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.measure.register.MeasureAccess;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How many openings of sealed measures the chair of a commune is asked to sign; each lapses.
@Component
class MeasureOpeningWorklist implements WorklistSource {
  private final MeasureOpenings openings;
  private final MeasureAccess measureAccess;
  private final Access access;

  MeasureOpeningWorklist(MeasureOpenings openings, MeasureAccess measureAccess, Access access) {
    this.openings = openings;
    this.measureAccess = measureAccess;
    this.access = access;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.CHAIR) || !measureAccess.chairsCommune(person)) {
      return List.of();
    }
    Set<UUID> communes = access.scope(person, Role.CHAIR).areas();
    return communes == null
        ? List.of()
        : List.of(
            WorklistEntry.of(
                WorklistKind.MEASURE_OPENING, openings.waiting(communes, person), openings.now()));
  }
}
