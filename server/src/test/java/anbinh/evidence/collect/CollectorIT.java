package anbinh.evidence.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.audit.log.Proofs;
import anbinh.cases.store.Cases;
import anbinh.evidence.EvidenceFixture;
import anbinh.evidence.collect.document.KernelClock;
import anbinh.evidence.collect.footage.CoverageFile;
import anbinh.evidence.collect.footage.FileHash;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.identity.people.People;
import anbinh.platform.ConsistencyCheck;
import anbinh.recording.Span;
import anbinh.seal.bag.FileDigest;
import anbinh.seal.log.EventRecord;
import anbinh.seal.note.SigningKey;
import anbinh.seal.verify.Verdict;
import anbinh.seal.verify.Verifier;
import anbinh.testing.Await;
import anbinh.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The collector, step by step, with the background work stopped so that the test is the one that
/// goes on, crashes and comes back.
class CollectorIT {
  /// Nobody has signed in yet.
  private static final Instant BEGUN = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  @RegisterExtension static final TestServer SERVER = new TestServer(TestServer.FAKE_FOOTAGE);

  private static @Nullable EvidenceFixture made;

  @BeforeAll
  static void makeWorld() {
    made = new EvidenceFixture(SERVER);
  }

  @BeforeEach
  void stopWorker() {
    SERVER.bean(CollectionWorker.class).stop();
    SERVER.bean(FakeFootage.class).complete(true);
    SERVER.bean(FakeFootage.class).gapCause("UNREACHABLE");
  }

  private static EvidenceFixture world() {
    return Objects.requireNonNull(made);
  }

  @Test
  void goesOnAfterAKillBeforeEveryStep() throws Exception {
    UUID id = world().approved(world().form(0, world().camera, world().gappy));
    for (CollectStep step : CollectStep.values()) {
      assertThat(row(id).step()).isEqualTo(step);
      hold(id, true);
      SERVER.stop();
      SERVER.start();
      SERVER.bean(CollectionWorker.class).stop();
      hold(id, false);
      step(id);
    }
    finish(id);
    assertIntact(id);
  }

  @Test
  void doesEveryStepAgainWithoutDoingAnythingTwice() throws Exception {
    UUID id = world().approved(world().form(0, world().camera));
    world()
        .seePass(
            world().camera,
            SERVER.bean(Requests.class).get(id).application().asked().from().plusSeconds(1));
    for (CollectStep step :
        List.of(CollectStep.QUEUED, CollectStep.CUTTING, CollectStep.DESCRIBING)) {
      step(id);
      // As if the step were done, but the server killed before it was noted.
      SERVER.bean(CollectionTable.class).advance(id, step, 0, SERVER.bean(Requests.class).now());
      step(id);
    }
    CollectionTable.Row row = row(id);
    EvidenceRequest request = SERVER.bean(Requests.class).get(id);
    var relatedCase = SERVER.bean(Cases.class).get(request.application().caseId());
    Sealing sealing = SERVER.bean(Sealing.class);
    Sealing.Sealed first = sealing.seal(row, request, relatedCase);
    // Killed between the package on the disk and the request: packed again, sealed only once.
    Sealing.Sealed second = sealing.seal(row(id), request, relatedCase);
    assertThat(second.sealEvent()).isEqualTo(first.sealEvent());
    assertThat(second.extraction().logIndex()).isEqualTo(first.extraction().logIndex());
    finish(id);
    assertIntact(id);
    assertThat(events(id, "extraction.sealed")).isEqualTo(1);
    JsonNode pass = file(id, "sightings.json").at("/cameras/0/passes/0");
    assertThat(pass.at("/readings/0/text").asString()).isEqualTo("36A12345");
    assertThat(pass.path("weakness").asString()).isEqualTo("SEEN_ONCE");
    assertThat(pass.path("kind").asString()).isEqualTo("CAR");
  }

