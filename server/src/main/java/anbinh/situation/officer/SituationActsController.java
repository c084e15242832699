package anbinh.situation.officer;

import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.mediation.Basis;
import anbinh.mediation.DisputeKind;
import anbinh.mediation.NewMediation;
import anbinh.mediation.NewMediation.NewMediationParty;
import anbinh.mediation.NewMediation.ScopeAnswer;
import anbinh.platform.Problem;
import anbinh.platform.WrittenText;
import anbinh.platform.http.WhileReadOnly;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.officer.SituationAccess.On;
import anbinh.situation.officer.SituationView.SituationDetails;
import anbinh.situation.report.SituationState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What an officer does with a report, one act a path; each gives the report as it stands then.
@RestController
@RequestMapping("/api/situations/{id}")
class SituationActsController {
  private static final int MIN_LENGTH = 10;
  private static final int MAX_LENGTH = 4000;

  private final SituationHandling handling;
  private final SituationMerging merging;
  private final SituationQuestions questions;
  private final SituationToMediation toMediation;
  private final SituationAccess access;
  private final SituationResponseMapper views;
  private final SituationDeadlines clock;
  private final Access rights;
  private final Areas areas;

  SituationActsController(
      SituationHandling handling,
      SituationMerging merging,
      SituationQuestions questions,
      SituationToMediation toMediation,
      SituationAccess access,
      SituationResponseMapper views,
      SituationDeadlines clock,
      Access rights,
      Areas areas) {
    this.handling = handling;
    this.merging = merging;
    this.questions = questions;
    this.toMediation = toMediation;
    this.access = access;
    this.views = views;
    this.clock = clock;
    this.rights = rights;
    this.areas = areas;
  }

  record SituationClassification(
      @NotBlank @Size(max = 40) String kind,
      @NotNull Boolean danger,
      @NotNull Boolean injured,
      @NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String reason) {
    @Override
    public String toString() {
      return "SituationClassification[…]";
    }
  }

  /// @param occurredAt when what it tells of happened; marked as late where that was long ago
  record SituationWords(
      @Nullable Instant occurredAt,
      @NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String words) {
    @Override
    public String toString() {
      return "SituationWords[…]";
    }
  }

  /// @param correction whether it corrects what was written, which stays beside it
  record NewSituationNote(
      @NotNull Boolean correction,
      @Nullable Instant occurredAt,
      @NotBlank @Size(max = MAX_LENGTH) String words) {
    @Override
    public String toString() {
      return "NewSituationNote[…]";
    }
  }

  /// @param id made by who sends it, so that a double click asks once
  record NewSituationQuestion(
      @NotNull UUID id, @NotBlank @Size(min = MIN_LENGTH, max = 1000) String words) {
    @Override
    public String toString() {
      return "NewSituationQuestion[…]";
    }
  }

  record NewSituationReferral(
      @NotNull ReferralTo to,
      @NotBlank @Size(max = 300) String authority,
      @NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String words) {
    @Override
    public String toString() {
      return "NewSituationReferral[…]";
    }
  }

  enum ReferralTo {
    POLICE,
    OTHER
  }

  /// @param villageId of the mediators, in the report's commune
  /// @param words why
  record NewSituationMediation(
      @NotNull UUID villageId,
      @NotNull DisputeKind kind,
      @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid ScopeAnswer> answers,
      @NotNull @Size(min = 2, max = 10) List<@NotNull @Valid NewMediationParty> parties,
      @NotBlank @Size(max = MAX_LENGTH) String about,
      @NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String words) {
    @Override
    public String toString() {
      return "NewSituationMediation[…]";
    }
  }

  /// @param founded whether there was something, which was settled on the spot
  record SituationResolution(
      @NotNull Boolean founded,
      @Nullable Instant occurredAt,
      @NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String words) {
    @Override
    public String toString() {
      return "SituationResolution[…]";
    }
  }

  record SituationReason(@NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String reason) {
    @Override
    public String toString() {
      return "SituationReason[…]";
    }
  }

  record SituationRetractionDecision(
      @NotNull Boolean accepted,
      @NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String reason) {
    @Override
    public String toString() {
      return "SituationRetractionDecision[…]";
    }
  }

  /// @param taken whether it counts from now on
  record SituationVersionDecision(
      @NotNull @Min(1) @Max(100_000) Integer number,
      @NotNull Boolean taken,
      @NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String reason) {
    @Override
    public String toString() {
      return "SituationVersionDecision[…]";
    }
  }

  /// @param intoId the one with which it goes on
  record SituationMerge(
      @NotNull UUID intoId, @NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String reason) {
    @Override
    public String toString() {
      return "SituationMerge[…]";
    }
  }

  @PostMapping("/acknowledgement")
  SituationDetails acknowledge(@PathVariable UUID id) {
    On on = access.require(id);
    handling.acknowledge(id, on.person());
    return views.details(id);
  }

  /// Says anew what it is, and whether somebody is in danger or injured.
  @PostMapping("/classification")
  SituationDetails classify(
      @PathVariable UUID id, @Valid @RequestBody SituationClassification requested) {
    On on = acting(id);
    handling.classify(
        id,
        requested.kind().strip(),
        requested.danger(),
        requested.injured(),
        stripped("reason", requested.reason()),
        on.person());
    return views.details(id);
  }

  /// The written report to the next one up.
  @PostMapping("/written-report")
  SituationDetails write(@PathVariable UUID id, @Valid @RequestBody SituationWords requested) {
    On on = acting(id);
    handling.write(id, requested.occurredAt(), stripped("words", requested.words()), on.person());
    return views.details(id);
  }

