package anbinh.evidence.retention;

import static anbinh.evidence.EvidenceFixture.errors;
import static anbinh.evidence.EvidenceFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.evidence.EvidenceFixture;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.collect.FakeFootage;
import anbinh.evidence.collect.Staging;
import anbinh.identity.Role;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.Site;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// How long packages are kept: the clock, holds, deletion with its certificate, and what a check
/// says of it.
class KeepIT {
  @RegisterExtension static final TestServer SERVER = new TestServer(TestServer.FAKE_FOOTAGE);

  private static final int KEEP_DAYS = 1826;
  private static final String FILM = "một bản sao trình chiếu";

  private static @Nullable EvidenceFixture made;

  @BeforeAll
  static void makeWorld() {
    made = new EvidenceFixture(SERVER);
    SERVER.bean(FakeFootage.class).complete(true);
    SERVER.namedPerson(
        "investigator-2", "NGƯỜI\u2003investigator", made.commune.id(), Role.APPROVER);
  }

  private static EvidenceFixture world() {
    return Objects.requireNonNull(made);
  }

  /// A sealed package in a case of its own.
  private record Kept(UUID id, String caseId) {
    String url() {
      return path(id);
    }

    String holds() {
      return url() + "/holds";
    }
  }

  @Test
  void deletesWhatIsOverForGoodWithItsCopiesAndCertifiesIt() throws Exception {
    Kept kept = sealed();
    Path copy = addCopy(kept);
    Extraction before = extraction(kept);
    Path zip = zip(kept);
    assertThat(keeping(kept).path("state").asString()).isEqualTo("NO_END");
    keepTime(Instant.now().plus(Duration.ofDays(20_000)));
    assertThat(zip).as("kept while no end is known").exists();

    end(kept);
    JsonNode counting = keeping(kept);
    assertThat(counting.path("state").asString()).isEqualTo("COUNTING");
    Instant until = Instant.parse(counting.path("until").asString());
    assertThat(until)
        .isEqualTo(
            today().plusDays(KEEP_DAYS).atStartOfDay(SERVER.bean(Site.class).zone()).toInstant());
    keepTime(until.minusSeconds(1));
    assertThat(zip).exists();

    TestClient giver = world().as("investigator");
    String recipient =
        giver.get("/api/handovers/recipients?text=second").json().get(0).path("id").asString();
    String handover =
        giver
            .post(kept.url() + "/handovers", Map.of("recipientId", recipient, "medium", "DOWNLOAD"))
            .json()
            .path("id")
            .asString();
    SERVER
        .database()
        .client()
        .sql("update evidence.handover set open_until = now() + interval '9 years'")
        .update();
    assertThat(keeping(kept).path("handedOver").asBoolean()).isTrue();
    keepTime(until);
    assertThat(zip).as("while somebody may take it over").exists();
    assertThat(giver.delete(kept.url() + "/handovers/" + handover).status()).isEqualTo(200);

    keepTime(until);
    assertThat(zip).doesNotExist();
    assertThat(copy).doesNotExist();
    String certificate = certificates(kept).getFirst();
    assertThat(certificate)
        .contains(before.sha256(), sha256(FILM), before.code() + "-C1")
        .contains("\"seal\":" + before.logIndex(), "\"bytes\":" + before.bytes())
        .contains("\"endedOn\":\"" + today() + "\"", "\"keepDays\":" + KEEP_DAYS)
        .doesNotContain("Người", "45/2026/HS-ST");
    isRefusedAndExplained(kept, before);
    keepTime(until.plus(Duration.ofDays(1)));
    assertThat(certificates(kept)).as("once").hasSize(1);
    checkSeesWhatHasNoCertificate(zip, copy);
  }