  @Test
  void leavesNothingOfAClipThatBrokeOff() throws Exception {
    UUID id = world().approved(world().form(10, world().camera));
    SERVER
        .bean(FakeFootage.class)
        .failOnce(world().camera.id(), new IllegalStateException("the disk went away"));
    step(id);
    assertThatThrownBy(() -> step(id)).hasMessage("the disk went away");
    assertThat(row(id).step()).isEqualTo(CollectStep.CUTTING);
    finish(id);
    assertIntact(id);
    assertThat(SERVER.bean(Staging.class).folder(code(id))).doesNotExist();
  }

  @Test
  void neverSealsPicturesThatAreNotTheRecordedOnes() throws Exception {
    UUID id = world().approved(world().form(20, world().camera));
    FakeFootage footage = SERVER.bean(FakeFootage.class);
    footage.forge(world().camera.id(), true);
    step(id);
    assertThatThrownBy(() -> step(id))
        .isInstanceOf(CollectFailure.class)
        .hasMessageContaining("not those of the recording");
    assertThat(world().state(id)).isEqualTo("COLLECTING");
    footage.forge(world().camera.id(), false);
    finish(id);
    assertIntact(id);
  }

  @Test
  void waitsForFootageThatIsStillBeingWritten() throws Exception {
    UUID id = world().approved(world().form(30, world().camera));
    SERVER.bean(FakeFootage.class).complete(false);
    assertThat(step(id)).isEmpty();
    assertThat(row(id).step()).isEqualTo(CollectStep.QUEUED);
    assertThat(row(id).nextAt()).isAfter(SERVER.bean(Requests.class).now().minusMillis(500));
    SERVER.bean(FakeFootage.class).complete(true);
    finish(id);
    assertIntact(id);
  }

  @Test
  void keepsOwnersFromGivingWhileItIsPutToWaiting() throws Exception {
    UUID id = world().approved(world().form(35, world().shop));
    JdbcClient database = SERVER.database().client();
    try (var others = Executors.newVirtualThreadPerTaskExecutor();
        Connection held = SERVER.database().pool().getConnection()) {
      held.setAutoCommit(false);
      held.createStatement()
          .execute("select 1 from evidence.collection where request_id = '" + id + "' for update");
      Future<Optional<CollectStep>> step = others.submit(() -> step(id));
      Await.until(
          "it waits for the row that is held",
          () ->
              database
                  .sql(
                      """
                      select exists (select from pg_stat_activity where datname = current_database()
                        and wait_event_type = 'Lock' and query like 'update evidence.collection%')
                      """)
                  .query(Boolean.class)
                  .single());
      assertThatThrownBy(() ->
              database
                  .sql(
                      "select camera_id from evidence.owner_request where request_id = ? for update nowait")
                  .param(id)
                  .query(UUID.class)
                  .list())
          .rootCause()
          .hasMessageContaining("could not obtain lock");
      held.rollback();
      assertThat(step.get()).isEmpty();
    }
    assertThat(row(id).nextAt()).isAfter(SERVER.bean(Requests.class).now().plusSeconds(3_600));
  }

  @Test
  void endsUnavailableWhenNothingWasRecorded() throws Exception {
    FakeFootage footage = SERVER.bean(FakeFootage.class);
    Instant late = world().start.plusSeconds(300);
    Map<String, Object> soonLost = world().form(300, world().camera, world().gappy);
    footage.record(world().camera.id(), late, 20);
    UUID id = world().approved(soonLost);
    UUID deleted = world().approved(soonLost);
    footage.lose(world().camera.id(), late);
    finish(id);
    JsonNode json = world().get(id);
    assertThat(json.path("state").asString()).isEqualTo("UNAVAILABLE");
    assertThat(json.path("unavailable").asString()).isEqualTo("NOT_RECORDED");
    assertThat(footage.holds(json.path("code").asString())).isZero();
    footage.gapCause("DELETED");
    finish(deleted);
    assertThat(world().get(deleted).path("unavailable").asString()).isEqualTo("DELETED");
    footage.record(world().camera.id(), late, 20);
    UUID lost = world().approved(soonLost);
    footage.lose(world().camera.id(), late);
    footage.gapCause("FILE_MISSING");
    finish(lost);
    assertThat(world().get(lost).path("unavailable").asString()).isEqualTo("LOST");
  }

