package anbinh.cases.store;

import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseFile;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Cases and who works on which, in memory; CasesIT runs the real ones.
public final class FakeCases extends Cases {
  private final Set<Work> work = new HashSet<>();

  private record Work(UUID caseId, UUID person) {}

  public FakeCases() {
    this(new FakeCaseTable());
  }

  @SuppressWarnings("NullAway") // nobody is put on in a table
  public FakeCases(FakeCaseTable table) {
    super(table, null, null, null);
  }

  /// Where looks at cases are noted; a real one.
  public static CaseViewLog views(AuditLog log, InstantSource clock) {
    return new CaseViewLog(log, clock);
  }

  /// The same case, closed.
  public static CaseFile closed(CaseFile file, CaseFile.Outcome outcome) {
    return new CaseFile(
        file.id(),
        file.code(),
        file.title(),
        file.type(),
        file.occurredFrom(),
        file.occurredTo(),
        file.areaId(),
        file.place(),
        file.point(),
        file.protection(),
        file.description(),
        file.openedBy(),
        file.openedAt(),
        outcome);
  }

  public void assign(UUID caseId, UUID person) {
    work.add(new Work(caseId, person));
  }

  @Override
  public boolean worksOn(UUID id, UUID person) {
    return work.contains(new Work(id, person));
  }
}
