package anbinh.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The question as somebody who knows PostGIS would ask it: what each camera sees is a polygon with
/// a GiST index, in metres of UTM zone 48; a place is seen when it lies within the tolerance of the
/// polygon (`ST_DWithin`). The polygons are drawn on the ellipsoid, an arc in steps of two degrees.
final class PostgisFinder implements AutoCloseable {
  private static final String TABLES =
      """
      create table camera (
        id uuid primary key, area_id uuid not null, kind text not null, consent text not null,
        retired boolean not null, keep_days integer not null, latitude float8, longitude float8,
        direction integer, angle integer, range integer,
        position geometry(Point, 32648), view geometry(Polygon, 32648));
      create table segment (
        camera_id uuid not null, start_at timestamptz not null, end_at timestamptz not null);
      """;
  private static final String SHAPES =
      """
      update camera c set
        position = st_transform(st_setsrid(st_makepoint(longitude, latitude), 4326), 32648),
        view = (
          select st_transform(st_makepolygon(st_makeline(
            case when c.angle >= 360 then '{}'::geometry[] else array[p.at] end
            || array(select st_project(p.at::geography, c.range,
                  radians(c.direction - c.angle / 2.0 + c.angle * step / p.steps::float8))::geometry
                from generate_series(0, p.steps) step order by step)
            || case when c.angle >= 360
                then array[st_project(p.at::geography, c.range,
                  radians(c.direction - c.angle / 2.0))::geometry]
                else array[p.at] end)), 32648)
          from (select st_setsrid(st_makepoint(c.longitude, c.latitude), 4326) as at,
            greatest(1, c.angle / 2) as steps) p)
      """;
  private static final List<String> INDEXES =
      List.of(
          "create index on camera using gist (view) where not retired and consent <> 'WITHDRAWN'",
          "create index on segment (camera_id, start_at)",
          "vacuum analyze camera",
          "vacuum analyze segment");
  private static final String QUESTION =
      """
      select c.id, st_distance(c.position, p.at) as distance, degrees(st_azimuth(c.position, p.at)),
        st_distance(c.view, p.at), c.kind, c.keep_days,
        case when c.kind = 'CONNECTED' then (
          select coalesce(sum(extract(epoch from
            least(s.end_at, p.until) - greatest(s.start_at, p.since))), 0)
          from (
            (select start_at, end_at from segment
              where camera_id = c.id and start_at >= p.since and start_at < p.until)
            union all
            (select start_at, end_at from segment
              where camera_id = c.id and start_at < p.since order by start_at desc limit 1)) s
          where s.end_at > p.since) end
      from (select st_transform(st_setsrid(st_makepoint(?, ?), 4326), 32648) as at,
        cast(? as timestamptz) as since, cast(? as timestamptz) as until) p
      join camera c on st_dwithin(c.view, p.at, ?)
      where not c.retired and c.consent <> 'WITHDRAWN'
      order by distance
      """;

  private final Connection connection;
  private final PreparedStatement question;

  private PostgisFinder(Connection connection) throws SQLException {
    this.connection = connection;
    this.question = connection.prepareStatement(QUESTION);
  }

  /// @param outsideMetres from the polygon
  record Seen(double distanceMetres, double outsideMetres, double recordedSeconds) {}

  /// Takes over the cameras and segments that our database has.
  static PostgisFinder fill(PostgisServer server, Connection ours) throws SQLException {
    Connection theirs = server.connect();
    try (var statement = theirs.createStatement()) {
      statement.execute(TABLES);
    }
    theirs.setAutoCommit(false);
    copy(
        ours,
        """
        select id, area_id, kind, consent, retired_at is not null, keep_days, latitude, longitude,
          coalesce(direction_degrees, 0),
          case when direction_degrees is null then 360 else coalesce(angle_degrees, 110) end,
          coalesce(range_metres, 50)
        from cameras.camera where latitude is not null
        """,
        theirs,
        "insert into camera values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    copy(
        ours,
        "select camera_id, start_at, end_at from recording.segment",
        theirs,
        "insert into segment values (?, ?, ?)");
    theirs.commit();
    theirs.setAutoCommit(true);
    try (var statement = theirs.createStatement()) {
      statement.execute(SHAPES);
      for (String index : INDEXES) {
        statement.execute(index);
      }
    }
    return new PostgisFinder(theirs);
  }

  private static void copy(Connection from, String select, Connection to, String insert)
      throws SQLException {
    from.setAutoCommit(false);
    try (var read = from.createStatement();
        var write = to.prepareStatement(insert)) {
      read.setFetchSize(5_000);
      try (ResultSet rows = read.executeQuery(select)) {
        int columns = rows.getMetaData().getColumnCount();
        int waiting = 0;
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            write.setObject(column, rows.getObject(column));
          }
          write.addBatch();
          if (++waiting == 5_000) {
            write.executeBatch();
            waiting = 0;
          }
        }
        write.executeBatch();
      }
    } finally {
      from.rollback();
      from.setAutoCommit(true);
    }
  }

  Map<UUID, Seen> find(
      double latitude, double longitude, Instant from, Instant to, double toleranceMetres)
      throws SQLException {
    question.setDouble(1, longitude);
    question.setDouble(2, latitude);
    question.setTimestamp(3, Timestamp.from(from));
    question.setTimestamp(4, Timestamp.from(to));
    question.setDouble(5, toleranceMetres);
    Map<UUID, Seen> seen = new HashMap<>();
    try (ResultSet rows = question.executeQuery()) {
      while (rows.next()) {
        seen.put(
            rows.getObject(1, UUID.class),
            new Seen(rows.getDouble(2), rows.getDouble(4), rows.getDouble(7)));
      }
    }
    return seen;
  }

  @Override
  public void close() throws SQLException {
    question.close();
    connection.close();
  }
}
