package anbinh.evidence.web;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.store.Cameras;
import anbinh.cases.CaseFile;
import anbinh.cases.Incident;
import anbinh.cases.incident.Incidents;
import anbinh.cases.store.Cases;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.evidence.request.Application;
import anbinh.evidence.request.Caps;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.form.RequestForm;
import anbinh.evidence.request.form.RequestRules;
import anbinh.evidence.request.form.RequestRules.KnownCamera;
import anbinh.evidence.request.form.RequestRules.KnownCase;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes a request from an investigator, or only says what it would get.
///
/// A case or camera of another area is named as unknown, as one that does not exist is, so that
/// nobody learns what there is elsewhere; but the try is recorded.
@Component
class Submission {
  private final Access access;
  private final Cases cases;
  private final Incidents incidents;
  private final Cameras cameras;
  private final CoverageResponseMapper coverage;
  private final Warnings warnings;
  private final Tiers tiers;
  private final SplitRequestDetector together;
  private final Caps caps;
  private final Requests requests;
  private final Site site;
  private final AuditLog log;

  Submission(
      Access access,
      Cases cases,
      Incidents incidents,
      Cameras cameras,
      CoverageResponseMapper coverage,
      Warnings warnings,
      Tiers tiers,
      SplitRequestDetector together,
      Caps caps,
      Requests requests,
      Site site,
      AuditLog log) {
    this.access = access;
    this.cases = cases;
    this.incidents = incidents;
    this.cameras = cameras;
    this.coverage = coverage;
    this.warnings = warnings;
    this.tiers = tiers;
    this.together = together;
    this.caps = caps;
    this.requests = requests;
    this.site = site;
    this.log = log;
  }

  EvidenceRequest submit(RequestForm form) {
    var read = new Reading(access.require(Role.INVESTIGATOR), form);
    requireSomeFootage(read.application.asked());
    Map<UUID, UUID> areas = new HashMap<>();
    read.known.forEach((id, camera) -> areas.put(id, camera.areaId()));
    return requests.submit(
        read.application,
        form.incident().orElse(null),
        form.urgentCause().orElse(null),
        areas,
        read.requester);
  }

  CheckView check(RequestForm form) {
    var read = new Reading(access.require(Role.INVESTIGATOR), form);
    Application application = read.application;
    CaseFile relatedCase = cases.get(application.caseId());
    List<CameraCoverage> parts = coverage.of(application.asked());
    log.record(
        Event.of(EvidenceEvent.CHECKED)
            .by(read.requester.actor())
            .about("case", relatedCase.id(), relatedCase.code())
            .fact("cameras", application.asked().cameraIds())
            .fact("from", application.asked().from())
            .fact("to", application.asked().to()));
    Instant now = requests.now();
    List<CheckView.Warning> found =
        new ArrayList<>(
            warnings.of(
                application.asked(),
                relatedCase,
                form.incident().map(read.incidents::get).orElse(null),
                parts,
                read.known,
                now));
    together.of(relatedCase.id(), application.asked(), null).ifPresent(found::add);
    return new CheckView(parts, found, tiers.reasons(application.asked(), now));
  }

  /// Refuses what could only end unavailable, and says what there is instead. Footage of some of
  /// the cameras, or of some of the time, is enough.
  private void requireSomeFootage(Grant asked) {
    List<CameraCoverage> parts = coverage.of(asked);
    if (!parts.stream().allMatch(CameraCoverage::empty)) {
      return;
    }
    var span = new Span(asked.from(), asked.to());
    Problem problem =
        parts.stream()
            .map(CameraCoverage::nearest)
            .filter(Objects::nonNull)
            .map(nearest -> nearest.closest(span))
            .filter(Objects::nonNull)
            .min(Comparator.comparing(run -> distance(run, span)))
            .map(run ->
                Problem.invalid("from", "not-recorded", run.from().toString(), run.to().toString()))
            .orElseGet(() -> Problem.invalid("cameraIds", "nothing-recorded"));
    throw problem.with("cameras", parts);
  }

  private static Duration distance(Span run, Span asked) {
    return run.from().isBefore(asked.from())
        ? Duration.between(run.to(), asked.from())
        : Duration.between(asked.to(), run.from());
  }

  /// One form, read by one requester.
  private final class Reading {
    private final Person requester;
    private final Map<UUID, Camera> known = new HashMap<>();
    private final Map<UUID, Incident> incidents = new HashMap<>();
    private final Application application;

    Reading(Person requester, RequestForm form) {
      this.requester = requester;
      this.application =
          RequestRules.read(
              form, this::known, this::knownCamera, caps, requests.now(), site.zone());
    }

    private Optional<KnownCase> known(UUID caseId) {
      return cases
          .find(caseId)
          .filter(file -> mayUse(file.areaId(), "case", caseId))
          .map(this::known);
    }

    private KnownCase known(CaseFile file) {
      for (Incident incident : Submission.this.incidents.list(file.id())) {
        if (!incident.withdrawn()) {
          incidents.put(incident.id(), incident);
        }
      }
      return new KnownCase(file.open(), incidents.keySet());
    }

    private Optional<KnownCamera> knownCamera(UUID cameraId) {
      Optional<Camera> camera =
          cameras.find(cameraId).filter(found -> mayUse(found.areaId(), "camera", cameraId));
      camera.ifPresent(found -> known.put(cameraId, found));
      return camera.map(found -> new KnownCamera(refusal(found)));
    }

    /// Footage that is here may be asked for even of a retired camera; an owner who is no longer
    /// part of it is left alone.
    private static @Nullable String refusal(Camera camera) {
      return camera.kind() == CameraKind.CONNECTED || OwnerRequests.mayBeAsked(camera)
          ? null
          : camera.retired() ? "camera-retired" : "consent-withdrawn";
    }

    private boolean mayUse(UUID areaId, String kind, UUID id) {
      boolean may = access.may(requester, areaId, Role.INVESTIGATOR);
      if (!may) {
        var _ = access.refuse(IdentityProblem.NOT_YOUR_AREA, kind, id);
      }
      return may;
    }
  }
}
