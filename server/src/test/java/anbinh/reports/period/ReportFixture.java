package anbinh.reports.period;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.reports.ReportPeriod;
import anbinh.reports.ReportPeriod.Kind;
import anbinh.testing.TestClient;
import anbinh.testing.TestClock;
import anbinh.testing.TestServer;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A province of three communes with two villages each, and records of the last quarter that is
/// over.
final class ReportFixture {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  final LocalDate today = LocalDate.ofInstant(TestClock.START, ZONE);
  final ReportPeriod quarter = ReportPeriod.of(Kind.QUARTER, today).previous();
  final Area province;
  final Area first;
  final Area second;
  final Area third;
  final Area village;
  private final TestServer server;
  private int made;

  ReportFixture(TestServer server) {
    this.server = server;
    this.province = area("38", "Tỉnh Thanh Hóa", AreaKind.PROVINCE, null);
    this.first = area("14001", "Xã Một", AreaKind.COMMUNE, province.id());
    this.second = area("14002", "Xã Hai", AreaKind.COMMUNE, province.id());
    this.third = area("14003", "Phường Ba", AreaKind.WARD, province.id());
    this.village = area("14001-001", "Thôn Một", AreaKind.RESIDENTIAL_AREA, first.id());
    area("14002-001", "Thôn Hai", AreaKind.RESIDENTIAL_AREA, second.id());
  }

  private Area area(String code, String name, AreaKind kind, @Nullable UUID parent) {
    return server
        .bean(Areas.class)
        .create(new NewArea(code, name, kind, parent), LocalDate.of(2025, 7, 1), null);
  }

  TestClient person(String username, @Nullable UUID area, Role... roles) {
    server.person(username, area, roles);
    return server.signedIn(username);
  }

  JdbcClient sql() {
    return server.database().client();
  }

  /// Noon of the eleventh day of the quarter.
  Instant at() {
    return quarter.from().plusDays(10).atTime(12, 0).atZone(ZONE).toInstant();
  }

  void cases(Area commune, String type, int count, int clarified, int byFootage) {
    sql()
        .sql(
            """
            insert into cases.case_file (id, code, title, type, occurred_from, area_id, opened_by,
              opened_at, search_text, clarified, clarified_by, outcome_note, closed_by, closed_at)
            select gen_random_uuid(), 'T-' || :made || '-' || n, 'Vụ việc', :type, :at, :area,
              gen_random_uuid(), :at, 'vu viec', n <= :clarified,
              case when n <= :footage then array['VEHICLE'] else array[]::text[] end, 'Xong',
              gen_random_uuid(), cast(:at as timestamptz) + interval '2 days'
            from generate_series(1, :count) n
            """)
        .param("made", made++)
        .param("type", type)
        .param("at", Timestamp.from(at()))
        .param("area", commune.id())
        .param("clarified", clarified)
        .param("footage", byFootage)
        .param("count", count)
        .update();
  }

  void situations(Area commune, String kind, boolean guarded, int count, int notFounded) {
    sql()
        .sql(
            """
            insert into situation.situation (id, code, channel, commune_id, kind, danger, injured,
              urgent, own_guarded, guarded, state, outcome, revision, happened_precision, noted_at,
              received_at, skew_seconds, late, receiver_id, acknowledged_at, decided_at, closed_at,
              waiting_since, erased_at)
            select gen_random_uuid(), 'S-' || :made || '-' || n, 'TEAM', :area, :kind, false, false,
              :guarded, :guarded, :guarded, 'CLOSED',
              case when n <= :bad then 'NOT_FOUNDED' else 'RESOLVED_ON_SITE' end, 1, 'UNKNOWN', :at,
              :at, 0, false, gen_random_uuid(),
              cast(:at as timestamptz) + n * interval '10 hours',
              cast(:at as timestamptz) + interval '3 days',
              cast(:at as timestamptz) + interval '4 days', :at,
              cast(:at as timestamptz) + interval '5 days'
            from generate_series(1, :count) n
            """)
        .param("made", made++)
        .param("area", commune.id())
        .param("kind", kind)
        .param("guarded", guarded)
        .param("bad", notFounded)
        .param("at", Timestamp.from(at()))
        .param("count", count)
        .update();
  }

