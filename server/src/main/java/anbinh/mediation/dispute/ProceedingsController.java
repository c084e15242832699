package anbinh.mediation.dispute;

import static anbinh.mediation.dispute.MediationsController.MAX_LENGTH;
import static anbinh.mediation.dispute.MediationsController.MIN_LENGTH;
import static anbinh.mediation.dispute.MediationsController.stripped;

import anbinh.identity.Role;
import anbinh.mediation.MediationProblem;
import anbinh.mediation.dispute.MediationAccess.On;
import anbinh.mediation.dispute.MediationContent.AgreementFollowUp;
import anbinh.mediation.dispute.MediationContent.Exclusion;
import anbinh.mediation.dispute.MediationContent.FollowUpResult;
import anbinh.mediation.dispute.MediationContent.MediationAgreement;
import anbinh.mediation.dispute.MediationContent.MediationEnd;
import anbinh.mediation.dispute.MediationContent.MediationSession;
import anbinh.mediation.dispute.MediationContent.StoppedBy;
import anbinh.mediation.dispute.MediationContent.WrittenItems;
import anbinh.mediation.dispute.MediationView.MediationDetails;
import anbinh.mediation.dispute.MediationView.MediatorChoice;
import anbinh.platform.FieldProblems;
import anbinh.platform.Page;
import anbinh.platform.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The steps of a mediation: assigned by the team's leader, taken by the mediator, who notes the
/// rest.
@RestController
@RequestMapping("/api/mediations/{id}")
class ProceedingsController {
  private final Proceedings proceedings;
  private final MediationAccess access;
  private final MediationResponseMapper views;

  ProceedingsController(
      Proceedings proceedings, MediationAccess access, MediationResponseMapper views) {
    this.proceedings = proceedings;
    this.access = access;
    this.views = views;
  }

  /// @param chosen whether the parties chose the mediator
  record NewMediationAssignment(@NotNull UUID mediatorId, @NotNull Boolean chosen) {}

  /// @param noInterest that they have no right, duty or kin in it
  record MediationAcceptance(@NotNull @AssertTrue Boolean noInterest) {}

  record NewMediatorExclusion(
      @NotNull UUID mediatorId,
      @NotNull Exclusion cause,
      @NotBlank @Size(min = 3, max = MAX_LENGTH) String words) {
    @Override
    public String toString() {
      return "NewMediatorExclusion[…]";
    }
  }

  record MediationStartDay(@NotNull LocalDate on) {}

  /// @param openly whether in public, as the parties agreed
  /// @param present who was there
  /// @param lateReason needed where the first is late
  record NewMediationSession(
      @NotNull LocalDate on,
      @NotBlank @Size(max = 300) String place,
      @NotNull Boolean openly,
      @NotBlank @Size(max = 1000) String present,
      @NotBlank @Size(max = MAX_LENGTH) String words,
      @Nullable @Size(max = MAX_LENGTH) String lateReason) {
    MediationSession session() {
      return new MediationSession(
          on, place.strip(), openly, present.strip(), words.strip(), blankless(lateReason));
    }

    @Override
    public String toString() {
      return "NewMediationSession[…]";
    }
  }

  /// @param agreed and how it is carried out
  /// @param by the day by which it is done
  /// @param written whether the parties want a written record; then the other items are needed
  record NewMediationAgreement(
      @NotBlank @Size(max = MAX_LENGTH) String agreed,
      @NotNull LocalDate by,
      @NotNull Boolean written,
      @Nullable @Size(max = MAX_LENGTH) String matter,
      @Nullable @Size(max = MAX_LENGTH) String course,
      @Nullable @Size(max = MAX_LENGTH) String duties,
      @Nullable @Size(max = MAX_LENGTH) String manner) {
    MediationAgreement agreement() {
      String what = agreed.strip();
      if (!written) {
        return new MediationAgreement(what, by, null);
      }
      var problems = new FieldProblems();
      var record =
          new WrittenItems(
              needed("matter", matter, problems),
              needed("course", course, problems),
              needed("duties", duties, problems),
              needed("manner", manner, problems));
      problems.requireNone();
      return new MediationAgreement(what, by, record);
    }

    private static String needed(String field, @Nullable String text, FieldProblems problems) {
      String stripped = blankless(text);
      if (stripped == null) {
        problems.reject(field, "required");
        return "";
      }
      return stripped;
    }

    @Override
    public String toString() {
      return "NewMediationAgreement[…]";
    }
  }

  /// @param authority to which the parties were shown the way
  record NewMediationFailure(
      @NotBlank @Size(max = 300) String authority,
      @NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String reason) {
    @Override
    public String toString() {
      return "NewMediationFailure[…]";
    }
  }

  record NewMediationStop(
      @NotNull StoppedBy stoppedBy,
      @NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String reason) {
    @Override
    public String toString() {
      return "NewMediationStop[…]";
    }
  }

  /// @param authority to which it is handed over
  record NewMediationEscalation(
      @NotBlank @Size(max = 300) String authority,
      @NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String reason) {
    @Override
    public String toString() {
      return "NewMediationEscalation[…]";
    }
  }

