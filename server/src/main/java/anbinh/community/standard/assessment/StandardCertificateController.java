package anbinh.community.standard.assessment;

import anbinh.areas.Area;
import anbinh.areas.Areas;
import anbinh.audit.AuditLog;
import anbinh.community.standard.StandardEvent;
import anbinh.community.standard.StandardProblem;
import anbinh.community.standard.StandardState;
import anbinh.community.standard.assessment.StandardCertificate.Certificate;
import anbinh.identity.Access;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.Languages;
import anbinh.platform.Messages;
import anbinh.platform.Problem;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Prints certificates, for whoever may read the assessment; not once it is revoked.
@RestController
@RequestMapping("/api/standard/assessments/{id}/certificate.pdf")
class StandardCertificateController {
  private static final Role[] READERS = {
    Role.VILLAGE_HEAD, Role.COMMUNITY_OFFICER, Role.CHAIR, Role.AUDITOR
  };

  private final Dossiers dossiers;
  private final StandardCertificate paper;
  private final Areas areas;
  private final Access access;
  private final AuditLog log;

  StandardCertificateController(
      Dossiers dossiers, StandardCertificate paper, Areas areas, Access access, AuditLog log) {
    this.dossiers = dossiers;
    this.paper = paper;
    this.areas = areas;
    this.access = access;
    this.log = log;
  }

  /// @param language of the part below the Vietnamese one
  @GetMapping(produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> print(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String language)
      throws IOException {
    access.require(READERS);
    Locale wanted =
        language == null
            ? Messages.VIETNAMESE
            : Languages.find(language)
                .orElseThrow(() -> Problem.invalid("language", "choice", "vi, en, ar"));
    Dossier dossier = dossiers.read(id);
    Assessment of = dossier.assessment();
    Person by = access.require(of.areaId(), READERS);
    if (of.state() != StandardState.CERTIFIED) {
      throw Problem.of(StandardProblem.STANDARD_NOT_CERTIFIED, of.code());
    }
    byte[] pdf = paper.print(certificate(dossier), wanted);
    log.record(Dossiers.event(StandardEvent.CERTIFICATE_PRINTED, of, by));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(pdf);
  }

  private Certificate certificate(Dossier dossier) {
    Assessment of = dossier.assessment();
    StandardStep certified = dossier.lastStep(StandardStep.Kind.CERTIFIED).orElseThrow();
    StandardStep decided = dossier.lastStep(StandardStep.Kind.DECIDED).orElseThrow();
    return new Certificate(
        areas.get(of.areaId()).name(),
        of.kind(),
        of.year(),
        Optional.ofNullable(of.authorityId()).flatMap(areas::find).map(Area::name).orElse(null),
        Objects.requireNonNull(certified.number()),
        Objects.requireNonNull(certified.on()),
        Objects.requireNonNull(decided.number()),
        Objects.requireNonNull(decided.on()));
  }
}