  private static void isRefusedAndExplained(Kept kept, Extraction before) {
    TestClient investigator = world().as("investigator");
    TestClient approver = world().as("approver");
    String copy = copyId(kept);
    Map<String, Object> outside =
        Map.of(
            "name", "Phạm Thị Hòa",
            "office", "Viện kiểm sát",
            "title", "Kiểm sát viên",
            "identity", "SERVICE_CARD",
            "medium", "DISC");
    Map<String, Object> order =
        Map.of("kind", "COURT", "master", "data/clips/x.mp4", "words", "Trình chiếu.");
    for (Answer answer :
        List.of(
            investigator.get(kept.url() + "/package.zip"),
            investigator.get(kept.url() + "/verification"),
            investigator.get(kept.url() + "/copies"),
            investigator.post(kept.url() + "/copies", order),
            investigator.get(kept.url() + "/copies/" + copy + "/package.zip"),
            approver.get(kept.url() + "/copies/" + copy + "/video.mp4"),
            approver.get(kept.url() + "/videos"),
            approver.get(kept.url() + "/videos/video.mp4?name=data/clips/x.mp4"),
            investigator.post(kept.url() + "/outside-handovers", outside),
            investigator.post(kept.holds(), hold(30)))) {
      assertThat(answer.code()).as(answer.text()).isEqualTo("package-deleted");
      assertThat(answer.status()).isEqualTo(410);
      assertThat(answer.text()).contains("deletedAt", before.code());
    }
    JsonNode view = keeping(kept);
    assertThat(view.path("state").asString()).isEqualTo("DELETED");
    assertThat(view.path("mayHold").asBoolean()).isFalse();
    JsonNode deleted = view.path("deleted");
    Await.until(
        "the certificate's place in the log",
        () -> !keeping(kept).path("deleted").path("logIndex").isNull());
    assertThat(deleted.path("packages").findValuesAsString("sha256"))
        .containsExactly(before.sha256(), sha256(FILM));
    JsonNode request = world().get(kept.id());
    assertThat(request.path("extraction").path("packageUrl").isNull()).isTrue();
    assertThat(request.path("extraction").path("deletedAt").isNull()).isFalse();
    assertThat(request.path("extraction").path("files").isEmpty()).as("hashes stay").isFalse();
    assertThat(request.path("history").findValuesAsString("what")).endsWith("PACKAGE_DELETED");
    JsonNode custody = investigator.get(kept.url() + "/custody").json();
    assertThat(custody.path("lines").findValuesAsString("what")).endsWith("DELETED");
    assertThat(custody.path("mayHandOver").asBoolean()).isFalse();
    assertThat(
            approver
                .get("/api/cases/" + kept.caseId() + "/timeline")
                .json()
                .path("items")
                .findValuesAsString("what"))
        .contains("PACKAGE_DELETED");
  }

  private static void checkSeesWhatHasNoCertificate(Path zip, Path copy) throws Exception {
    assertThat(findings()).isEmpty();
    Files.writeString(zip, "lại có");
    Files.writeString(copy, FILM);
    assertThat(findings()).hasSize(2).allMatch(each -> each.what().contains("was deleted, and"));
    Files.delete(zip);
    Files.delete(copy);
    assertThat(findings()).isEmpty();

    Kept other = sealed();
    Path otherCopy = addCopy(other);
    Path moved = Files.createTempFile("anbinh-test-moved", ".zip");
    Files.move(zip(other), moved, StandardCopyOption.REPLACE_EXISTING);
    Files.delete(otherCopy);
    assertThat(findings()).extracting(Finding::what).containsOnly("the package file is gone");
    sql("update evidence.extraction set deleted_at = now() where request_id = ?", other.id());
    assertThat(findings())
        .extracting(Finding::what)
        .as("a row alone certifies nothing")
        .containsOnly("was deleted without a certificate in the log");
    sql("update evidence.extraction set deleted_at = null where request_id = ?", other.id());
    namesAThousandWithoutWaitingForEach(other);
    Files.move(moved, zip(other));
    Files.writeString(otherCopy, FILM);
    assertThat(findings()).isEmpty();
  }

