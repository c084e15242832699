package anbinh.identity.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What somebody who owns the database, and no file of the server, can make of accounts, grants and
/// sessions: nothing that counts, and the check names each row.
abstract class ForgedAccountTests extends RoleGrantTests {
  private static final Set<String> CHECKS =
      Set.of("accounts against log", "role grants against log", "sessions");

  @Test
  void aRoleWrittenIntoTheDatabaseIsNotHeld() {
    UUID id = SERVER.person("them-vai-tro", commune, Role.DUTY_OFFICER).id();
    TestClient client = SERVER.signedIn("them-vai-tro");

    raw("insert into identity.role_grant (person_id, role) values ('%s', 'ADMINISTRATOR')", id);
    assertRefused(client, "them-vai-tro");
    assertThat(listed("them-vai-tro")).contains("\"roles\":[]").contains("\"active\":false");
    assertThat(check("account them-vai-tro"))
        .singleElement()
        .asString()
        .contains("its roles are other ones in the log; here ADMINISTRATOR, DUTY_OFFICER");

    raw("delete from identity.role_grant where person_id = '%s' and role = 'ADMINISTRATOR'", id);
    assertThat(check("account them-vai-tro")).isEmpty();
    assertThat(SERVER.signedIn("them-vai-tro").get("/api/areas").status()).isEqualTo(200);
  }

  @Test
  void noOtherPartOfAnAccountIsWrittenIntoTheDatabaseEither() {
    UUID id = SERVER.person("sua-phan", commune, Role.INVESTIGATOR).id();
    SERVER.person("nguon", commune, Role.INVESTIGATOR);
    String other = "(select %s from identity.person where username = 'nguon')";
    Map.of(
            "area_id = null",
            "area",
            "area_id = '" + province + "'",
            "area",
            "display_name = 'Một tên khác'",
            "name",
            "password_hash = " + other.formatted("password_hash"),
            "password",
            "must_change_password = true",
            "password",
            "created_by = id",
            "maker",
            "created_at = created_at - interval '1 day'",
            "maker",
            "sessions_from = 'epoch'::timestamptz + interval '1 day'",
            "end of sessions",
            "mac = " + other.formatted("mac"),
            "code")
        .forEach((change, part) -> {
          raw("create table kept as select * from identity.person where id = '%s'", id);
          raw("update identity.person set " + change + " where id = '%s'", id);
          assertWorthNothing("sua-phan");
          assertThat(check("account sua-phan"))
              .as(change)
              .singleElement()
              .asString()
              .contains("its " + part + " is another one in the log");
          raw(
              """
              update identity.person p set area_id = k.area_id, display_name = k.display_name,
                password_hash = k.password_hash, must_change_password = k.must_change_password,
                created_by = k.created_by, created_at = k.created_at,
                sessions_from = k.sessions_from, mac = k.mac
              from kept k where k.id = p.id
              """);
          raw("drop table kept");
        });
    Map.of(
            "insert into identity.recovery_code (person_id, hash) values ('%s', '\\x01')",
            "delete from identity.recovery_code where person_id = '%s'",
            "insert into identity.provider_link values ('%s', 'x', 'me', now())",
            "delete from identity.provider_link where person_id = '%s'",
            "insert into identity.emergency_access (id, code, person_id, area_id, reason, opened_at,"
                + " until, review_by) select gen_random_uuid(), 'EMG-X', id, area_id,"
                + " 'một lý do dài hơn hai mươi chữ', now(), now() + interval '1 hour', now() +"
                + " interval '1 day' from identity.person where id = '%s'",
            "delete from identity.emergency_access where person_id = '%s'",
            "update identity.role_grant set last_day = current_date + 9 where person_id = '%s'",
            "update identity.role_grant set last_day = null where person_id = '%s'")
        .forEach((change, undo) -> {
          raw(change, id);
          assertWorthNothing("sua-phan");
          assertThat(check("account sua-phan")).as(change).hasSize(1);
          raw(undo, id);
        });
    assertThat(check("account sua-phan")).isEmpty();
    assertThat(SERVER.signedIn("sua-phan").get("/api/areas").status()).isEqualTo(200);
  }