  void refusedRequests(Area commune, int count) {
    sql()
        .sql(
            """
            insert into evidence.request (id, code, case_id, area_id, from_at, to_at, purpose,
              legal_basis, offence, necessity, urgent, requested_by, requested_at, expires_at, state,
              decided_by, decided_at, decision, reason_code, reason)
            select gen_random_uuid(), 'R-' || :made || '-' || n, gen_random_uuid(), :area,
              cast(:at as timestamptz) - interval '1 hour', :at, 'IDENTIFY_VEHICLE', 'x', 'THEFT',
              'Chỉ camera này nhìn thấy cổng chợ.', false, gen_random_uuid(), :at,
              cast(:at as timestamptz) + interval '3 days', 'REFUSED', gen_random_uuid(),
              cast(:at as timestamptz) + interval '1 hour', 'REFUSE', 'OTHER', 'Không cần'
            from generate_series(1, :count) n
            """)
        .param("made", made++)
        .param("area", commune.id())
        .param("at", Timestamp.from(at()))
        .param("count", count)
        .update();
  }

  /// Packages that were judged, so many of them useful.
  void extractions(Area commune, int count, int useful) {
    sql()
        .sql(
            """
            with asked as (
              insert into evidence.request (id, code, case_id, area_id, from_at, to_at, purpose,
                legal_basis, offence, necessity, urgent, requested_by, requested_at, expires_at,
                state, decided_by, decided_at, decision, reason_code, reason, granted_from,
                granted_to, sealed_at, delivered_at, useful, clarified, outcome_note, outcome_at)
              select gen_random_uuid(), 'R-' || :made || '-' || n, gen_random_uuid(), :area,
                cast(:at as timestamptz) - interval '1 hour', :at, 'IDENTIFY_VEHICLE', 'x', 'THEFT',
                'Chỉ camera này nhìn thấy cổng chợ.', false, gen_random_uuid(), :at,
                cast(:at as timestamptz) + interval '3 days', 'OUTCOME', gen_random_uuid(), :at,
                'APPROVE', 'JUSTIFIED', '', cast(:at as timestamptz) - interval '1 hour', :at, :at,
                :at, n <= :useful, '{}', 'Xong', cast(:at as timestamptz) + interval '1 day'
              from generate_series(1, :count) n returning id, code)
            insert into evidence.extraction (request_id, code, sealed_at, bytes, sha256, leaf_index,
              coverage)
            select id, 'E-' || code, :at, 1, repeat('0', 64), 0, '[]' from asked
            """)
        .param("made", made++)
        .param("area", commune.id())
        .param("at", Timestamp.from(at()))
        .param("useful", useful)
        .param("count", count)
        .update();
  }

  void mediations(Area village, int agreed, int not, int pending) {
    sql()
        .sql(
            """
            with made as (insert into mediation.mediation (id, code, village_id, basis, kind,
              received_on, received_by, received_at, guarded, state, book_year, book_number,
              entered_at, outcome, ended_at, closed_at, content_cipher)
            select gen_random_uuid(), 'M-' || :made || '-' || n, :area, 'PARTY_ASKS', 'NEIGHBOURS',
              :day, gen_random_uuid(), :at, false,
              case when n <= :agreed + :not then 'CLOSED' else 'RECEIVED' end, 2000 + :made, n, :at,
              case when n <= :agreed then 'AGREED' when n <= :agreed + :not then 'NOT_AGREED' end,
              case when n <= :agreed + :not then cast(:at as timestamptz) + interval '2 days' end,
              case when n <= :agreed + :not then cast(:at as timestamptz) + interval '3 days' end,
              '\\x00'
            from generate_series(1, :agreed + :not + :pending) n returning id, outcome, ended_at)
            insert into mediation.step (mediation_id, at, what, by)
            select id, ended_at, outcome, gen_random_uuid() from made where outcome is not null
            """)
        .param("made", made++)
        .param("area", village.id())
        .param("day", LocalDate.ofInstant(at(), ZONE))
        .param("at", Timestamp.from(at()))
        .param("agreed", agreed)
        .param("not", not)
        .param("pending", pending)
        .update();
  }

