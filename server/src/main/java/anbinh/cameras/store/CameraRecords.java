package anbinh.cameras.store;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.CameraEvent;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Tells the log what cameras are whenever that was written ([CameraEvent#WRITTEN]), and reads the
/// same from the database, for the check. Safe for many threads.
///
/// Where a camera lies says who may see it and who decides about its footage; its address says
/// whose pictures stand under its code; its switches say what a gap was caused by.
@Component
public class CameraRecords {
  /// The fact and the detail of [CameraEvent#WRITTEN]: the parts of cameras by their identifiers.
  public static final String CAMERAS = "cameras";

  private static final int CAMERAS_OF_EVENT = 50;

  /// What the log commits to for ever. Acts are many and name people, so their digest stands for
  /// them; of one camera no two are alike.
  private static final String FACTS =
      """
      code as "number", kind, area_id as area, owner_kind as "owner kind", recording,
      keep_days as "number of days kept", consent,
      to_char(consent_until, 'YYYY-MM-DD') as "last day of consent", simulated,
      to_char(retired_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as "time of retirement",
      (select left(encode(sha256(convert_to(string_agg(concat_ws(' ', camera_id, state,
          to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), by), ',' order by at),
          'UTF8')), 'hex'), 32)
        from cameras.recording_switch where camera_id = camera.id) as "history of recording",
      (select left(encode(sha256(convert_to(string_agg(concat_ws(' ', id, statement, form,
          to_char(stated_on, 'YYYY-MM-DD'), to_char(until_on, 'YYYY-MM-DD'), recorded_by, document),
          ',' order by id), 'UTF8')), 'hex'), 32)
        from cameras.consent where camera_id = camera.id) as "history of consent",
      (select to_char(put_up_on, 'YYYY-MM-DD')
        from cameras.sign where camera_id = camera.id) as "day of the sign"
      """;

  /// What can be erased: where a camera of a household is says who lives there.
  private static final String DETAILS =
      """
      name, reference, address, username as "user name",
      case when latitude is null then '' else concat(latitude, ' ', longitude, ' ',
        coalesce(direction_degrees::text, '-'), ' ', coalesce(angle_degrees::text, '-'), ' ',
        coalesce(range_metres::text, '-')) end as place
      """;

  private static final String SELECT =
      "select id, %s, '' as %s, %s from cameras.camera"
          .formatted(FACTS.strip(), CameraRecord.DETAILS, DETAILS);

  private final SqlClient database;
  private final Snapshot snapshot;
  private final AuditLog log;

  CameraRecords(SqlClient database, Snapshot snapshot, AuditLog log) {
    this.database = database;
    this.snapshot = snapshot;
    this.log = log;
  }

  /// Tells the log what a camera is, in the transaction that wrote it. Its event is about the
  /// camera; those of a list are about many.
  public void record(UUID written) {
    record(List.of(written));
  }

  public void record(Collection<UUID> written) {
    var ids = new ArrayList<>(written);
    for (int from = 0; from < ids.size(); from += CAMERAS_OF_EVENT) {
      record(find(ids.subList(from, Math.min(from + CAMERAS_OF_EVENT, ids.size()))));
    }
  }

  private void record(List<CameraRecord> cameras) {
    Event event =
        Event.of(CameraEvent.WRITTEN)
            .fact(CAMERAS, byId(cameras, CameraRecord::facts))
            .detail(CAMERAS, byId(cameras, camera -> Objects.requireNonNull(camera.details())));
    CameraRecord first = cameras.getFirst();
    log.record(cameras.size() == 1 ? event.about("camera", first.id(), first.number()) : event);
  }

  private static Map<String, Object> byId(
      List<CameraRecord> cameras, Function<CameraRecord, Map<String, String>> parts) {
    return cameras.stream().collect(Collectors.toMap(each -> each.id().toString(), parts));
  }

  public List<CameraRecord> find(Collection<UUID> ids) {
    return database.list(
        CameraRecord::of, SELECT + " where id = any (?) order by char_length(code), code", ids);
  }

  /// Hands over all cameras, also retired ones, some at a time, within [Snapshot#read].
  ///
  /// @return how many there are
  public long pages(Consumer<List<CameraRecord>> action) {
    return snapshot.pages(SELECT + " order by char_length(code), code", CameraRecord::of, action);
  }
}