  /// The attacker signs in as an approver by the hash of a password of their own.
  @Test
  void aPasswordHashWrittenIntoTheDatabaseOpensNothing() {
    SERVER.person("ke-xau", commune, Role.TEAM_MEMBER);
    UUID approver = SERVER.person("nguoi-duyet", commune, Role.APPROVER).id();
    root.patch("/api/people/" + approver, Map.of("password", "mật khẩu chẳng ai biết"));
    raw(
        "update identity.person set must_change_password = false, password_hash = (select"
            + " password_hash from identity.person where username = 'ke-xau') where id = '%s'",
        approver);
    assertRefused(SERVER.client(), "nguoi-duyet");
    raw(
        "update identity.person set mac = (select mac from identity.person where username ="
            + " 'ke-xau') where id = '%s'",
        approver);
    assertRefused(SERVER.client(), "nguoi-duyet");
    assertThat(check("account nguoi-duyet"))
        .singleElement()
        .asString()
        .contains("its password is another one in the log");
  }

  /// A row of before with its own code, which is good for what it stands for.
  @Test
  void anAccountOfBeforeIsNotPutBack() {
    Person was = SERVER.person("da-tung", commune, Role.DUTY_OFFICER, Role.PARTNER);
    SERVER.signedIn("da-tung");
    raw("create table kept_person as select * from identity.person where id = '%s'", was.id());
    Map<String, Object> fewer = Map.of("roles", List.of("PARTNER"));
    assertThat(root.patch("/api/people/" + was.id(), fewer).status()).isEqualTo(200);
    assertThat(SERVER.signedIn("da-tung").get("/api/areas").status()).isEqualTo(200);

    raw(
        "insert into identity.role_grant (person_id, role) values ('%s', 'DUTY_OFFICER')",
        was.id());
    raw("update identity.person p set mac = k.mac from kept_person k where k.id = p.id");
    assertRefused(SERVER.client(), "da-tung");
    assertThat(check("account da-tung")).singleElement().asString().contains("its roles");

    // The events turned around, so that the earlier one comes last.
    String events =
        " from audit.event where type = 'identity.account-written' and object_id = '"
            + was.pseudonym()
            + "'";
    raw("create table kept_event as select *" + events + " order by seq limit 1");
    raw("delete from audit.event where id in (select id from kept_event)");
    raw("update kept_event set seq = (select max(seq) + 1000 from audit.event)");
    raw("insert into audit.event overriding system value select * from kept_event");
    assertRefused(SERVER.client(), "da-tung");
    // The later event taken away, which the check of the log sees.
    raw("delete from audit.event where id = (select max(id::text)::uuid" + events + ")");
    assertRefused(SERVER.client(), "da-tung");
    raw("drop table kept_event");
    raw("drop table kept_person");
  }

  @Test
  void whoeverWasLockedIsNotUnlockedInTheDatabase() {
    UUID id = SERVER.person("bi-khoa", commune, Role.DUTY_OFFICER).id();
    assertThat(root.patch("/api/people/" + id, Map.of("active", false)).status()).isEqualTo(200);
    raw("update identity.person set active = true where id = '%s'", id);
    assertRefused(SERVER.client(), "bi-khoa");
    assertThat(check("account bi-khoa"))
        .singleElement()
        .asString()
        .contains("the log tells otherwise whether it is locked");
    assertThat(root.patch("/api/people/" + id, Map.of("displayName", "Tên mới")).code())
        .as("which would make it the server's own")
        .isEqualTo("account-altered");
  }

  @Test
  void anAccountIsNeitherMadeNorTakenAwayInTheDatabase() {
    raw(
        """
        insert into identity.person (id, username, display_name, language, pseudonym, active,
          must_change_password, password_hash, mac)
        select gen_random_uuid(), 'tu-sinh', display_name, 'vi', gen_random_uuid(), true, false,
          password_hash, mac from identity.person where username = 'xac-nhan'
        """);
    raw(
        "insert into identity.role_grant (person_id, role) select id, 'ADMINISTRATOR' from"
            + " identity.person where username = 'tu-sinh'");
    assertRefused(SERVER.client(), "tu-sinh");
    assertThat(check("account tu-sinh"))
        .singleElement()
        .asString()
        .contains("this server did not write it");
    raw(
        "delete from identity.role_grant where person_id = (select id from identity.person where"
            + " username = 'tu-sinh')");
    raw("delete from identity.person where username = 'tu-sinh'");

    Person gone = SERVER.person("bi-xoa", commune, Role.DUTY_OFFICER);
    raw("delete from identity.role_grant where person_id = '%s'", gone.id());
    raw("delete from identity.person where id = '%s'", gone.id());
    assertThat(check("account with the pseudonym " + gone.pseudonym()))
        .singleElement()
        .asString()
        .contains("the database does not");
  }

