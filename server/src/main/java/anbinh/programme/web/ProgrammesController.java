package anbinh.programme.web;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.SearchTerms;
import anbinh.programme.ProgrammeState;
import anbinh.programme.assessment.ProgrammeAssessments;
import anbinh.programme.assessment.ProgrammeAssessments.NewProgrammeAssessment;
import anbinh.programme.assessment.ProgrammeAssessments.ProgrammeVerdict;
import anbinh.programme.copy.ProgrammeCopies;
import anbinh.programme.copy.ProgrammeCopies.NewCopies;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeAreas;
import anbinh.programme.lifecycle.ProgrammeConsents;
import anbinh.programme.lifecycle.ProgrammeForms.NewProgramme;
import anbinh.programme.lifecycle.ProgrammeForms.NewProgrammeProposal;
import anbinh.programme.lifecycle.ProgrammeForms.ProgrammeConsent;
import anbinh.programme.lifecycle.ProgrammeForms.ProgrammeDecision;
import anbinh.programme.lifecycle.ProgrammeForms.ProgrammeRevision;
import anbinh.programme.lifecycle.ProgrammeTable;
import anbinh.programme.lifecycle.ProgrammeTable.Requested;
import anbinh.programme.lifecycle.Programmes;
import anbinh.programme.web.ProgrammeAccess.OnProgramme;
import anbinh.programme.web.ProgrammeView.ProgrammeCopyLine;
import anbinh.programme.web.ProgrammeView.ProgrammeLine;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/programmes`: the commune's officer proposes, its chair decides; copies are proposed in
/// several areas at once.
@RestController
@RequestMapping("/api/programmes")
class ProgrammesController {
  private static final int MAX_COPIES = 200;

  private final Programmes programmes;
  private final ProgrammeTable table;
  private final ProgrammeAssessments assessments;
  private final ProgrammeConsents consents;
  private final ProgrammeCopies copies;
  private final ProgrammeAreas areas;
  private final ProgrammeAccess may;
  private final ProgrammeResponseMapper views;
  private final Access access;

  ProgrammesController(
      Programmes programmes,
      ProgrammeTable table,
      ProgrammeAssessments assessments,
      ProgrammeConsents consents,
      ProgrammeCopies copies,
      ProgrammeAreas areas,
      ProgrammeAccess may,
      ProgrammeResponseMapper views,
      Access access) {
    this.programmes = programmes;
    this.table = table;
    this.assessments = assessments;
    this.consents = consents;
    this.copies = copies;
    this.areas = areas;
    this.may = may;
    this.views = views;
    this.access = access;
  }

  /// By code. `q` is sought in name and code, with accents or without; `areaId` is a commune or a
  /// village; `waiting` has what waits for a decision or a confirmation; `recommended` what is
  /// recommended for copying, also of other areas.
  @GetMapping
  Page<ProgrammeLine> list(
      PageRequest page,
      @RequestParam(required = false) @Nullable UUID kindId,
      @RequestParam(required = false) @Nullable ProgrammeState state,
      @RequestParam(required = false) @Nullable UUID areaId,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean waiting,
      @RequestParam(defaultValue = "false") boolean recommended) {
    Person reader = access.require(ProgrammeAccess.READERS);
    boolean everywhere =
        recommended && Arrays.stream(ProgrammeAccess.COPIERS).anyMatch(reader::has);
    Collection<UUID> within = everywhere ? null : may.within(reader);
    var requested =
        new Requested(
            areaId == null ? within : may.below(areaId, within),
            kindId,
            state,
            SearchTerms.parse(q),
            waiting,
            recommended);
    Page<Programme> cut =
        Page.of(
            table.list(requested, page.key(0, text -> text).orElse(null), page.rows()),
            page,
            each -> List.of(each.code()),
            most -> table.count(requested, most));
    return cut.with(views.lines(cut.items()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ProgrammeLine propose(@Valid @RequestBody NewProgramme requested) {
    access.require(Role.COMMUNITY_OFFICER);
    UUID commune =
        areas
            .communeOf(requested.areaIds().getFirst())
            .orElseThrow(() -> Problem.invalid("areaIds[0]", "programme-area"));
    Person by = access.require(commune, Role.COMMUNITY_OFFICER);
    return line(programmes.propose(requested, by).id());
  }

  @GetMapping("/{id}")
  ProgrammeView read(@PathVariable UUID id) {
    return views.view(may.requireReading(id));
  }

  /// Another text of what waits, or as a change that waits.
  @PostMapping("/{id}/versions")
  @ResponseStatus(HttpStatus.CREATED)
  ProgrammeLine revise(@PathVariable UUID id, @Valid @RequestBody ProgrammeRevision requested) {
    OnProgramme by = may.require(id, Role.COMMUNITY_OFFICER);
    programmes.revise(id, requested, by.person());
    return line(id);
  }

  /// A rest, its resumption, or the end, proposed.
  @PostMapping("/{id}/proposals")
  @ResponseStatus(HttpStatus.CREATED)
  ProgrammeLine proposeStep(
      @PathVariable UUID id, @Valid @RequestBody NewProgrammeProposal requested) {
    OnProgramme by = may.require(id, Role.COMMUNITY_OFFICER);
    programmes.proposeStep(id, requested, by.person());
    return line(id);
  }

  @PostMapping("/{id}/decision")
  ProgrammeLine decide(@PathVariable UUID id, @Valid @RequestBody ProgrammeDecision requested) {
    OnProgramme by = may.require(id, Role.CHAIR);
    programmes.decide(id, requested, by.person());
    return line(id);
  }

  /// The consent of a commune in which a part of it lies.
  @PostMapping("/{id}/consents")
  ProgrammeLine consent(@PathVariable UUID id, @Valid @RequestBody ProgrammeConsent requested) {
    OnProgramme by = may.requireConsent(id, requested.communeId());
    consents.consent(id, requested, by.person());
    return line(id);
  }

  /// The assessment of a year, by each commune of its own part.
  @PostMapping("/{id}/assessments")
  @ResponseStatus(HttpStatus.CREATED)
  ProgrammeLine assess(
      @PathVariable UUID id, @Valid @RequestBody NewProgrammeAssessment requested) {
    OnProgramme by = may.requirePart(id, requested.communeId(), ProgrammeAccess.ASSESSORS);
    assessments.assess(id, requested, by.person());
    return line(id);
  }

  @PostMapping("/{id}/assessments/{assessmentId}/decision")
  ProgrammeLine confirm(
      @PathVariable UUID id,
      @PathVariable UUID assessmentId,
      @Valid @RequestBody ProgrammeVerdict requested) {
    access.require(Role.CHAIR);
    UUID part = assessments.get(id, assessmentId).communeId();
    OnProgramme by = may.requirePart(id, part, Role.CHAIR);
    assessments.decide(id, assessmentId, requested, by.person());
    return line(id);
  }

  /// What it was copied from and where it was copied to, at most 200, oldest first.
  @GetMapping("/{id}/copies")
  Page<ProgrammeCopyLine> tree(@PathVariable UUID id) {
    Person reader = may.requireReading(id).person();
    List<Programme> family = table.family(id, MAX_COPIES);
    List<ProgrammeLine> lines = views.lines(family);
    return Page.all(
        family.stream()
            .map(each ->
                new ProgrammeCopyLine(lines.get(family.indexOf(each)), views.mayRead(each, reader)))
            .toList());
  }

  /// Proposes a copy in each area, in all or in none.
  @PostMapping("/{id}/copies")
  @ResponseStatus(HttpStatus.CREATED)
  Page<ProgrammeLine> copy(@PathVariable UUID id, @Valid @RequestBody NewCopies requested) {
    access.require(Role.COMMUNITY_OFFICER);
    Person by = may.requireReading(id).person();
    Set<UUID> communes = Set.copyOf(copies.communes(requested.areaIds()).values());
    for (UUID commune : communes) {
      by = access.require(commune, Role.COMMUNITY_OFFICER);
    }
    return Page.all(views.lines(copies.copy(id, requested, by)));
  }

  private ProgrammeLine line(UUID id) {
    return views.lines(List.of(programmes.get(id))).getFirst();
  }
}