  /// Whoever writes into the staging folder, or a fault of ours: "Gaps: none" over missing time.
  @Test
  void sealsNothingWhoseRecordedTimeAndGapsAreNotTheGrantedTime() throws Exception {
    UUID id = world().approved(world().form(25, world().gappy));
    for (CollectStep _ : List.of(CollectStep.QUEUED, CollectStep.CUTTING, CollectStep.DESCRIBING)) {
      step(id);
    }
    Path staged =
        SERVER.bean(Staging.class).folder(row(id).extractionCode()).resolve("data/coverage.json");
    String whole = Files.readString(staged);
    CoverageFile coverage = CoverageFile.read(whole);
    CoverageFile.CameraPart part = coverage.cameras().getFirst();
    for (CoverageFile wrong :
        List.of(
            // Without its gap, with a longer run over it, and of another camera.
            with(coverage, part.recorded(), List.of(), part.cameraId()),
            with(
                coverage,
                List.of(new Span(coverage.from(), coverage.to())),
                part.gaps(),
                part.cameraId()),
            with(coverage, part.recorded(), part.gaps(), world().camera.id()))) {
      Files.writeString(staged, wrong.write());
      assertThatThrownBy(() -> step(id)).isInstanceOf(IllegalArgumentException.class);
      assertThat(events(id, "extraction.sealed")).isZero();
    }
    Files.writeString(staged, whole);
    finish(id);
    assertIntact(id);
  }

  private static CoverageFile with(
      CoverageFile coverage, List<Span> recorded, List<CoverageFile.GapPart> gaps, UUID camera) {
    CoverageFile.CameraPart part = coverage.cameras().getFirst();
    return new CoverageFile(
        coverage.format(),
        coverage.from(),
        coverage.to(),
        List.of(
            new CoverageFile.CameraPart(
                camera,
                part.code(),
                recorded,
                gaps,
                part.coveredMillis(),
                part.requestedMillis())));
  }

  @Test
  void sealsWhatThereIsAndDeclaresTheGaps() throws Exception {
    UUID id = world().approved(world().form(25, world().gappy, world().camera));
    finish(id);
    Verdict verdict = assertIntact(id);
    assertThat(verdict.facts().provedSegments()).isEqualTo(2);
    JsonNode record = file(id, "record.json");
    JsonNode gap = record.path("time").get(0).path("gaps").get(0);
    assertThat(gap.path("cause").asString()).isEqualTo("UNREACHABLE");
    assertThat(gap.path("from").asString())
        .isEqualTo(EventRecord.formatTime(world().start.plusSeconds(30)));
    assertThat(record.path("time").get(1).path("gaps").isEmpty()).isTrue();
    CoverageFile.read(file(id, "coverage.json").toString())
        .requireWhole(Set.of(world().gappy.id(), world().camera.id()));
    String first = record.path("time").get(0).path("firstFrame").asString();
    assertThat(record.path("files").get(0).path("path").asString())
        .isEqualTo(
            "clips/%s_%s.mp4"
                .formatted(
                    world().gappy.code(),
                    DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssxx")
                        .withZone(ZoneId.of("Asia/Ho_Chi_Minh"))
                        .format(Instant.parse(first))));
    assertThat(record.path("acquisition").get(1).path("hiddenPrerollMillis").asDouble())
        .isBetween(300.0, 400.0);
    assertThat(record.path("decision").path("anotherPersonThanRequester").asBoolean()).isTrue();
    assertThat(record.path("request").path("requester").path("name").asString())
        .isEqualTo("Người investigator");
    assertThat(record.path("redaction").path("redaction").path("absent").asString()).isNotEmpty();
    tellsOfDecisionBuildClockAndWitnesses(record);
    JsonNode segments = file(id, "segments.json");
    JsonNode clip = segments.path("clips").get(1);
    assertThat(clip.path("segments").size()).isEqualTo(1);
    assertThat(clip.path("payloadSha256").asString())
        .isEqualTo(record.path("files").get(4).path("payloadSha256").asString());
    assertThat(world().get(id).path("coverage").get(0).path("coveredMillis").asLong())
        .isEqualTo(4_650);
  }