  @Test
  void aSessionWrittenIntoTheDatabaseIsNone() {
    SERVER.person("phien-xau", commune, Role.TEAM_MEMBER);
    UUID chief = SERVER.person("phien-truong", commune, Role.ADMINISTRATOR).id();
    TestClient own = SERVER.signedIn("phien-xau");
    TestClient victim = SERVER.signedIn("phien-truong");
    assertThat(victim.get("/api/people").status()).isEqualTo(200);

    // The identifier of an open session, read in the database.
    String session =
        one("select session_id from identity.spring_session where principal_name = '%s'", chief);
    assertThat(withCookie(session).get("/api/people").status()).isEqualTo(401);
    String cookie = decoded(own.cookie("ANBINH_SESSION").orElseThrow());
    assertThat(
            withCookie(session + cookie.substring(cookie.indexOf('.'))).get("/api/people").status())
        .isEqualTo(401);

    // What one session holds, put into another.
    raw(
        """
        update identity.spring_session_attributes mine set attribute_bytes = theirs.attribute_bytes
        from identity.spring_session_attributes theirs, identity.spring_session me,
          identity.spring_session them
        where mine.session_primary_id = me.primary_id and theirs.session_primary_id =
          them.primary_id and mine.attribute_name = theirs.attribute_name
          and them.principal_name = '%s'
          and me.session_id = '%s'
        """,
        chief, cookie.substring(0, cookie.indexOf('.')));
    assertThat(check("session of the person " + chief)).hasSize(1);
    assertThat(own.get("/api/people").status()).isEqualTo(401);
    assertThat(victim.get("/api/people").status()).isEqualTo(200);
  }

  @Test
  void aConfirmationWrittenIntoTheDatabaseIsNone() {
    SERVER.person("chua-xac-nhan", commune, Role.ADMINISTRATOR);
    TestClient client = SERVER.signedIn("chua-xac-nhan");
    raw(
        """
        update identity.spring_session_attributes set attribute_bytes =
          convert_to('t9999999999999 PASSWORD ' || repeat('0', 64), 'UTF8')
        where attribute_name = 'confirmed' and session_primary_id in (select s.primary_id
          from identity.spring_session s join identity.person p on p.id::text = s.principal_name
          where p.username = 'chua-xac-nhan')
        """);
    assertThat(client.post("/api/people", body("nan-nhan", commune, "DUTY_OFFICER")).code())
        .isEqualTo("confirm-yourself");
  }

  @Test
  void aSessionThatEndedWithAPasswordIsNotPutBack() {
    UUID id = SERVER.person("phien-cu", commune, Role.DUTY_OFFICER).id();
    TestClient client = SERVER.signedIn("phien-cu");
    raw(
        "create table kept_session as select * from identity.spring_session where principal_name ="
            + " '%s'",
        id);
    raw(
        "create table kept_attributes as select a.* from identity.spring_session_attributes a join"
            + " kept_session s on s.primary_id = a.session_primary_id");
    assertThat(root.delete("/api/people/" + id + "/sessions").status()).isEqualTo(204);
    raw("insert into identity.spring_session select * from kept_session");
    raw("insert into identity.spring_session_attributes select * from kept_attributes");
    assertThat(client.get("/api/areas").status()).isEqualTo(401);
    raw("drop table kept_session");
    raw("drop table kept_attributes");
  }

  @Test
  void aGrantWrittenIntoTheDatabaseIsNotConfirmed() {
    UUID id = SERVER.person("gia-cap", commune, Role.DUTY_OFFICER).id();
    UUID request = UUID.randomUUID();
    raw(
        "insert into identity.role_request (id, person_id, area_id, causes, granters, granted_at,"
            + " until) select '%s', '%s', '%s', array['GRANTED'], array[id], now(), now() +"
            + " interval '9 days' from identity.person where username = 'root'",
        request, id, commune);
    raw("insert into identity.role_request_role values ('%s', 'AUDITOR', null)", request);
    assertThat(decide(second, id, "CONFIRMED").code()).isEqualTo("account-altered");
    assertThat(check("role grant " + request))
        .singleElement()
        .asString()
        .contains("the log does not tell of it");
    raw("delete from identity.role_request_role where request_id = '%s'", request);
    raw("delete from identity.role_request where id = '%s'", request);
    assertThat(SERVER.signedIn("gia-cap").get("/api/areas").status()).isEqualTo(200);
  }

