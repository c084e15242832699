package anbinh.sightings.casepass;

import anbinh.platform.sql.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The table of the passes of cases. Safe for many threads.
@Repository
class CasePassTable {
  private static final String SELECT =
      """
      select case_id, position, verdict, note, camera_id, best_at, decided_by, decided_at, held,
        learned
      from sightings.case_pass
      """;

  private final SqlClient database;

  CasePassTable(SqlClient database) {
    this.database = database;
  }

  /// Puts a pass into a case, or what is said of it now in place of what was.
  void put(CasePass pass) {
    database.update(
        """
        insert into sightings.case_pass (case_id, position, verdict, note, camera_id, best_at,
          decided_by, decided_at, held, learned)
        values (:caseId, :position, :verdict, :note, :cameraId, :bestAt, :decidedBy, :decidedAt,
          :held, :learned)
        on conflict (case_id, position) do update set verdict = excluded.verdict,
          note = excluded.note, decided_by = excluded.decided_by,
          decided_at = excluded.decided_at, held = excluded.held, learned = excluded.learned
        """,
        pass);
  }

  Optional<CasePass> find(UUID caseId, long position) {
    return database.find(
        CasePass.class, SELECT + "where case_id = ? and position = ?", caseId, position);
  }

  /// In order of time.
  List<CasePass> list(UUID caseId) {
    return database.list(
        CasePass.class, SELECT + "where case_id = ? order by best_at, position", caseId);
  }

  /// The cases that hold passes.
  List<UUID> listHolding() {
    return database.list(UUID.class, "select distinct case_id from sightings.case_pass where held");
  }

  /// Lets the passes of some cases be forgotten.
  int release(Collection<UUID> cases) {
    return database.update(
        "update sightings.case_pass set held = false where held and case_id = any(?)", cases);
  }
}