  @Test
  void satisfiesJudgesThatOthersWrote() throws Exception {
    UUID id = world().approved(world().form(40, world().camera));
    finish(id);
    String key = SERVER.bean(Proofs.class).verifierKey().write();
    ExternalVerifiers.Ruling all = ExternalVerifiers.script(zip(id), key);
    assertThat(all.refused()).as(all.text()).isEqualTo(ExternalVerifiers.OF_PICTURES);
    assertThat(all.text()).contains(" (ONVIF export)", "so are the 1 pieces of recording");
    Path unpacked = ExternalVerifiers.unpack(zip(id)).resolve(code(id));
    Path clip = ExternalVerifiers.first(unpacked.resolve("bag"), ".mp4");
    assertThat(ExternalVerifiers.packets(clip)).isGreaterThan(100);
    assertThat(verifier().verify(unpacked).facts().attestations())
        .anyMatch(signed -> signed.file().equals("bag/data/clips/" + clip.getFileName()));
    byte[] content = Files.readAllBytes(clip);
    content[content.length / 2] ^= 1;
    Files.write(clip, content);
    ExternalVerifiers.Ruling altered = ExternalVerifiers.script(unpacked, key);
    assertThat(altered.exitCode()).as(altered.text()).isEqualTo(1);
    assertThat(altered.refused()).contains("sha512sum", "sha256sum", "bagit", "openssl");
    assertThat(verifier().verify(unpacked)).isInstanceOf(Verdict.Altered.class);
    String other = SigningKey.generate("anbinh.example").verifierKey().write();
    ExternalVerifiers.Ruling stranger = ExternalVerifiers.script(zip(id), other);
    assertThat(stranger.refused()).as(stranger.text()).contains("spicy-litetlog", "openssl");
  }

  @Test
  void printsTheRecordAndTheMinuteInEveryLanguage() throws Exception {
    UUID id = world().approved(world().form(26, world().gappy, world().camera));
    finish(id);
    assertIntact(id);
    Path root = ExternalVerifiers.unpack(zip(id)).resolve(code(id));
    JsonNode record = file(id, "record.json");
    String clip = record.path("files").get(0).path("sha256").asString();
    String tagManifest =
        FileDigest.of(Files.readAllBytes(root.resolve("bag").resolve("tagmanifest-sha512.txt")))
            .sha512();
    Map<String, List<String>> words =
        Map.of(
            "vi",
            List.of("Biên bản trích xuất", "BIÊN BẢN NIÊM PHONG", "Không có thiết bị nào trả lời"),
            "en",
            List.of("Record of extraction", "RECORD OF SEALING", "No device responds"),
            "ar",
            List.of("محضر الاستخراج", "محضر ختم بيانات", "لا شيء يجيب"));
    for (String language : words.keySet()) {
      List<String> expected = Objects.requireNonNull(words.get(language));
      Path printed = root.resolve("bag/data/record." + language + ".pdf");
      assertThat(ExternalVerifiers.pdfText(printed))
          .contains(expected.get(0), expected.get(2), code(id), clip)
          .contains("Người investigator", "Người approver", "CAM-");
      // Three stills of each of two cameras.
      assertThat(ExternalVerifiers.pdfImages(printed)).isEqualTo(6);
      Path minute = root.resolve("seal/minute." + language + ".pdf");
      assertThat(ExternalVerifiers.pdfText(minute))
          .contains(expected.get(1), code(id), tagManifest);
      assertThat(ExternalVerifiers.pdfQrCode(minute))
          .isEqualTo(code(id) + "\nbag/tagmanifest-sha512.txt SHA-512\n" + tagManifest);
    }
    assertThat(ExternalVerifiers.page(root)).contains("Verified OK", "CMS Verification successful");
    assertThat(ExternalVerifiers.guide(root))
        .contains("CMS Verification successful", "Signature Verified Successfully")
        .doesNotContain("Signature is Invalid")
        // The record and the minute in three languages.
        .containsSubsequence(Collections.nCopies(6, "Signature is Valid"));
  }

