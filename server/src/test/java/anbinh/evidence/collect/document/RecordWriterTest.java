package anbinh.evidence.collect.document;

import static anbinh.evidence.collect.footage.ExtractedFixture.CAMERA;
import static anbinh.evidence.collect.footage.ExtractedFixture.FROM;
import static anbinh.evidence.collect.footage.ExtractedFixture.TO;
import static anbinh.evidence.collect.footage.ExtractedFixture.answer;
import static anbinh.evidence.collect.footage.ExtractedFixture.camera;
import static anbinh.evidence.collect.footage.ExtractedFixture.clip;
import static anbinh.evidence.collect.footage.ExtractedFixture.given;
import static anbinh.evidence.collect.footage.ExtractedFixture.missing;
import static anbinh.evidence.collect.footage.ExtractedFixture.source;
import static anbinh.evidence.collect.footage.ExtractedFixture.still;
import static anbinh.evidence.collect.footage.ExtractedFixture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cases.CaseFile;
import anbinh.cases.Protection;
import anbinh.evidence.collect.document.RecordWriter.Subject;
import anbinh.evidence.collect.footage.ExtractedCamera;
import anbinh.evidence.collect.footage.SecuredTable;
import anbinh.evidence.collect.footage.SightingsFile;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequestState;
import anbinh.evidence.player.PlayerCopy;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.RequestFixture;
import anbinh.evidence.request.Urgency;
import anbinh.evidence.request.UrgentCause;
import anbinh.evidence.request.UrgentReason;
import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.DecisionOutcome;
import anbinh.evidence.request.lifecycle.DecisionReason;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.evidence.upload.UploadKind;
import anbinh.identity.Confirmation;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import anbinh.media.record.log.ClockEvidence;
import anbinh.platform.FakeProgram;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.platform.malware.Judgement.Result;
import anbinh.recording.Coverage;
import anbinh.recording.GapCause;
import anbinh.recording.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `record.json` says, and that it says nothing that was not so; PackageIT reads a whole one.
class RecordWriterTest {
  private static final Circumstances NOTHING = new Circumstances(null, null, null, null);
  private static final Grant ASKED = RequestFixture.grant(FROM, TO, CAMERA);
  private static final Instant NOW = RequestFixture.NOW;

  private final FakePeople people = new FakePeople();

  private static CaseFile relatedCase() {
    return new CaseFile(
        RequestFixture.CASE,
        "CASE-2026-0001",
        "Mất xe",
        "THEFT",
        FROM,
        null,
        AccessFixture.COMMUNE,
        null,
        null,
        Protection.NONE,
        null,
        RequestFixture.REQUESTER,
        NOW,
        null);
  }

  private JsonNode write(EvidenceRequest request, Circumstances around, ExtractedCamera... taken) {
    var writer =
        new RecordWriter(
            people,
            new Messages(new StaticMessageSource()),
            new Site("Xuân An", ZoneId.of("Asia/Ho_Chi_Minh"), false),
            new FakeProgram(null));
    return JsonMapper.shared()
        .readTree(
            writer.write(
                new Subject(
                    "EXT-2026-0001",
                    request,
                    relatedCase(),
                    "Xã Xuân An",
                    List.of(taken),
                    SightingsFile.of(List.of()),
                    NOW,
                    around)));
  }

  private JsonNode write(ExtractedCamera... taken) {
    return write(RequestFixture.approved(ASKED), NOTHING, taken);
  }

  private static ExtractedCamera recorded() {
    return camera(
        clip(0, source(1, ClockEvidence.Source.CAMERA_TIMESTAMPS, 80.0, null)),
        null,
        whole(),
        still("FIRST"));
  }

  private static ExtractedCamera nothing() {
    return camera(null, null, missing(new Coverage.Gap(new Span(FROM, TO), "UNREACHABLE", "")));
  }

  private static ExtractedCamera owned(ExtractedCamera.OwnersAnswer answer) {
    return camera(
        null, answer, missing(new Coverage.Gap(new Span(FROM, TO), GapCause.KEPT_BY_OWNER)));
  }

  private static ExtractedCamera gave(@Nullable Result... results) {
    ExtractedCamera.Given[] files = new ExtractedCamera.Given[results.length];
    for (int i = 0; i < results.length; i++) {
      files[i] = given(UploadKind.VIDEO, null, results[i], null);
    }
    return owned(answer(OwnerRequestState.GIVEN, null, null, files));
  }

  private static void assertNoNull(JsonNode node, String path) {
    assertThat(node.isNull()).as(path).isFalse();
    if (node.isObject()) {
      node.properties().forEach(each -> assertNoNull(each.getValue(), path + "/" + each.getKey()));
    } else {
      node.forEach(each -> assertNoNull(each, path + "[]"));
    }
  }

