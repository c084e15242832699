package anbinh.evidence.retention;

import anbinh.identity.Person;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/// Holds whose day of review has come, and those that others ask to lift.
@Component
class HoldWorklist implements WorklistSource {
  private final PackageHoldTable table;
  private final HoldReaders readers;
  private final KeepTerm term;

  HoldWorklist(PackageHoldTable table, HoldReaders readers, KeepTerm term) {
    this.table = table;
    this.readers = readers;
    this.term = term;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (Arrays.stream(HoldReaders.roles()).noneMatch(person::has)) {
      return List.of();
    }
    PackageHoldTable.HoldFigures waiting = table.count(readers.of(person), term.today());
    return List.of(
        new WorklistEntry(WorklistKind.HOLD_REVIEW, waiting.overdue(), waiting.overdue(), null),
        WorklistEntry.of(WorklistKind.HOLD_LIFTING, waiting.liftings()));
  }
}