  /// Who owns the database writes a decision into it that nobody took: nothing is taken, nothing is
  /// sealed, and the check names it.
  @Test
  void sealsNothingOnADecisionThatOnlyTheDatabaseHas() throws Exception {
    UUID id = world().request(world().form(50, world().camera));
    UUID approver = SERVER.bean(People.class).find("approver").orElseThrow().id();
    JdbcClient database = SERVER.database().client();
    database
        .sql(
            """
            update evidence.request set state = 'APPROVED', decided_by = ?, decided_at = now(),
              decision = 'APPROVE', reason_code = 'JUSTIFIED', reason = '', granted_from = from_at,
              granted_to = to_at
            where id = ?
            """)
        .params(approver, id)
        .update();
    database
        .sql("update evidence.request_camera set granted = true where request_id = ?")
        .param(id)
        .update();
    database
        .sql("insert into evidence.confirmation values (?, now(), 'PASSWORD')")
        .param(id)
        .update();
    database
        .sql(
            """
            insert into evidence.collection (request_id, extraction_code, step, percent, attempts,
              next_at)
            values (?, 'EXT-2026-999999', ?, 0, 0, now())
            """)
        .params(id, "QUEUED")
        .update();
    assertForged(id, "the log has no decision");
    // With an event beside it, made of a genuine one.
    UUID genuine = world().approved(world().form(60, world().camera));
    database
        .sql(
            """
            insert into audit.event (id, at, type, routine, actor_id, actor_pseudonym, object_kind,
              object_id, object_code, refused, detail, salt, record, mac, disclosure)
            select gen_random_uuid(), at, type, routine, actor_id, actor_pseudonym, object_kind, ?,
              object_code, refused, detail, salt, record, mac, disclosure
            from audit.event where type = 'extraction.decided' and object_id = ?
            """)
        .params(id.toString(), genuine.toString())
        .update();
    assertForged(id, "the log has no decision");
    // Also when it is said to be described already.
    database
        .sql("update evidence.collection set step = 'SEALING' where request_id = ?")
        .param(id)
        .update();
    assertThatThrownBy(() -> step(id)).isInstanceOf(Exception.class);
    assertThat(events(id, "extraction.sealed")).isZero();
    database.sql("delete from evidence.collection where request_id = ?").param(id).update();
    database
        .sql("delete from audit.event where object_id = ? and type = 'extraction.decided'")
        .param(id.toString())
        .update();
    assertThat(findings()).anyMatch(what -> what.contains("the log has no decision"));
    database
        .sql(
            """
            insert into evidence.history (request_id, at, what, event_id)
            values (?, now(), 'HEARD_OF', gen_random_uuid())
            """)
        .param(id)
        .update();
    assertThat(findings()).anyMatch(what -> what.contains("tells of HEARD_OF, and the log does"));
    database
        .sql(
            """
            insert into evidence.history (request_id, at, what, who, event_id)
            select request_id, at, what, who, event_id from evidence.history
            where request_id = ? and what = 'REQUESTED'
            """)
        .param(id)
        .update();
    assertThat(findings())
        .anyMatch(what -> what.contains("tells of extraction.requested several times"));
    database.sql("delete from evidence.history where request_id = ?").param(id).update();
    database.sql("delete from evidence.confirmation where request_id = ?").param(id).update();
    assertThat(findings())
        .anyMatch(what -> what.contains("no row of the log's extraction.requested"));
  }