  @Test
  void whatIsNotKnownSaysWhy() {
    JsonNode record =
        write(recorded(), nothing(), gave(), owned(answer(OwnerRequestState.OPEN, null, null)));
    assertNoNull(record, "");
    assertThat(record.at("/identity/commit/absent").asString()).contains("built outside");
    assertThat(record.at("/request/subjectClass/absent").asString()).contains("did not say");
    assertThat(record.at("/decision/emergencyOverride/absent").asString())
        .contains("nothing was taken before the decision");
    assertThat(record.at("/sources/1/codec/absent").asString())
        .isEqualTo("nothing was taken of this camera");
    assertThat(record.at("/acquisition/1/clip/absent").asString()).contains("nothing");
    assertThat(record.at("/acquisition/3/owner/endedAt/absent").asString()).contains("still asked");
  }

  @Test
  void theGrantedTimeIsToldToTheMillisecond() {
    JsonNode record = write(recorded());
    assertThat(record.at("/decision/granted/from").asString())
        .isEqualTo("2026-11-24T03:00:00.001Z");
    assertThat(record.at("/decision/granted/to").asString()).isEqualTo("2026-11-24T03:09:59.999Z");
    assertThat(record.at("/time/0/firstFrame").asString()).isEqualTo("2026-11-24T03:00:00.001Z");
    assertThat(record.at("/time/0/lastFrame").asString()).isEqualTo("2026-11-24T03:09:59.999Z");
    assertThat(record.at("/time/0/coveredMillis").asLong()).isEqualTo(599_998);
    assertThat(record.at("/request/dataAgeDays").asInt()).isEqualTo(1);
  }

  private static EvidenceRequest decided(Grant grant, UUID by, @Nullable Urgency urgency) {
    boolean whole = grant.sameAs(ASKED);
    var decision =
        new Decision(
            whole ? DecisionOutcome.APPROVE : DecisionOutcome.APPROVE_LESS,
            whole ? DecisionReason.JUSTIFIED : DecisionReason.LESS_TIME_SUFFICES,
            "Đủ căn cứ.",
            by,
            NOW);
    return RequestFixture.request(ASKED, new RequestState.Approved(decision, grant), urgency);
  }

  @Test
  void oneMillisecondLessThanAskedIsCutDown() {
    Grant less = RequestFixture.grant(FROM, TO.minusMillis(1), CAMERA);
    JsonNode record = write(decided(less, RequestFixture.APPROVER, null), NOTHING, recorded());
    assertThat(record.at("/decision/cutDown").asBoolean()).isTrue();
    assertThat(record.at("/request/asked/to").asString()).isEqualTo("2026-11-24T03:09:59.999Z");
    assertThat(record.at("/decision/granted/to").asString()).isEqualTo("2026-11-24T03:09:59.998Z");
    assertThat(write(recorded()).at("/decision/cutDown").asBoolean()).isFalse();
  }

  @Test
  void whetherTwoPeopleHadToDoWithItIsComparedAndNotAssumed() {
    assertThat(write(recorded()).at("/decision/anotherPersonThanRequester").asBoolean()).isTrue();
    JsonNode alone = write(decided(ASKED, RequestFixture.REQUESTER, null), NOTHING, recorded());
    assertThat(alone.at("/decision/anotherPersonThanRequester").asBoolean()).isFalse();
  }

  @Test
  void peopleAreNamedAsLongAsTheyAreRegistered() {
    people.add(AccessFixture.person(2, AccessFixture.COMMUNE, Role.APPROVER));
    JsonNode record = write(recorded());
    assertThat(record.at("/decision/decider/name").asString()).isEqualTo("Nguyễn Văn 2");
    assertThat(record.at("/decision/decider/pseudonymInLog").asString())
        .isEqualTo(new UUID(3, 2).toString());
    assertThat(record.at("/request/requester/name/absent").asString())
        .isEqualTo("no longer registered");
    assertThat(record.at("/request/requester/id").asString())
        .isEqualTo(RequestFixture.REQUESTER.toString());
  }

