package anbinh.evidence.handover;

import anbinh.evidence.request.Requests;
import anbinh.identity.Person;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/// Packages that were handed over to a person, who has not confirmed it yet.
@Component
class HandoverWorklist implements WorklistSource {
  private final HandoverTable table;
  private final Requests requests;

  HandoverWorklist(HandoverTable table, Requests requests) {
    this.table = table;
    this.requests = requests;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (Arrays.stream(Handovers.receivers()).noneMatch(person::has)) {
      return List.of();
    }
    HandoverTable.Waiting waiting =
        table.countWaiting(person.id(), requests.now(), WorklistEntry.MAX_COUNT);
    return List.of(
        new WorklistEntry(WorklistKind.PACKAGE_HANDOVER, waiting.count(), 0, waiting.nextEnd()));
  }
}