  /// A genuine decision that was widened or given to others afterwards.
  @Test
  void sealsNothingThatTheDecisionDoesNotGrant() throws Exception {
    UUID id = world().approved(world().form(70, world().camera));
    JdbcClient database = SERVER.database().client();
    UUID other = UUID.randomUUID();
    Map<String, List<String>> changes =
        Map.of(
            "granted_from", List.of("from_at + interval '1 second'", "granted from"),
            "granted_to", List.of("to_at - interval '1 second'", "granted to"),
            "decided_by", List.of("'" + other + "'", "decider"),
            "reason", List.of("'afterwards'", "reason"),
            "necessity", List.of("'something else than was written'", "necessity"),
            "code", List.of("'EXR-FORGED'", "number"),
            "purpose", List.of("'FIND_MISSING_PERSON'", "purpose"));
    for (Map.Entry<String, List<String>> change : changes.entrySet()) {
      String column = change.getKey();
      String set = "update evidence.request set " + column + " = %s where id = '" + id + "'";
      String before =
          database
              .sql("select quote_literal(" + column + ") from evidence.request where id = ?")
              .param(id)
              .query(String.class)
              .single();
      database.sql(set.formatted(change.getValue().getFirst())).update();
      assertForged(id, change.getValue().getLast() + " is another one in the log");
      database.sql(set.formatted(before)).update();
    }
    finish(id);
    assertIntact(id);
  }

  /// Whose pictures they are, who decided about them and why some are missing is not what somebody
  /// wrote into the database.
  @Test
  void takesNothingOfACameraThatWasChangedInTheDatabase() throws Exception {
    UUID id = world().approved(world().form(80, world().camera));
    hold(id, true);
    step(id);
    assertThat(row(id).step()).isEqualTo(CollectStep.CUTTING);
    assertNothingIsTaken(id);
    while (row(id).step() != CollectStep.SEALING) {
      step(id);
    }
    assertNothingIsTaken(id);
    finish(id);
    assertIntact(id);
  }

  private static void assertNothingIsTaken(UUID id) {
    UUID relatedCase = requests().get(id).application().caseId();
    JdbcClient cases = SERVER.database().client();
    String number =
        cases
            .sql("select code from cases.case_file where id = ?")
            .param(relatedCase)
            .query(String.class)
            .single();
    String rename = "update cases.case_file set code = ? where id = ?";
    cases.sql(rename).params("CASE-FORGED", relatedCase).update();
    assertThatThrownBy(() -> step(id))
        .isInstanceOf(CollectFailure.class)
        .hasMessageContaining("case CASE-FORGED: its number is another one in the log");
    cases.sql(rename).params(number, relatedCase).update();
    String camera = "update cameras.camera set %s where id = '" + world().camera.id() + "'";
    String switches = "from cameras.recording_switch where camera_id = '%s' and at < '2026-01-02'";
    Map.of(
            camera.formatted("address = 'rtsp://192.0.2.9/other'"),
            List.of(
                camera.formatted("address = '" + world().camera.address() + "'"), "its address"),
            camera.formatted("area_id = gen_random_uuid()"),
            List.of(camera.formatted("area_id = '" + world().camera.areaId() + "'"), "its area"),
            "insert into cameras.recording_switch (camera_id, at, state) values ('%s', '2026-01-01', 'OFF')"
                .formatted(world().camera.id()),
            List.of(
                "delete " + switches.formatted(world().camera.id()), "its history of recording"))
        .forEach((change, then) -> {
          JdbcClient database = SERVER.database().client();
          database.sql(change).update();
          assertThatThrownBy(() -> step(id))
              .isInstanceOf(CollectFailure.class)
              .hasMessageContaining(world().camera.code() + ": " + then.getLast());
          database.sql(then.getFirst()).update();
        });
  }

  private static Requests requests() {
    return SERVER.bean(Requests.class);
  }

  private static void assertForged(UUID id, String difference) {
    assertThatThrownBy(() -> step(id))
        .isInstanceOf(CollectFailure.class)
        .hasMessageContaining("the log says otherwise")
        .hasMessageContaining(difference);
    assertThat(requests().get(id).state().name()).isNotEqualTo(StateName.COLLECTING);
  }

  private static List<String> findings() {
    List<String> findings = new ArrayList<>();
    SERVER.beans(ConsistencyCheck.class).stream()
        .filter(check -> check.subject().endsWith("against log"))
        .forEach(check -> check.run(finding -> findings.add(finding.toString())));
    return findings;
  }