  @Test
  void whatWasSecuredBeforeTheDecisionSaysWhoMarkedIt() {
    var urgency =
        new Urgency(
            new UrgentCause(UrgentReason.LIFE_IN_DANGER, "Có người bị giữ."),
            new UUID(2, 6),
            NOW.minusSeconds(60));
    var secured =
        new SecuredTable.Row(
            RequestFixture.REQUEST,
            "EXT-2026-0001",
            SecuredTable.Step.HANDED_ON,
            0,
            NOW.minusSeconds(30),
            List.of(),
            null,
            null,
            null);
    var shown = new Confirmation(NOW.minusSeconds(5), "PASSKEY");
    EvidenceRequest request = decided(ASKED, RequestFixture.APPROVER, urgency);
    JsonNode record = write(request, new Circumstances(shown, secured, null, null), recorded());
    JsonNode override = record.at("/decision/emergencyOverride");
    assertThat(override.at("/markedBy/id").asString()).isEqualTo(urgency.by().toString());
    assertThat(override.at("/securedAt").asString()).isEqualTo("2026-11-26T02:59:30.000Z");
    assertThat(override.at("/anotherPersonThanMarker").asBoolean()).isTrue();
    assertThat(record.at("/decision/stepUpSignIn/method").asString()).isEqualTo("PASSKEY");
    JsonNode early = write(request, NOTHING, recorded());
    assertThat(early.at("/decision/emergencyOverride/securedAt/absent").asString())
        .contains("before the footage was secured");
    EvidenceRequest own = decided(ASKED, urgency.by(), urgency);
    assertThat(
            write(own, NOTHING, recorded())
                .at("/decision/emergencyOverride/anotherPersonThanMarker")
                .asBoolean())
        .isFalse();
  }

  @Test
  void ofAnOwnerWhoGaveFilesItIsNotSaidThatNothingWasTaken() {
    JsonNode given = write(gave(Result.CLEAN));
    assertThat(given.at("/sources/0/kind").asString()).isEqualTo("COMMUNITY");
    assertThat(given.at("/sources/0/codec/absent").asString())
        .isEqualTo("what the owner gave says it: see files");
    assertThat(given.at("/files/0/role").asString()).isEqualTo("MASTER");
    JsonNode refused = write(owned(answer(OwnerRequestState.REFUSED, "Không.", null)));
    assertThat(refused.at("/sources/0/codec/absent").asString())
        .isEqualTo("nothing was taken of this camera");
    assertThat(refused.at("/acquisition/0/owner/reason").asString()).isEqualTo("Không.");
    assertThat(refused.at("/files")).isEmpty();
  }

  private String malwareCheck(@Nullable Result... results) {
    return write(gave(results)).at("/acquisition/0/owner/malwareCheck").asString();
  }

  @Test
  void aFileThatWasTooLargeForTheCheckIsNotSaidToBeChecked() {
    assertThat(malwareCheck(Result.CLEAN, Result.CLEAN))
        .isEqualTo("each file, before it was accepted");
    assertThat(malwareCheck(Result.TOO_LARGE)).isEqualTo("not checked");
    assertThat(malwareCheck((Result) null)).isEqualTo("not checked");
    assertThat(malwareCheck()).isEqualTo("not checked");
    assertThat(malwareCheck(Result.CLEAN, Result.TOO_LARGE)).startsWith("some of the files");
    assertThat(malwareCheck(Result.CLEAN, null)).startsWith("some of the files");
    JsonNode files = write(gave(Result.TOO_LARGE, null)).at("/files");
    assertThat(files.at("/0/malwareCheck/result").asString()).isEqualTo("TOO_LARGE");
    assertThat(files.at("/1/malwareCheck/absent").asString()).contains("no malware check");
  }

  @Test
  void everyFileSaysWhatItComesFrom() {
    var made =
        new PlayerCopy.Made(
            PlayerCopy.Pictures.ENCODED,
            PlayerCopy.Sound.NONE,
            9,
            "12".repeat(32),
            "34".repeat(64),
            "libav",
            "ffmpeg",
            NOW);
    ExtractedCamera.Given video =
        given(UploadKind.VIDEO, null, null, new ExtractedCamera.Player("player/a.mp4", made));
    ExtractedCamera.Given picture = given(UploadKind.CLOCK_PICTURE, null, null, null);
    JsonNode files =
        write(recorded(), owned(answer(OwnerRequestState.GIVEN, null, null, video, picture)))
            .at("/files");
    assertThat(files.valueStream().map(file -> file.at("/role").asString()))
        .containsExactly("MASTER", "STILL_FIRST", "MASTER", "PLAYER", "CLOCK_PICTURE");
    assertThat(files.at("/1/derivedFrom")).isEqualTo(files.at("/0/path"));
    assertThat(files.at("/3/derivedFromSha256")).isEqualTo(files.at("/2/sha256"));
    assertThat(files.at("/3/transcoded").asBoolean()).isTrue();
    assertThat(files.at("/3/what").asString()).contains("not the original");
  }

  @Test
  void aRecordersClockIsTheOwnersWord() {
    var clock = new OwnerRequest.RecorderClock(FROM.plusMillis(61_000), FROM);
    JsonNode time =
        write(owned(answer(OwnerRequestState.GIVEN, null, clock))).at("/time/0/recorderClock");
    assertThat(time.at("/offsetMillis").asLong()).isEqualTo(61_000);
    assertThat(time.at("/method").asString()).contains("unchecked");
  }
}
