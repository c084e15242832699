package anbinh.standard.assessment;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.standard.StandardOutcome;
import anbinh.standard.assessment.Appraisals.NewStandardDecision;
import anbinh.standard.assessment.Appraisals.NewStandardReview;
import anbinh.standard.assessment.Appraisals.StandardPaper;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the area above does with an assessment: its community officer appraises for the standing
/// body of the steering committee, its chair decides; each is another person than who assessed, and
/// the chair than who appraised.
@RestController
@RequestMapping("/api/standard/assessments/{id}")
class AppraisalsController {
  private final Appraisals appraisals;
  private final Dossiers dossiers;
  private final StandardResponseMapper views;
  private final Access access;

  AppraisalsController(
      Appraisals appraisals, Dossiers dossiers, StandardResponseMapper views, Access access) {
    this.appraisals = appraisals;
    this.dossiers = dossiers;
    this.views = views;
    this.access = access;
  }

  /// @param opinion needed where it is not met
  record StandardProposal(
      @NotNull StandardOutcome outcome,
      @Nullable @Size(max = DecisionReason.MAX_LENGTH) String opinion) {}

  record StandardReturn(
      @NotBlank @Size(min = DecisionReason.MIN_LENGTH, max = DecisionReason.MAX_LENGTH)
          String reason) {}

  record StandardRevocation(
      @NotBlank @Size(max = 80) String number,
      @NotNull LocalDate on,
      @NotBlank @Size(min = DecisionReason.MIN_LENGTH, max = DecisionReason.MAX_LENGTH)
          String reason) {}

  @PostMapping("/reviews")
  AssessmentView review(@PathVariable UUID id, @Valid @RequestBody NewStandardReview requested) {
    Person by = appraiser(id);
    appraisals.review(id, requested, by);
    return views.view(id, by);
  }

  /// Gives it back to whoever assesses it: who appraises, or the chair.
  @PostMapping("/return")
  AssessmentView giveBack(@PathVariable UUID id, @Valid @RequestBody StandardReturn requested) {
    access.require(Role.COMMUNITY_OFFICER, Role.CHAIR);
    Person by = access.require(dossiers.get(id).authorityId(), Role.COMMUNITY_OFFICER, Role.CHAIR);
    appraisals.giveBack(id, DecisionReason.reason(requested.reason()), by);
    return views.view(id, by);
  }

  @PostMapping("/appraisal")
  AssessmentView propose(@PathVariable UUID id, @Valid @RequestBody StandardProposal requested) {
    Person by = appraiser(id);
    appraisals.propose(id, requested.outcome(), requested.opinion(), by);
    return views.view(id, by);
  }

  @PostMapping("/decision")
  AssessmentView decide(@PathVariable UUID id, @Valid @RequestBody NewStandardDecision requested) {
    Person by = chair(id);
    access.requireConfirmed();
    appraisals.decide(id, requested, by);
    return views.view(id, by);
  }

  @PostMapping("/certificate")
  AssessmentView certify(@PathVariable UUID id, @Valid @RequestBody StandardPaper requested) {
    Person by = chair(id);
    appraisals.certify(id, requested, by);
    return views.view(id, by);
  }

  @PostMapping("/revocation")
  AssessmentView revoke(@PathVariable UUID id, @Valid @RequestBody StandardRevocation requested) {
    Person by = chair(id);
    access.requireConfirmed();
    appraisals.revoke(
        id,
        new StandardPaper(requested.number(), requested.on()),
        DecisionReason.reason(requested.reason()),
        by);
    return views.view(id, by);
  }

  private Person chair(UUID id) {
    access.require(Role.CHAIR);
    return access.require(dossiers.get(id).authorityId(), Role.CHAIR);
  }

  private Person appraiser(UUID id) {
    access.require(Role.COMMUNITY_OFFICER);
    return access.require(dossiers.get(id).authorityId(), Role.COMMUNITY_OFFICER);
  }
}