  private static Optional<CollectStep> step(UUID id) throws Exception {
    return SERVER.bean(Collector.class).step(id);
  }

  private static void finish(UUID id) throws Exception {
    for (int steps = 0; SERVER.bean(CollectionTable.class).find(id).isPresent(); steps++) {
      assertThat(steps).isLessThan(20);
      step(id);
    }
  }

  /// Puts the next try off, so that only the test goes on.
  private static void hold(UUID id, boolean on) {
    SERVER
        .database()
        .client()
        .sql(
            "update evidence.collection set next_at = now() + ? * interval '1 h' where request_id ="
                + " ?")
        .params(on ? 1 : 0, id)
        .update();
  }

  private static CollectionTable.Row row(UUID id) {
    return SERVER.bean(CollectionTable.class).find(id).orElseThrow();
  }

  private static Verdict assertIntact(UUID id) throws Exception {
    assertThat(world().state(id)).isEqualTo("SEALED");
    Verdict verdict = verifier().verify(zip(id));
    assertThat(verdict).as("%s", verdict.findings()).isInstanceOf(Verdict.Intact.class);
    PackageSchemas.assertDocumented(zip(id));
    JsonNode extraction = world().get(id).path("extraction");
    assertThat(extraction.path("bytes").asLong()).isEqualTo(Files.size(zip(id)));
    assertThat(extraction.path("sha256").asString()).isEqualTo(FileHash.of(zip(id)).sha256());
    return verdict;
  }

  private static Verifier verifier() {
    return new Verifier(List.of(SERVER.bean(Proofs.class).verifierKey()));
  }

  private static Path zip(UUID id) {
    return SERVER.bean(Staging.class).packageFile(code(id), 0);
  }

  private static String code(UUID id) {
    return SERVER.bean(ExtractionTable.class).find(id).orElseThrow().code();
  }

  private static void tellsOfDecisionBuildClockAndWitnesses(JsonNode record) {
    JsonNode decision = record.path("decision");
    Instant decidedAt = Instant.parse(decision.path("decidedAt").asString());
    JsonNode shown = decision.path("stepUpSignIn");
    assertThat(Instant.parse(shown.path("shownAt").asString())).isBetween(BEGUN, decidedAt);
    assertThat(shown.path("method").asString()).isEqualTo("PASSWORD");
    assertThat(decision.path("emergencyOverride").path("absent").asString()).isNotEmpty();
    JsonNode identity = record.path("identity");
    assertThat(identity.path("softwareVersion").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
    JsonNode commit = identity.path("commit");
    assertThat(commit.isString() ? commit.asString() : commit.path("absent").asString())
        .matches("[0-9a-f]{40}(\\+changes)?|this program was built outside of .*");
    JsonNode clock = record.path("time").get(0).path("recorderClockAgainstReference");
    if (KernelClock.read().isPresent()) {
      assertThat(clock.path("greatestErrorMillis").asLong(-1)).isNotNegative();
    } else {
      assertThat(clock.path("absent").asString()).isNotEmpty();
    }
    assertThat(record.path("seal").path("witnesses").path("absent").asString()).isNotEmpty();
    JsonNode paper = record.path("request").path("authorityDocument");
    assertThat(paper.path("number").asString()).isEqualTo("12/YC-CQĐT");
    assertThat(paper.path("date").asString()).isEqualTo("2026-01-02");
    assertThat(paper.path("sha256").asString()).isEqualTo("e1".repeat(32));
    assertThat(record.path("request").path("subjectClass").path("code").asString())
        .isEqualTo("SUSPECT");
  }

  private static JsonNode file(UUID id, String name) throws Exception {
    Path bag = ExternalVerifiers.unpack(zip(id)).resolve(code(id)).resolve("bag").resolve("data");
    return JsonMapper.shared().readTree(Files.readAllBytes(bag.resolve(name)));
  }

  private static long events(UUID id, String type) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from audit.event where type = ? and object_id = ?")
        .params(type, id.toString())
        .query(Long.class)
        .single();
  }
}
