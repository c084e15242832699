package anbinh.evidence.request.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.evidence.request.Application;
import anbinh.evidence.request.Caps;
import anbinh.evidence.request.Paper;
import anbinh.evidence.request.UrgentCause;
import anbinh.evidence.request.UrgentReason;
import anbinh.evidence.request.form.RequestRules.KnownCamera;
import anbinh.evidence.request.form.RequestRules.KnownCase;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestRulesTest {
  private static final Caps CAPS =
      new Caps(10, Duration.ofHours(2), Duration.ofDays(90), 30, Duration.ofHours(12));
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final UUID OPEN_CASE = new UUID(1, 1);
  private static final UUID CLOSED_CASE = new UUID(1, 2);
  private static final UUID INCIDENT = new UUID(3, 1);
  private static final UUID FOREIGN = new UUID(9, 9);
  private static final Map<UUID, KnownCase> CASES =
      Map.of(
          OPEN_CASE,
          new KnownCase(true, Set.of(INCIDENT)),
          CLOSED_CASE,
          new KnownCase(false, Set.of()));
  private static final UUID WITHDRAWN = UUID.randomUUID();
  private static final List<UUID> CAMERAS =
      LongStream.rangeClosed(1, 31).mapToObj(n -> new UUID(2, n)).toList();

  @Test
  void takesARequestThatKeepsAllRules() {
    Application application = read(form());
    assertThat(application.caseId()).isEqualTo(OPEN_CASE);
    assertThat(application.asked())
        .isEqualTo(new Grant(NOW.minusSeconds(600), NOW.minusSeconds(300), cameras(2)));
    assertThat(application.necessity()).isEqualTo("Only this camera sees the gate.");
    assertThat(application.urgent()).isFalse();
  }

  @Test
  void namesEveryWrongFieldAtOnce() {
    var empty =
        new RequestForm(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null);
    assertThat(problems(empty))
        .extracting(FieldProblem::field)
        .containsExactlyInAnyOrder(
            "caseId", "cameraIds", "from", "to", "purpose", "legalBasis", "offence", "necessity");
    var wrong =
        new RequestForm(
            "x",
            "z",
            List.of("y"),
            "yesterday",
            "2026-11-25",
            "CURIOSITY",
            "NONE",
            "NONE",
            "too short",
            true,
            "IMPATIENCE",
            "now",
            "NEIGHBOUR",
            "",
            "24/11/2026",
            "abc");
    assertThat(problems(wrong))
        .extracting(problem -> problem.field() + " " + problem.code())
        .containsExactlyInAnyOrder(
            "caseId identifier",
            "incidentId identifier",
            "cameraIds[0] identifier",
            "from instant",
            "to instant",
            "purpose choice",
            "legalBasis choice",
            "offence choice",
            "necessity size",
            "urgentReason choice",
            "urgentWords size",
            "subjectClass choice",
            "paperNumber required",
            "paperDate date",
            "paperSha256 sha256");
  }

  @Test
  void takesThePaperWholeOrNotAtAll() {
    assertThat(read(form().build(), NOW).paper()).isNull();
    assertThat(read(form().build(), NOW).subject()).isNull();
    Application application =
        read(form().paper(" 12/YC-CQĐT ", "2026-11-25", "A".repeat(64)).build(), NOW);
    assertThat(application.paper())
        .isEqualTo(new Paper("12/YC-CQĐT", LocalDate.of(2026, 11, 25), "a".repeat(64)));
    assertThat(codes(form().paper("12", "2026-11-26", null)))
        .containsExactly("paperDate past-or-present");
    assertThat(codes(form().paper("12", null, null))).containsExactly("paperDate required");
    assertThat(codes(form().paper(null, null, "a".repeat(64))))
        .containsExactly("paperNumber required", "paperDate required");
  }

  @Test
  void wantsAReasonAndWordsOfWhatIsUrgentOnly() {
    RequestForm urgent =
        form().urgent(true, "LIFE_IN_DANGER", "A child is lost near the river.").build();
    assertThat(read(urgent, NOW).urgent()).isTrue();
    assertThat(urgent.urgentCause())
        .contains(new UrgentCause(UrgentReason.LIFE_IN_DANGER, "A child is lost near the river."));
    assertThat(codes(form().urgent(true, null, " ")))
        .containsExactly("urgentReason required", "urgentWords required");
    assertThat(form().urgent(false, "LIFE_IN_DANGER", "x").build().urgentCause()).isEmpty();
    assertThat(codes(form().urgent(false, "NONE", "x"))).isEmpty();
  }

  @Test
  void takesNoClosedCaseAndTellsNothingOfAForeignOne() {
    assertThat(codes(form().caseId(CLOSED_CASE))).containsExactly("caseId case-closed");
    assertThat(codes(form().caseId(FOREIGN))).containsExactly("caseId unknown");
    assertThat(codes(form().caseId(new UUID(8, 8)))).containsExactly("caseId unknown");
  }

  @Test
  void takesOnlyAnIncidentOfTheCase() {
    assertThat(codes(form().incidentId(INCIDENT))).isEmpty();
    assertThat(codes(form().incidentId(new UUID(3, 2)))).containsExactly("incidentId unknown");
    assertThat(form().incidentId(INCIDENT).build().incident()).contains(INCIDENT);
    assertThat(form().build().incident()).isEmpty();
  }

  @Test
  void takesCamerasOfTheRequestersAreaEachOnceUpToTheMost() {
    assertThat(codes(form().cameras(List.of()))).containsExactly("cameraIds required");
    assertThat(codes(form().cameras(cameras(31)))).containsExactly("cameraIds too-many");
    assertThat(codes(form().cameras(List.of(FOREIGN)))).containsExactly("cameraIds[0] unknown");
    assertThat(codes(form().cameras(List.of(CAMERAS.get(0), WITHDRAWN))))
        .containsExactly("cameraIds[1] consent-withdrawn");
    assertThat(codes(form().cameras(List.of(CAMERAS.get(0), CAMERAS.get(0)))))
        .containsExactly("cameraIds[1] repeated");
    assertThat(read(form().cameras(cameras(30))).asked().cameraIds()).hasSize(30);
  }

  @Test
  void takesNothingBackwardsAndNothingOfTheFuture() {
    assertThat(codes(form().range(NOW, NOW))).containsExactly("to after-from");
    assertThat(codes(form().range(NOW, NOW.minusSeconds(1)))).containsExactly("to after-from");
    assertThat(codes(form().range(NOW, NOW.plusNanos(1_000)))).containsExactly("to after-from");
    assertThat(codes(form().range(NOW.minusSeconds(60), NOW.plusSeconds(30))))
        .containsExactly("to past-or-present");
    assertThat(codes(form().range(NOW.minusSeconds(60), NOW.plusSeconds(4)))).isEmpty();
  }

  @Test
  void capsTheTimeOfAllCamerasTogether() {
    Instant to = NOW.minusSeconds(10);
    assertThat(codes(form().cameras(cameras(1)).range(to.minusSeconds(43_200), to))).isEmpty();
    assertThat(codes(form().cameras(cameras(1)).range(to.minusSeconds(43_201), to)))
        .containsExactly("to too-much-camera-time");
    assertThat(codes(form().cameras(cameras(10)).range(to.minusSeconds(4_320), to))).isEmpty();
    assertThat(codes(form().cameras(cameras(10)).range(to.minusSeconds(4_321), to)))
        .containsExactly("to too-much-camera-time");
    assertThat(codes(form().range(Instant.parse("1900-01-01T00:00:00Z"), to)))
        .containsExactly("to too-much-camera-time");
  }

  @Test
  void countsNecessityInCharactersAsPeopleDo() {
    assertThat(codes(form().necessity("x".repeat(19)))).containsExactly("necessity size");
    assertThat(codes(form().necessity(" " + "x".repeat(19) + " ")))
        .containsExactly("necessity size");
    assertThat(codes(form().necessity("x".repeat(20)))).isEmpty();
    assertThat(codes(form().necessity("🚲".repeat(500)))).isEmpty();
    assertThat(codes(form().necessity("🚲".repeat(501)))).containsExactly("necessity size");
    assertThat(codes(form().necessity("x".repeat(30) + "\u0000")))
        .containsExactly("necessity characters");
  }

  @Test
  void takesOnlyALegalBasisThatIsInForce() {
    Instant before = Instant.parse("2025-12-31T16:00:00Z");
    Instant after = Instant.parse("2025-12-31T17:00:00Z");
    FormBuilder form = form().basis("LAW_91_2025_ART_32");
    assertThat(codes(form.range(before.minusSeconds(60), before), before))
        .containsExactly("legalBasis not-in-force");
    assertThat(codes(form.range(before.minusSeconds(60), before), after)).isEmpty();
  }

  @Test
  void answersAnyFormWithARequestOrTheNamesOfWrongFields() {
    List<@Nullable String> words = new ArrayList<>();
    words.add(null);
    words.addAll(
        List.of(
            "",
            " ",
            "\u0000",
            OPEN_CASE.toString(),
            CAMERAS.get(0).toString(),
            "1-1-1-1-1",
            NOW.minusSeconds(100).toString(),
            NOW.toString(),
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "THEFT",
            "IDENTIFY_VEHICLE",
            "CPC_2015_ART_99",
            "Only this camera sees the gate."));
    for (long seed = 0; seed < 5_000; seed++) {
      var random = new SplittableRandom(seed);
      List<@Nullable String> cameras = new ArrayList<>();
      for (int count = random.nextInt(33); count > 0; count--) {
        cameras.add(pick(words, random));
      }
      var form =
          new RequestForm(
              pick(words, random),
              pick(words, random),
              random.nextInt(9) == 0 ? null : cameras,
              pick(words, random),
              pick(words, random),
              pick(words, random),
              pick(words, random),
              pick(words, random),
              pick(words, random),
              random.nextBoolean(),
              pick(words, random),
              pick(words, random),
              pick(words, random),
              pick(words, random),
              pick(words, random),
              pick(words, random));
      try {
        Application application = read(form, NOW);
        assertThat(application.asked().cameraTime()).isLessThanOrEqualTo(CAPS.mostCameraTime());
      } catch (Problem problem) {
        assertThat(problem.fields()).as("seed %d", seed).isNotEmpty();
      }
    }
  }

  private static @Nullable String pick(List<@Nullable String> words, SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }

  private static List<UUID> cameras(int count) {
    return CAMERAS.subList(0, count);
  }

  private static List<String> codes(FormBuilder form) {
    return codes(form, NOW);
  }

  private static List<String> codes(FormBuilder form, Instant now) {
    try {
      read(form.build(), now);
      return List.of();
    } catch (Problem problem) {
      return problem.fields().stream().map(field -> field.field() + " " + field.code()).toList();
    }
  }

  private static List<FieldProblem> problems(RequestForm form) {
    return catchThrowableOfType(Problem.class, () -> read(form, NOW)).fields();
  }

  private static Application read(FormBuilder form) {
    return read(form.build(), NOW);
  }

  private static Application read(RequestForm form, Instant now) {
    return RequestRules.read(
        form, id -> Optional.ofNullable(CASES.get(id)), RequestRulesTest::known, CAPS, now, ZONE);
  }

  private static Optional<KnownCamera> known(UUID camera) {
    return camera.equals(WITHDRAWN)
        ? Optional.of(new KnownCamera("consent-withdrawn"))
        : Optional.of(new KnownCamera(null)).filter(_ -> CAMERAS.contains(camera));
  }

  private static FormBuilder form() {
    return new FormBuilder();
  }

  private static final class FormBuilder {
    private String caseId = OPEN_CASE.toString();
    private @Nullable String incidentId;
    private List<String> cameraIds =
        RequestRulesTest.cameras(2).stream().map(UUID::toString).toList();
    private String from = NOW.minusSeconds(600).toString();
    private String to = NOW.minusSeconds(300).toString();
    private String basis = "CPC_2015_ART_107";
    private boolean urgent;
    private @Nullable String urgentReason;
    private @Nullable String urgentWords;
    private List<@Nullable String> paper = Arrays.asList(null, null, null);
    private String necessity = " Only this camera sees the gate. ";

    FormBuilder caseId(UUID id) {
      caseId = id.toString();
      return this;
    }

    FormBuilder cameras(List<UUID> ids) {
      cameraIds = ids.stream().map(UUID::toString).toList();
      return this;
    }

    FormBuilder range(Instant start, Instant end) {
      from = start.toString();
      to = end.toString();
      return this;
    }

    FormBuilder basis(String code) {
      basis = code;
      return this;
    }

    FormBuilder necessity(String text) {
      necessity = text;
      return this;
    }

    FormBuilder incidentId(UUID id) {
      incidentId = id.toString();
      return this;
    }

    FormBuilder urgent(boolean yes, @Nullable String reason, @Nullable String words) {
      urgent = yes;
      urgentReason = reason;
      urgentWords = words;
      return this;
    }

    FormBuilder paper(@Nullable String number, @Nullable String on, @Nullable String sha256) {
      paper = Arrays.asList(number, on, sha256);
      return this;
    }

    RequestForm build() {
      return new RequestForm(
          caseId,
          incidentId,
          Collections.unmodifiableList(new ArrayList<@Nullable String>(cameraIds)),
          from,
          to,
          "IDENTIFY_VEHICLE",
          basis,
          "THEFT",
          necessity,
          urgent,
          urgentReason,
          urgentWords,
          null,
          paper.get(0),
          paper.get(1),
          paper.get(2));
    }
  }
}