  record NewAgreementFollowUp(
      @NotNull LocalDate on,
      @NotNull FollowUpResult result,
      @NotBlank @Size(max = MAX_LENGTH) String words) {
    @Override
    public String toString() {
      return "NewAgreementFollowUp[…]";
    }
  }

  /// The mediators of its teams, and whether they may have it; every reading is an entry of the
  /// log, since who may not have it may be a party.
  @GetMapping("/mediators")
  Page<MediatorChoice> choices(@PathVariable UUID id) {
    On on = access.require(id, Role.MEDIATOR, Role.VILLAGE_HEAD);
    if (!on.belongs() && on.self() == null && !access.assigns(on)) {
      throw access.refuse(on);
    }
    MediationState state = on.mediation().state();
    if (!state.beforeStart() && state != MediationState.IN_PROGRESS) {
      throw Problem.of(MediationProblem.MEDIATION_ELSEWHERE, on.mediation().code());
    }
    return Page.all(views.choices(on));
  }

  @PostMapping("/assignment")
  MediationDetails assign(
      @PathVariable UUID id, @Valid @RequestBody NewMediationAssignment requested) {
    On on = access.require(id, Role.MEDIATOR, Role.VILLAGE_HEAD);
    if (!access.assigns(on)) {
      throw access.refuse(on);
    }
    proceedings.assign(id, requested.mediatorId(), requested.chosen(), on.person());
    return views.details(id, on.person());
  }

  @PostMapping("/acceptance")
  MediationDetails accept(@PathVariable UUID id, @Valid @RequestBody MediationAcceptance said) {
    On on = access.requireActing(id);
    proceedings.accept(id, on.person());
    return views.details(id, on.person());
  }

  @PostMapping("/exclusions")
  @ResponseStatus(HttpStatus.CREATED)
  MediationDetails exclude(
      @PathVariable UUID id, @Valid @RequestBody NewMediatorExclusion requested) {
    On on = access.require(id, Role.MEDIATOR);
    if (!on.excludes(requested.mediatorId())) {
      throw access.refuse(on);
    }
    proceedings.exclude(
        id,
        requested.mediatorId(),
        requested.cause(),
        stripped("words", requested.words(), 3),
        on.person());
    return views.details(id, on.person());
  }

  @PostMapping("/start-day")
  MediationDetails agreeStart(@PathVariable UUID id, @Valid @RequestBody MediationStartDay day) {
    On on = access.requireActing(id);
    proceedings.agreeStart(id, day.on(), on.person());
    return views.details(id, on.person());
  }

  @PostMapping("/sessions")
  @ResponseStatus(HttpStatus.CREATED)
  MediationDetails hold(@PathVariable UUID id, @Valid @RequestBody NewMediationSession requested) {
    On on = access.requireActing(id);
    proceedings.hold(id, requested.session(), on.person());
    return views.details(id, on.person());
  }

  @PostMapping("/agreement")
  MediationDetails agree(
      @PathVariable UUID id, @Valid @RequestBody NewMediationAgreement requested) {
    On on = access.requireActing(id);
    proceedings.agree(id, requested.agreement(), on.person());
    return views.details(id, on.person());
  }

  @PostMapping("/failure")
  MediationDetails fail(@PathVariable UUID id, @Valid @RequestBody NewMediationFailure requested) {
    On on = access.requireActing(id);
    var words =
        new MediationEnd(
            null,
            requested.authority().strip(),
            stripped("reason", requested.reason(), MIN_LENGTH));
    proceedings.end(id, MediationOutcome.NOT_AGREED, words, on.person());
    return views.details(id, on.person());
  }

  @PostMapping("/stop")
  MediationDetails stop(@PathVariable UUID id, @Valid @RequestBody NewMediationStop requested) {
    On on = access.require(id, Role.MEDIATOR);
    if (!on.stops()) {
      throw access.refuse(on);
    }
    var words =
        new MediationEnd(
            requested.stoppedBy(), null, stripped("reason", requested.reason(), MIN_LENGTH));
    proceedings.end(id, MediationOutcome.STOPPED, words, on.person());
    return views.details(id, on.person());
  }

  @PostMapping("/escalation")
  MediationDetails escalate(
      @PathVariable UUID id, @Valid @RequestBody NewMediationEscalation requested) {
    On on = access.requireActing(id);
    var words =
        new MediationEnd(
            null,
            requested.authority().strip(),
            stripped("reason", requested.reason(), MIN_LENGTH));
    proceedings.end(id, MediationOutcome.ESCALATED, words, on.person());
    return views.details(id, on.person());
  }

  @PostMapping("/follow-ups")
  @ResponseStatus(HttpStatus.CREATED)
  MediationDetails followUp(
      @PathVariable UUID id, @Valid @RequestBody NewAgreementFollowUp requested) {
    On on = access.requireActing(id);
    proceedings.followUp(
        id,
        new AgreementFollowUp(requested.on(), requested.result(), requested.words().strip()),
        on.person());
    return views.details(id, on.person());
  }

  private static @Nullable String blankless(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