  @Test
  void whatBecameOfAGrantIsWhatTheLogSays() {
    UUID id = create(local, "cho-duyet", commune, "DUTY_OFFICER", "APPROVER");
    String request = waiting(root, id).path("id").asString();
    assertThat(check("role grant " + request)).isEmpty();
    // A second administrator's confirmation, forged with the role.
    raw(
        "update identity.role_request set outcome = 'CONFIRMED', ended_at = now(), ended_by ="
            + " (select id from identity.person where username = 'xac-nhan') where id = '%s'",
        request);
    raw("insert into identity.role_grant (person_id, role) values ('%s', 'APPROVER')", id);
    assertThat(check("role grant " + request))
        .singleElement()
        .asString()
        .contains("the log tells otherwise of what became of it");
    assertThat(signIn("cho-duyet", FIRST_PASSWORD)).isEqualTo("sign-in-failed");
    raw(
        "update identity.role_request set area_id = null, granters = '{}' where id = '%s'",
        request);
    assertThat(check("role grant " + request))
        .anyMatch(finding -> finding.what().contains("the area"))
        .anyMatch(finding -> finding.what().contains("who granted it"));
    raw("delete from identity.role_request_role where request_id = '%s'", request);
    raw("delete from identity.role_request where id = '%s'", request);
    assertThat(check("role grant " + request))
        .singleElement()
        .asString()
        .contains("the log has it, and the database does not");
  }

  /// An exception that is over does not begin again by the database.
  @Test
  void theFirstStepsAreOverWhateverTheDatabaseSays() {
    raw("create table kept_steps as select * from identity.first_steps");
    raw("update identity.first_steps set began_at = now(), ended_at = null");
    raw(
        "create table kept_roles as select * from identity.role_grant g where g.role ="
            + " 'ADMINISTRATOR' and g.person_id in (select id from identity.person where area_id is null"
            + " and username <> 'root')");
    raw(
        "delete from identity.role_grant g using kept_roles k where g.person_id = k.person_id and"
            + " g.role = k.role");
    assertThat(root.post("/api/people", body("buoc-dau", commune, "AUDITOR")).json().path("roles"))
        .isEmpty();
    assertThat(check("first steps")).hasSize(1);
    raw("insert into identity.role_grant select * from kept_roles");
    raw(
        "update identity.first_steps s set began_at = k.began_at, ended_at = k.ended_at from"
            + " kept_steps k");
    raw("drop table kept_steps");
    raw("drop table kept_roles");
  }

  private static void assertRefused(TestClient client, String username) {
    assertThat(client.get("/api/people").status()).isEqualTo(401);
    assertThat(signIn(username, TestServer.PASSWORD)).isEqualTo("sign-in-failed");
  }

  /// Without trying to sign in, which is limited.
  private static void assertWorthNothing(String username) {
    Person found = SERVER.bean(People.class).find(username).orElseThrow();
    assertThat(found.active()).isFalse();
    assertThat(found.roles()).isEmpty();
  }

  private static String signIn(String username, String password) {
    TestClient client = SERVER.client();
    client.get("/api/session");
    return client.trySignIn(username, password).code();
  }

  private static String listed(String username) {
    return root.get("/api/people?q=" + username).text();
  }

  private static List<Finding> check(String subject) {
    var findings = new ArrayList<Finding>();
    SERVER.beans(ConsistencyCheck.class).stream()
        .filter(check -> CHECKS.contains(check.subject()))
        .forEach(check -> check.run(findings::add));
    return findings.stream().filter(each -> each.subject().startsWith(subject)).toList();
  }

  private static TestClient withCookie(String session) {
    TestClient client = SERVER.client();
    client.putCookie("ANBINH_SESSION", Base64.getEncoder().encodeToString(session.getBytes(UTF_8)));
    return client;
  }

  private static String decoded(String cookie) {
    return new String(Base64.getDecoder().decode(cookie), UTF_8);
  }

  private static String one(String sql, Object value) {
    return SERVER.database().client().sql(sql.formatted(value)).query(String.class).single();
  }

  /// As the owner of the database, who has no key.
  private static void raw(String sql, Object... values) {
    SERVER.database().client().sql(values.length == 0 ? sql : sql.formatted(values)).update();
  }
}
