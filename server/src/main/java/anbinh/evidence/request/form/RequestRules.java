package anbinh.evidence.request.form;

import anbinh.evidence.request.Application;
import anbinh.evidence.request.Caps;
import anbinh.evidence.request.LegalBasis;
import anbinh.evidence.request.Offence;
import anbinh.evidence.request.Paper;
import anbinh.evidence.request.Purpose;
import anbinh.evidence.request.SubjectClass;
import anbinh.evidence.request.lifecycle.Grant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rules that a request keeps when it is made.
///
/// How much may be asked for at all is capped by [Caps].
public final class RequestRules {
  public static final int MIN_NECESSITY = 20;
  public static final int MAX_NECESSITY = 500;

  /// How far a sender's clock may be ahead of ours before "now" counts as the future.
  static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

  /// A case as the requester may know it.
  ///
  /// @param open whether it still takes requests
  /// @param incidents those of it that a request may be about
  public record KnownCase(boolean open, Set<UUID> incidents) {
    public KnownCase {
      incidents = Set.copyOf(incidents);
    }
  }

  /// A camera as the requester may know it.
  ///
  /// @param refusal why it cannot be asked for, as the code of a field's problem; null when it can
  public record KnownCamera(@Nullable String refusal) {}

  private final FieldReader fields = new FieldReader();
  private final Function<UUID, Optional<KnownCase>> cases;
  private final Function<UUID, Optional<KnownCamera>> cameras;
  private final Caps caps;
  private final Instant now;
  private final ZoneId zone;

  private RequestRules(
      Function<UUID, Optional<KnownCase>> cases,
      Function<UUID, Optional<KnownCamera>> cameras,
      Caps caps,
      Instant now,
      ZoneId zone) {
    this.cases = cases;
    this.cameras = cameras;
    this.caps = caps;
    this.now = now;
    this.zone = zone;
  }

  /// Reads a form by all rules.
  ///
  /// @param cases those the requester may know; others count as not there
  /// @param cameras those the requester may know; others count as not there
  /// @throws anbinh.platform.Problem that names every wrong field
  public static Application read(
      RequestForm form,
      Function<UUID, Optional<KnownCase>> cases,
      Function<UUID, Optional<KnownCamera>> cameras,
      Caps caps,
      Instant now,
      ZoneId zone) {
    return new RequestRules(cases, cameras, caps, now, zone).read(form);
  }

  private Application read(RequestForm form) {
    Optional<UUID> caseId = fields.id("caseId", form.caseId());
    UUID incident =
        form.incidentId() == null ? null : fields.id("incidentId", form.incidentId()).orElse(null);
    caseId.ifPresent(id -> checkCase(id, incident));
    List<UUID> cameraIds = readCameras(form);
    Optional<Instant> from = fields.instant("from", form.from()).map(Grant::whole);
    Optional<Instant> to = fields.instant("to", form.to()).map(Grant::whole);
    if (from.isPresent() && to.isPresent()) {
      checkTimes(from.get(), to.get(), cameraIds.size());
    }
    Optional<Purpose> purpose = fields.choice("purpose", form.purpose(), Purpose.class);
    Optional<LegalBasis> basis = fields.choice("legalBasis", form.legalBasis(), LegalBasis.class);
    if (basis.isPresent() && !basis.get().inForce(LocalDate.ofInstant(now, zone))) {
      fields.reject("legalBasis", "not-in-force");
    }
    Optional<Offence> offence = fields.choice("offence", form.offence(), Offence.class);
    Optional<String> necessity =
        fields.text("necessity", form.necessity(), MIN_NECESSITY, MAX_NECESSITY);
    Optional<SubjectClass> subject =
        form.subjectClass() == null
            ? Optional.empty()
            : fields.choice("subjectClass", form.subjectClass(), SubjectClass.class);
    Optional<Paper> paper =
        new PaperForm(form.paperNumber(), form.paperDate(), form.paperSha256())
            .read(fields, LocalDate.ofInstant(now, zone));
    if (Boolean.TRUE.equals(form.urgent())) {
      var _ = new UrgentForm(form.urgentReason(), form.urgentWords()).read(fields);
    }
    fields.throwProblems();
    return new Application(
        caseId.orElseThrow(),
        new Grant(from.orElseThrow(), to.orElseThrow(), cameraIds),
        purpose.orElseThrow(),
        basis.orElseThrow(),
        offence.orElseThrow(),
        necessity.orElseThrow(),
        Boolean.TRUE.equals(form.urgent()),
        subject.orElse(null),
        paper.orElse(null));
  }

  private void checkCase(UUID id, @Nullable UUID incident) {
    Optional<KnownCase> known = cases.apply(id);
    if (known.isEmpty()) {
      fields.reject("caseId", "unknown");
    } else if (!known.get().open()) {
      fields.reject("caseId", "case-closed");
    } else if (incident != null && !known.get().incidents().contains(incident)) {
      fields.reject("incidentId", "unknown");
    }
  }

  private List<UUID> readCameras(RequestForm form) {
    if (form.cameraIds() == null || form.cameraIds().isEmpty()) {
      fields.reject("cameraIds", "required");
      return List.of();
    }
    if (form.cameraIds().size() > caps.mostCameras()) {
      fields.reject("cameraIds", "too-many", caps.mostCameras());
      return List.of();
    }
    List<UUID> ids = new ArrayList<>();
    for (int index = 0; index < form.cameraIds().size(); index++) {
      String field = "cameraIds[" + index + "]";
      Optional<UUID> id = fields.id(field, form.cameraIds().get(index));
      if (id.isEmpty()) {
        continue;
      }
      if (ids.contains(id.get())) {
        fields.reject(field, "repeated");
      } else {
        checkCamera(field, id.get());
      }
      ids.add(id.get());
    }
    return ids;
  }

  private void checkCamera(String field, UUID id) {
    Optional<KnownCamera> known = cameras.apply(id);
    if (known.isEmpty()) {
      fields.reject(field, "unknown");
      return;
    }
    String refusal = known.get().refusal();
    if (refusal != null) {
      fields.reject(field, refusal);
    }
  }

  private void checkTimes(Instant from, Instant to, int cameraCount) {
    if (!from.isBefore(to)) {
      fields.reject("to", "after-from");
      return;
    }
    if (to.isAfter(now.plus(CLOCK_TOLERANCE))) {
      fields.reject("to", "past-or-present");
    }
    Duration length = Duration.between(from, to);
    // Compared by division: a range of many thousand years times ten does not fit a duration.
    if (length.compareTo(caps.mostCameraTime().dividedBy(Math.max(1, cameraCount))) > 0) {
      fields.reject("to", "too-much-camera-time", caps.mostCameraTime().toMinutes());
    }
  }
}