  @PostMapping("/referral")
  SituationDetails refer(
      @PathVariable UUID id, @Valid @RequestBody NewSituationReferral requested) {
    On on = acting(id);
    handling.refer(
        id,
        switch (requested.to()) {
          case POLICE -> SituationState.REFERRED_POLICE;
          case OTHER -> SituationState.REFERRED_OTHER;
        },
        requested.authority().strip(),
        stripped("words", requested.words()),
        on.person());
    return views.details(id);
  }

  /// Makes a mediation of it, where the scope check lets it through; an answer that shows violence
  /// in a family or a child guards it instead.
  @PostMapping("/mediation")
  SituationDetails mediate(
      @PathVariable UUID id, @Valid @RequestBody NewSituationMediation requested) {
    On on = acting(id);
    UUID commune = on.situation().place().communeId();
    if (requested.villageId().equals(commune) || !areas.contains(commune, requested.villageId())) {
      throw Problem.invalid("villageId", "situation-village");
    }
    rights.require(requested.villageId(), Role.COMMUNITY_OFFICER);
    var mediation =
        new NewMediation(
            requested.villageId(),
            null,
            Basis.ASSIGNED_OR_ASKED,
            requested.kind(),
            clock.today(),
            requested.answers(),
            requested.parties(),
            requested.about());
    SituationToMediation.Sent sent =
        toMediation.send(id, mediation, stripped("words", requested.words()), on.person());
    if (sent != SituationToMediation.Sent.MEDIATION) {
      throw Problem.of(SituationProblem.SITUATION_NOT_MEDIABLE, on.situation().code());
    }
    return views.details(id);
  }

  @PostMapping("/resolution")
  SituationDetails resolve(
      @PathVariable UUID id, @Valid @RequestBody SituationResolution requested) {
    On on = acting(id);
    handling.resolve(
        id,
        requested.founded() ? SituationState.RESOLVED_ON_SITE : SituationState.NOT_FOUNDED,
        requested.occurredAt(),
        stripped("words", requested.words()),
        on.person());
    return views.details(id);
  }

  /// Closes it, with what its reporter is told.
  @PostMapping("/closure")
  SituationDetails close(@PathVariable UUID id, @Valid @RequestBody SituationReason requested) {
    On on = acting(id);
    handling.close(id, stripped("reason", requested.reason()), on.person());
    return views.details(id);
  }

  @PostMapping("/reopening")
  SituationDetails reopen(@PathVariable UUID id, @Valid @RequestBody SituationReason requested) {
    On on = access.require(id);
    handling.reopen(id, stripped("reason", requested.reason()), on.person());
    return views.details(id);
  }

  @PostMapping("/retraction-decision")
  SituationDetails decideRetraction(
      @PathVariable UUID id, @Valid @RequestBody SituationRetractionDecision requested) {
    On on = acting(id);
    handling.decideRetraction(
        id, requested.accepted(), stripped("reason", requested.reason()), on.person());
    return views.details(id);
  }

  /// Decides about a version that came when an officer had the report; both stay to be read.
  @PostMapping("/version-decision")
  SituationDetails decideVersion(
      @PathVariable UUID id, @Valid @RequestBody SituationVersionDecision requested) {
    On on = acting(id);
    handling.decideVersion(
        id,
        requested.number(),
        requested.taken(),
        stripped("reason", requested.reason()),
        on.person());
    return views.details(id);
  }

  @PostMapping("/notes")
  @ResponseStatus(HttpStatus.CREATED)
  SituationDetails note(@PathVariable UUID id, @Valid @RequestBody NewSituationNote requested) {
    On on = acting(id);
    handling.note(
        id, requested.correction(), requested.occurredAt(), requested.words().strip(), on.person());
    return views.details(id);
  }

  /// Asks who reported something, which they read by their follow-up code.
  @PostMapping("/questions")
  @ResponseStatus(HttpStatus.CREATED)
  SituationDetails ask(@PathVariable UUID id, @Valid @RequestBody NewSituationQuestion requested) {
    On on = acting(id);
    questions.ask(id, requested.id(), stripped("words", requested.words()), on.person());
    return views.details(id);
  }

  /// Says that what came in beside, or after the end, was looked at.
  @WhileReadOnly
  @PostMapping("/look")
  SituationDetails look(@PathVariable UUID id) {
    On on = access.require(id);
    handling.look(id, on.person());
    return views.details(id);
  }

  /// Says that the officer has a part in it, who sees nothing more of it then.
  @PostMapping("/recusal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stepAside(@PathVariable UUID id, @Valid @RequestBody SituationReason requested) {
    On on = access.require(id);
    handling.stepAside(id, stripped("reason", requested.reason()), on.person());
  }

  /// Lets it go on with another one that tells of the same.
  @PostMapping("/merge")
  SituationDetails merge(@PathVariable UUID id, @Valid @RequestBody SituationMerge requested) {
    On on = acting(id);
    access.require(requested.intoId());
    merging.merge(id, requested.intoId(), stripped("reason", requested.reason()), on.person());
    return views.details(id);
  }

  /// Takes a merging back.
  @PostMapping("/separation")
  SituationDetails separate(@PathVariable UUID id, @Valid @RequestBody SituationReason requested) {
    On on = acting(id);
    merging.separate(id, stripped("reason", requested.reason()), on.person());
    return views.details(id);
  }

  private On acting(UUID id) {
    return access.require(id, On::acts);
  }

  private static String stripped(String field, String sent) {
    return WrittenText.stripped(field, sent, MIN_LENGTH, MAX_LENGTH);
  }
}