  /// A team of so many, of whom one left after the quarter and one before its end.
  void team(Area commune, int members) {
    UUID team = UUID.randomUUID();
    made++;
    sql()
        .sql(
            """
            insert into team.team (id, code, commune_id, name, name_key, established_on,
              created_at) values (?, ?, ?, ?, ?, ?, now())
            """)
        .params(team, "TO-" + made, commune.id(), "Tổ " + made, "to " + made, quarter.from())
        .update();
    sql()
        .sql("insert into team.strength values (?, ?, ?)")
        .params(team, quarter.from(), members + 1)
        .update();
    for (int i = 0; i < members; i++) {
      UUID member = UUID.randomUUID();
      LocalDate left =
          i == 0 ? quarter.before().plusDays(1) : i == 1 ? quarter.last().minusDays(1) : null;
      sql()
          .sql(
              """
              insert into team.member (id, team_id, state, name, name_key, gender, origin,
                left_on, left_reason, created_at)
              values (?, ?, ?, 'Người', 'nguoi', 'MALE', 'RECRUITED', ?, ?, now())
              """)
          .param(member)
          .param(team)
          .param(left == null ? "RECOGNISED" : "LEFT")
          .param(left)
          .param(left == null ? null : "RESIGNED")
          .update();
      sql()
          .sql(
              """
              insert into team.term (id, member_id, team_id, position, from_on, until_on,
                over_age, outcome, paper_number, paper_on)
              values (gen_random_uuid(), ?, ?, 'MEMBER', ?, ?, false, 'ACCEPTED', '1/QĐ', ?)
              """)
          .params(member, team, quarter.from(), quarter.from().plusYears(5), quarter.from())
          .update();
    }
    patrols(team);
  }

  /// One that was corrected into the quarter, and one out of it.
  private void patrols(UUID team) {
    for (int i = 0; i < 2; i++) {
      UUID patrol = UUID.randomUUID();
      sql()
          .sql(
              "insert into teamwork.patrol (id, team_id, kind, late, recorded_by, recorded_at)"
                  + " values (?, ?, 'PATROL', false, gen_random_uuid(), now())")
          .params(patrol, team)
          .update();
      for (int version = 1; version <= 2; version++) {
        Instant start = (version == 2) == (i == 0) ? at() : at().minusSeconds(200L * 24 * 3600);
        sql()
            .sql(
                """
                insert into teamwork.patrol_version (patrol_id, version, started_at, ended_at,
                  members, by_id, at)
                values (?, ?, ?, ?, '{}', gen_random_uuid(), now())
                """)
            .params(patrol, version, Timestamp.from(start), Timestamp.from(start.plusSeconds(3600)))
            .update();
      }
    }
  }

  void group(Area village, String kind, int households) {
    made++;
    sql()
        .sql(
            """
            insert into teamwork.self_managed_group (id, code, kind, commune_id, village_id, name,
              name_key, households, paper_number, paper_on, noted_by, noted_at)
            values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, '2/QĐ', ?, gen_random_uuid(), now())
            """)
        .params(
            "TQ-" + made,
            kind,
            first.id(),
            village.id(),
            "Tổ tự quản " + made,
            "to " + made,
            households,
            quarter.from())
        .update();
  }

  void programme(Area commune, int kind) {
    made++;
    sql()
        .sql(
            """
            insert into programme.programme (id, code, kind_id, kind_version, commune_id, name,
              search_text, state, version, launched_on, created_at)
            values (gen_random_uuid(), ?, cast(? as uuid), 1, ?, 'Mô hình', 'mo hinh', 'ACTIVE', 1, ?,
              now())
            """)
        .params(
            "MH-" + made,
            "01980000-0000-7000-8000-00000000000" + kind,
            commune.id(),
            quarter.from().plusDays(5))
        .update();
  }

