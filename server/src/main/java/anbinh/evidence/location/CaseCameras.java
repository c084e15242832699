package anbinh.evidence.location;

import anbinh.evidence.request.RequestName;
import anbinh.platform.sql.SqlClient;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Which cameras the requests of a case name.
@Component
class CaseCameras {
  private final SqlClient database;

  CaseCameras(SqlClient database) {
    this.database = database;
  }

  /// @param extracted whether footage of the camera is in the sealed package of the request
  record Named(UUID cameraId, RequestName request, boolean extracted) {}

  /// Oldest request first.
  List<Named> list(UUID caseId) {
    return database.list(
        Named.class,
        """
        select c.camera_id, r.id as "request.id", r.code as "request.code",
          c.granted is true and e.sealed_at is not null as extracted
        from evidence.request r
        join evidence.request_camera c on c.request_id = r.id
        left join evidence.extraction e on e.request_id = r.id
        where r.case_id = ? order by r.id, c.ordinal
        """,
        caseId);
  }
}