  /// A certificate may be moments behind its row. Three seconds for each row that somebody wrote
  /// would be most of an hour.
  private static void namesAThousandWithoutWaitingForEach(Kept like) {
    SERVER
        .database()
        .client()
        .sql(
            """
            with forged as (
              insert into evidence.request
              select (jsonb_populate_record(r, jsonb_build_object(
                'id', gen_random_uuid(), 'code', 'REQ-FORGED-' || n))).*
              from evidence.request r, generate_series(1, 1000) n where r.id = ? returning id, code)
            insert into evidence.extraction
            select (jsonb_populate_record(x, jsonb_build_object('request_id', f.id,
              'code', 'EXT-' || f.code, 'deleted_at', now() - interval '1 hour'))).*
            from evidence.extraction x, forged f where x.request_id = ?
            """)
        .params(like.id(), like.id())
        .update();
    long begun = System.nanoTime();
    assertThat(findings())
        .filteredOn(each -> each.what().equals("was deleted without a certificate in the log"))
        .hasSize(1_000);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(5));
    String forged = "(select id from evidence.request where code like 'REQ-FORGED-%')";
    SERVER
        .database()
        .client()
        .sql("delete from evidence.extraction where request_id in " + forged)
        .update();
    SERVER.database().client().sql("delete from evidence.request where id in " + forged).update();
  }

  @Test
  void goesOnAfterAKillBetweenAnyTwoSteps() throws Exception {
    Kept first = sealed();
    Kept second = sealed();
    endedLongAgo(first);
    Instant late = endedLongAgo(second);
    PackageDeletion deletion = SERVER.bean(PackageDeletion.class);
    assertThat(deletion.note(first.id(), late)).isTrue();
    assertThat(zip(first)).as("noted before a file goes").exists();
    assertThat(world().as("investigator").get(first.url() + "/package.zip").status())
        .isEqualTo(410);
    assertThat(deletion.listDue(late)).doesNotContain(first.id());
    assertThat(deletion.note(second.id(), late)).isTrue();
    assertThat(deletion.erase(second.id())).isTrue();
    assertThat(certificates(second)).as("nothing is certified before it is done").isEmpty();

    SERVER.stop();
    SERVER.start();
    for (Kept each : List.of(first, second)) {
      Await.until("a certificate", () -> !certificates(each).isEmpty());
      assertThat(zip(each)).doesNotExist();
      PackageDeletion again = SERVER.bean(PackageDeletion.class);
      assertThat(again.finish(each.id())).as("killed after the last step").isTrue();
      assertThat(certificates(each)).hasSize(1);
      assertThat(world().get(each.id()).path("history").findValuesAsString("what"))
          .containsOnlyOnce("PACKAGE_DELETED");
    }
    assertThat(findings()).isEmpty();
  }

  @Test
  void keepsForThirtyDaysAfterTheConfirmationAndForEverOnceTheEndIsUndone() {
    Kept kept = sealed();
    Instant until = endedLongAgo(kept);
    assertThat(Instant.parse(keeping(kept).path("until").asString())).isEqualTo(until);
    assertThat(due(until.minusSeconds(1))).doesNotContain(kept.id());
    assertThat(due(until)).contains(kept.id());
    String path = "/api/cases/" + kept.caseId() + "/final-closure";
    world()
        .as("investigator")
        .post(path + "/reversal", Map.of("reason", "Vụ án được phục hồi điều tra."));
    assertThat(due(until)).as("asking undoes nothing").contains(kept.id());
    Answer undone = world().as("approver").post(path + "/decision", Map.of("outcome", "CONFIRMED"));
    assertThat(undone.status()).as(undone.text()).isEqualTo(200);
    assertThat(due(until.plus(Duration.ofDays(9_000)))).doesNotContain(kept.id());
    assertThat(SERVER.bean(PackageDeletion.class).note(kept.id(), until))
        .as("undone at the last moment")
        .isFalse();
    assertThat(keeping(kept).path("state").asString()).isEqualTo("NO_END");
  }

  @Test
  void keepsWhatIsHeldUntilEveryHoldIsLiftedByTwo() {
    Kept kept = sealed();
    Instant until = endedLongAgo(kept);
    TestClient investigator = world().as("investigator");
    TestClient auditor = world().as("auditor");
    TestClient approver = world().as("approver");
    assertThat(errors(investigator.post(kept.holds(), Map.of())))
        .containsExactly(
            "document required",
            "authority required",
            "article required",
            "reason required",
            "reviewOn required");
    assertThat(errors(investigator.post(kept.holds(), hold(0))))
        .containsExactly("reviewOn within-a-year");
    assertThat(errors(investigator.post(kept.holds(), hold(367))))
        .containsExactly("reviewOn within-a-year");
    assertThat(world().as("colleague").post(kept.holds(), hold(30)).code())
        .isEqualTo("not-your-package");
    assertThat(world().as("chief").post(kept.holds(), hold(30)).code()).isEqualTo("not-your-area");
    String first = placed(kept, investigator);
    String second = placed(kept, auditor);
    assertThat(keeping(kept).path("state").asString()).isEqualTo("HELD");
    assertThat(due(until)).doesNotContain(kept.id());

    String lifting = kept.holds() + "/" + first + "/release";
    assertThat(approver.post(lifting + "/decision", Map.of("outcome", "CONFIRMED")).code())
        .isEqualTo("no-such-lifting");
    Map<String, Object> reason = Map.of("reason", "Viện kiểm sát đã trả hồ sơ.");
    assertThat(investigator.post(lifting, reason).status()).isEqualTo(200);
    assertThat(auditor.post(lifting, reason).code()).isEqualTo("lifting-pending");
    assertThat(investigator.post(lifting + "/decision", Map.of("outcome", "CONFIRMED")).code())
        .isEqualTo("not-your-role");
    assertThat(
            world()
                .as("investigator-2")
                .post(lifting + "/decision", Map.of("outcome", "CONFIRMED"))
                .code())
        .as("by their name")
        .isEqualTo("own-lifting");
    assertThat(waiting("investigator-2", WorklistKind.HOLD_LIFTING).count()).isZero();
    assertThat(waiting("approver", WorklistKind.HOLD_LIFTING).count()).isEqualTo(1);
    assertThat(waiting("chief", WorklistKind.HOLD_LIFTING).count()).isZero();
    assertThat(approver.get("/api/holds/waiting").json().path("items").get(0).path("extraction"))
        .hasToString("\"" + extraction(kept).code() + "\"");
    assertThat(errors(approver.post(lifting + "/decision", Map.of("outcome", "REFUSED"))))
        .containsExactly("reason required");
    SERVER.forgetConfirmations();
    assertThat(approver.post(lifting + "/decision", Map.of("outcome", "CONFIRMED")).code())
        .isEqualTo("confirm-yourself");
    approver = world().as("approver");
    Answer refused =
        approver.post(
            lifting + "/decision", Map.of("outcome", "REFUSED", "reason", "Còn chờ phúc thẩm."));
    assertThat(refused.status()).as(refused.text()).isEqualTo(200);
    investigator = world().as("investigator");
    assertThat(investigator.post(lifting, reason).status()).isEqualTo(200);
    Answer lifted = approver.post(lifting + "/decision", Map.of("outcome", "CONFIRMED"));
    assertThat(lifted.json().path("state").asString()).as("the other one").isEqualTo("HELD");
    assertThat(due(until)).doesNotContain(kept.id());
    assertThat(investigator.post(lifting, reason).code()).isEqualTo("hold-lifted");

    String other = kept.holds() + "/" + second + "/release";
    assertThat(investigator.post(other, reason).status()).isEqualTo(200);
    assertThat(approver.post(other + "/decision", Map.of("outcome", "CONFIRMED")).status())
        .isEqualTo(200);
    assertThat(due(until)).contains(kept.id());
    assertThat(world().get(kept.id()).path("history").findValuesAsString("what"))
        .endsWith(
            "HOLD_PLACED",
            "HOLD_PLACED",
            "LIFTING_ASKED",
            "LIFTING_REFUSED",
            "LIFTING_ASKED",
            "HOLD_LIFTED",
            "LIFTING_ASKED",
            "HOLD_LIFTED");
    assertThat(leaves(kept, "package.hold-placed"))
        .hasSize(2)
        .noneMatch(leaf -> leaf.contains("17/YC-VKS") || leaf.contains("Hồ sơ"));
  }

  @Test
  void aHoldStaysInForceOnItsDayOfReviewAndIsToldOf() {
    Kept kept = sealed();
    Instant until = endedLongAgo(kept);
    TestClient owner = world().as("investigator");
    String hold = placed(kept, owner);
    long before = waiting("investigator", WorklistKind.HOLD_REVIEW).overdue();
    long approvers = waiting("second", WorklistKind.HOLD_REVIEW).overdue();
    sql("update evidence.hold set review_on = current_date - 3 where request_id = ?", kept.id());
    assertThat(waiting("investigator", WorklistKind.HOLD_REVIEW).overdue()).isEqualTo(before + 1);
    assertThat(waiting("second", WorklistKind.HOLD_REVIEW).overdue()).isEqualTo(approvers + 1);
    assertThat(waiting("auditor", WorklistKind.HOLD_REVIEW).overdue())
        .as("neither owner nor approver")
        .isZero();
    assertThat(keeping(kept).path("holds").get(0).path("overdue").asBoolean()).isTrue();
    assertThat(due(until)).doesNotContain(kept.id());
    String review = kept.holds() + "/" + hold + "/review";
    Map<String, Object> requested =
        Map.of("reason", "Còn chờ phúc thẩm.", "reviewOn", today().plusDays(90).toString());
    assertThat(world().as("auditor").post(review, requested).code()).isEqualTo("not-your-hold");
    Answer reviewed = owner.post(review, requested);
    assertThat(reviewed.json().path("holds").get(0).path("overdue").asBoolean())
        .as(reviewed.text())
        .isFalse();
    assertThat(waiting("investigator", WorklistKind.HOLD_REVIEW).overdue()).isEqualTo(before);
    assertThat(leaves(kept, "package.hold-reviewed")).hasSize(1);
    Kept other = sealed();
    assertThat(owner.post(other.holds() + "/" + hold + "/review", requested).code())
        .as("through another request")
        .isEqualTo("no-such-hold");
  }

  private static Waiting waiting(String username, WorklistKind kind) {
    return Waiting.of(world().as(username), kind);
  }

  private static String placed(Kept kept, TestClient by) {
    Answer placed = by.post(kept.holds(), hold(30));
    assertThat(placed.status()).as(placed.text()).isEqualTo(201);
    return placed.json().path("holds").get(0).path("id").asString();
  }

  private static Map<String, Object> hold(int days) {
    return Map.of(
        "document",
        "17/YC-VKS",
        "authority",
        "PROSECUTOR",
        "article",
        "Điều 90 BLTTHS",
        "reason",
        "Hồ sơ còn phục vụ phiên tòa phúc thẩm.",
        "reviewOn",
        today().plusDays(days).toString());
  }

  private static LocalDate today() {
    return LocalDate.now(SERVER.bean(Site.class).zone());
  }

  /// A sealed package of a case that is closed.
  private static Kept sealed() {
    String caseId = world().openCase("investigator", world().commune);
    Map<String, Object> form = new HashMap<>(world().form(0, world().camera));
    form.put("caseId", caseId);
    UUID id = world().approved(form);
    world().await(id, "SEALED");
    Answer closed =
        world()
            .as("investigator")
            .post(
                "/api/cases/" + caseId + "/outcome",
                Map.of("clarified", false, "clarifiedBy", List.of(), "note", "đã rõ"));
    assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    return new Kept(id, caseId);
  }

  private static void end(Kept kept) {
    String path = "/api/cases/" + kept.caseId() + "/final-closure";
    Answer asked =
        world()
            .as("investigator")
            .post(
                path,
                Map.of(
                    "kind",
                    "JUDGMENT_IN_FORCE",
                    "authority",
                    "COURT",
                    "number",
                    "45/2026/HS-ST",
                    "on",
                    today().toString(),
                    "reason",
                    "Bản án sơ thẩm đã có hiệu lực pháp luật."));
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    Answer decided =
        world().as("approver").post(path + "/decision", Map.of("outcome", "CONFIRMED"));
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
  }

  /// As if the paper were of a day so long ago that only the time after the confirmation is left;
  /// returns when that is over.
  private static Instant endedLongAgo(Kept kept) {
    end(kept);
    sql(
        "update cases.final_closure set paper_on = current_date - 4000 where case_id = ?",
        UUID.fromString(kept.caseId()));
    return SERVER
        .database()
        .client()
        .sql("select decided_at from cases.final_closure where case_id = ?")
        .param(UUID.fromString(kept.caseId()))
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .single()
        .plus(Duration.ofDays(30));
  }

  private static List<UUID> due(Instant now) {
    return SERVER.bean(PackageDeletion.class).listDue(now);
  }

  private static void keepTime(Instant now) {
    assertThat(SERVER.bean(PackageRetentionJob.class).keepTime(now)).isTrue();
  }

  private static JsonNode keeping(Kept kept) {
    Answer answer = world().as("investigator").get(kept.url() + "/retention");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static Extraction extraction(Kept kept) {
    return SERVER.bean(ExtractionTable.class).find(kept.id()).orElseThrow();
  }

  private static Path zip(Kept kept) {
    return SERVER.bean(Staging.class).packageFile(extraction(kept));
  }

  /// A court copy with a package of its own, as it is once another person confirmed it.
  private static Path addCopy(Kept kept) throws Exception {
    SERVER
        .database()
        .client()
        .sql(
            """
            insert into evidence.copy (id, request_id, number, kind, state, master, master_sha256,
              keeps_sound, words, ordered_by, ordered_at, next_at, made_at, method, bytes, sha256,
              tool, command, reviewed_by, reviewed_at, seal_event_id, seal, package_bytes,
              package_sha256, leaf_index)
            values (gen_random_uuid(), ?, 1, 'COURT', 'CONFIRMED', 'data/clips/x.mp4', ?, true,
              'Trình chiếu.', gen_random_uuid(), now(), now(), now(), 'BIT_FOR_BIT', 1, ?, 'x', 'x',
              gen_random_uuid(), now(), gen_random_uuid(), 'x', ?, ?, 1)
            """)
        .params(
            kept.id(),
            sha256(FILM),
            sha256(FILM),
            FILM.getBytes(StandardCharsets.UTF_8).length,
            sha256(FILM))
        .update();
    Path folder = Files.createDirectories(SERVER.data().resolve("evidence").resolve("copies"));
    return Files.writeString(folder.resolve(extraction(kept).code() + "-C1.zip"), FILM);
  }

  private static String copyId(Kept kept) {
    return SERVER
        .database()
        .client()
        .sql("select id from evidence.copy where request_id = ?")
        .param(kept.id())
        .query((row, _) -> String.valueOf(row.getString(1)))
        .single();
  }

  private static List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    for (String check : List.of("packagesCheck", "copiesCheck")) {
      SERVER.bean(check, ConsistencyCheck.class).run(found::add);
    }
    return found;
  }

  private static List<String> certificates(Kept kept) {
    return leaves(kept, "package.deleted");
  }

  private static List<String> leaves(Kept kept, String type) {
    return SERVER
        .database()
        .client()
        .sql(
            "select convert_from(record, 'UTF8') from audit.event where type = ? and object_id = ?")
        .params(type, kept.id().toString())
        .query((row, _) -> String.valueOf(row.getString(1)))
        .list();
  }

  private static void sql(String text, UUID id) {
    SERVER.database().client().sql(text).param(id).update();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