  void campaign(Area commune, int attended) {
    UUID campaign = UUID.randomUUID();
    made++;
    sql()
        .sql(
            """
            insert into campaign.campaign (id, code, area_id, title, aim, from_on, until_on,
              villages, partners, state, proposed_by, proposed_at, decided_by, decided_at,
              paper_number, paper_on)
            values (?, ?, ?, 'Đợt vận động', 'Mục đích', ?, ?, '{}', '{}', 'RUNNING',
              gen_random_uuid(), now(), gen_random_uuid(), now(), '3/QĐ', ?)
            """)
        .params(
            campaign, "CD-" + made, commune.id(), quarter.from(), quarter.last(), quarter.from())
        .update();
    sql()
        .sql(
            """
            insert into campaign.activity values (gen_random_uuid(), ?, 'MEETING', ?,
              'Nhà văn hóa', null, ?, 10, 0, gen_random_uuid(), now())
            """)
        .params(campaign, quarter.from().plusDays(3), attended)
        .update();
  }

  void camera(Area area, String kind) {
    made++;
    sql()
        .sql(
            """
            insert into cameras.camera (id, code, name, area_id, address, simulated, recording,
              keep_days, created_at, kind, owner_kind, consent, search_text)
            values (gen_random_uuid(), ?, 'Camera', ?, ?, true, false, 7, ?, ?, 'POLICE', 'NONE', '')
            """)
        .param("CAM-T" + made)
        .param(area.id())
        .param(kind.equals("CONNECTED") ? "rtsp://127.0.0.1:9/x" : null)
        .param(Timestamp.from(at()))
        .param(kind)
        .update();
  }

  /// What the owners of all cameras of the community state.
  void consent() {
    sql()
        .sql(
            """
            insert into cameras.consent (id, camera_id, statement, form, stated_on, recorded_at)
            select gen_random_uuid(), id, 'GIVEN', 'PAPER', :on, :at from cameras.camera
            where kind = 'COMMUNITY'
            """)
        .param("on", LocalDate.ofInstant(at(), ZONE))
        .param("at", Timestamp.from(at()))
        .update();
  }

  /// A dossier that was registered within the quarter and recognised after it.
  void standard(Area village) {
    UUID dossier = UUID.randomUUID();
    made++;
    sql()
        .sql(
            """
            insert into standard.assessment (id, code, area_id, kind, year, registered,
              registrable, state, outcome)
            values (?, ?, ?, 'RESIDENTIAL_AREA', ?, 40, 40, 'DECIDED', 'MET')
            """)
        .params(dossier, "STD-T" + made, village.id(), quarter.year())
        .update();
    sql()
        .sql(
            """
            insert into standard.step (id, assessment_id, kind, round, outcome, number,
              on_day, by_id, at)
            values (gen_random_uuid(), :dossier, 'REGISTERED', 1, null, '4/NQ', :from,
                gen_random_uuid(), now()),
              (gen_random_uuid(), :dossier, 'DECIDED', 1, 'MET', '5/QĐ', :before,
                gen_random_uuid(), now())
            """)
        .param("dossier", dossier)
        .param("from", quarter.from())
        .param("before", quarter.before())
        .update();
  }

  /// A commune that went into another one.
  Area merged(Area into) {
    Area ended = area("14009", "Xã Cũ", AreaKind.COMMUNE, province.id());
    sql()
        .sql("update areas.area set valid_to = ?, parent_id = ? where id = ?")
        .params(LocalDate.of(2025, 7, 2), into.id(), ended.id())
        .update();
    return ended;
  }

  /// A patrol of the quarter that never was.
  void annulPatrol(Area commune) {
    sql()
        .sql(
            """
            insert into teamwork.patrol
              (id, team_id, kind, late, recorded_by, recorded_at, annulled_at)
            select gen_random_uuid(), id, 'PATROL', false, gen_random_uuid(), now(), now()
            from team.team where commune_id = ?
            """)
        .param(commune.id())
        .update();
    sql()
        .sql(
            """
            insert into teamwork.patrol_version (patrol_id, version, started_at, ended_at, members,
              by_id, at)
            select id, 1, :at, cast(:at as timestamptz) + interval '1 hour', '{}',
              gen_random_uuid(), now()
            from teamwork.patrol where annulled_at is not null
            """)
        .param("at", Timestamp.from(at()))
        .update();
  }
}
