package anbinh.cases.ending;

import anbinh.cases.CaseEnd;
import anbinh.cases.CaseEnding;
import anbinh.cases.store.CaseTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The ends for good of cases as other features see them. Rights are the caller's to check. Safe
/// for many threads.
@Component
@NamedInterface("services")
public class CaseEnds {
  private final EndingTable table;
  private final CaseTable cases;

  CaseEnds(EndingTable table, CaseTable cases) {
    this.table = table;
    this.cases = cases;
  }

  /// Empty while no end is known, or when it was taken back.
  public Optional<CaseEnd> find(UUID caseId) {
    return table.findEnd(caseId);
  }

  /// The same, and nobody says anything else of it until the caller's transaction ends.
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<CaseEnd> lockForUpdate(UUID caseId) {
    return cases.findForUpdate(caseId).flatMap(file -> table.findEnd(file.id()));
  }

  /// The cases whose paper is of a day or of one before it and was confirmed before a moment,
  /// oldest paper first.
  public List<CaseEnd> listBy(LocalDate day, Instant confirmedBefore) {
    return table.listEnds(day, confirmedBefore);
  }

  /// All that was said of the end of a case, newest first.
  public List<CaseEnding> list(UUID caseId) {
    return table.list(caseId);
  }
}
