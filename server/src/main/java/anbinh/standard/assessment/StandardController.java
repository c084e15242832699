package anbinh.standard.assessment;

import anbinh.areas.Area;
import anbinh.areas.AreaProblem;
import anbinh.areas.unit.Areas;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import anbinh.standard.StandardEvent;
import anbinh.standard.UnitKind;
import anbinh.standard.assessment.SelfAssessments.NewStandardAnswer;
import anbinh.standard.assessment.SelfAssessments.NewStandardEvidence;
import anbinh.standard.assessment.SelfAssessments.NewStandardMinutes;
import anbinh.standard.assessment.UnitRegistrations.NewStandardRegistration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/standard/assessments`: the head of a unit registers and assesses it; whoever has to do
/// with it reads it.
@RestController
@RequestMapping("/api/standard/assessments")
class StandardController {
  private static final Role[] READERS = {
    Role.VILLAGE_HEAD, Role.COMMUNITY_OFFICER, Role.CHAIR, Role.AUDITOR
  };
  private static final Role[] ASSESSORS = {Role.VILLAGE_HEAD, Role.COMMUNITY_OFFICER};

  private final UnitRegistrations registrations;
  private final SelfAssessments assessments;
  private final Dossiers dossiers;
  private final StandardResponseMapper views;
  private final Areas areas;
  private final Access access;
  private final AuditLog log;

  StandardController(
      UnitRegistrations registrations,
      SelfAssessments assessments,
      Dossiers dossiers,
      StandardResponseMapper views,
      Areas areas,
      Access access,
      AuditLog log) {
    this.registrations = registrations;
    this.assessments = assessments;
    this.dossiers = dossiers;
    this.views = views;
    this.areas = areas;
    this.access = access;
    this.log = log;
  }

  record EvidenceWithdrawal(
      @NotBlank @Size(min = DecisionReason.MIN_LENGTH, max = DecisionReason.MAX_LENGTH)
          String reason) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  AssessmentView register(@Valid @RequestBody NewStandardRegistration requested) {
    access.require(ASSESSORS);
    Area area =
        areas
            .findPresent(requested.areaId())
            .orElseThrow(() -> Problem.of(AreaProblem.NO_SUCH_AREA));
    UnitKind kind =
        UnitKind.of(area.kind()).orElseThrow(() -> Problem.invalid("areaId", "standard-no-unit"));
    Person by = access.require(area.id(), kind.assessor());
    return views.view(registrations.register(area, requested, by).id(), by);
  }

  @GetMapping("/{id}")
  AssessmentView read(@PathVariable UUID id) {
    access.require(READERS);
    Assessment found = dossiers.get(id);
    Person by = access.require(found.areaId(), READERS);
    AssessmentView view = views.view(id, by);
    log.record(Dossiers.event(StandardEvent.READ, found, by));
    return view;
  }

  /// Saves an answer as far as it is written.
  @PostMapping("/{id}/answers")
  AssessmentView answer(@PathVariable UUID id, @Valid @RequestBody NewStandardAnswer requested) {
    Person by = assessor(id);
    assessments.answer(id, requested, by);
    return views.view(id, by);
  }

  @PostMapping("/{id}/evidence")
  AssessmentView addEvidence(
      @PathVariable UUID id, @Valid @RequestBody NewStandardEvidence requested) {
    Person by = assessor(id);
    assessments.addEvidence(id, requested, by);
    return views.view(id, by);
  }

  /// Says that a document of the year before is still valid.
  @PostMapping("/{id}/evidence/{evidenceId}/renewal")
  AssessmentView renew(@PathVariable UUID id, @PathVariable UUID evidenceId) {
    Person by = assessor(id);
    assessments.renew(id, evidenceId, by);
    return views.view(id, by);
  }

  @PostMapping("/{id}/evidence/{evidenceId}/withdrawal")
  AssessmentView withdraw(
      @PathVariable UUID id,
      @PathVariable UUID evidenceId,
      @Valid @RequestBody EvidenceWithdrawal requested) {
    Person by = assessor(id);
    assessments.withdraw(id, evidenceId, DecisionReason.reason(requested.reason()), by);
    return views.view(id, by);
  }

  /// Sends it to who appraises, with the minutes of the meeting.
  @PostMapping("/{id}/self-assessment")
  AssessmentView send(@PathVariable UUID id, @Valid @RequestBody NewStandardMinutes requested) {
    Person by = assessor(id);
    assessments.send(id, requested, by);
    return views.view(id, by);
  }

  private Person assessor(UUID id) {
    access.require(ASSESSORS);
    Assessment found = dossiers.get(id);
    return access.require(found.areaId(), found.kind().assessor());
  }
}
