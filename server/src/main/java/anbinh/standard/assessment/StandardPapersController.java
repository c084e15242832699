package anbinh.standard.assessment;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Languages;
import anbinh.platform.Messages;
import anbinh.platform.Problem;
import anbinh.standard.StandardEvent;
import anbinh.standard.StandardProblem;
import anbinh.standard.StandardState;
import anbinh.standard.assessment.StandardCertificate.Certificate;
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

/// Prints what an assessment is on paper, for whoever may read it: its dossier as one file once it
/// was sent, and its certificate until it is revoked.
@RestController
@RequestMapping("/api/standard/assessments/{id}")
class StandardPapersController {
  private static final Role[] READERS = {
    Role.VILLAGE_HEAD, Role.COMMUNITY_OFFICER, Role.CHAIR, Role.AUDITOR
  };

  private final Dossiers dossiers;
  private final StandardTable table;
  private final StandardCertificate certificate;
  private final StandardDossierPaper dossierPaper;
  private final Areas areas;
  private final Access access;
  private final AuditLog log;

  StandardPapersController(
      Dossiers dossiers,
      StandardTable table,
      StandardCertificate certificate,
      StandardDossierPaper dossierPaper,
      Areas areas,
      Access access,
      AuditLog log) {
    this.dossiers = dossiers;
    this.table = table;
    this.certificate = certificate;
    this.dossierPaper = dossierPaper;
    this.areas = areas;
    this.access = access;
    this.log = log;
  }

  /// The letter, the report and the minutes with what belongs to them.
  ///
  /// @param language another than Vietnamese is for reading
  @GetMapping(path = "/dossier.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> dossier(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String language)
      throws IOException {
    access.require(READERS);
    Locale requested = language(language);
    Dossier dossier = dossiers.read(id);
    Assessment of = dossier.assessment();
    Person by = access.require(of.areaId(), READERS);
    if (dossier.lastStep(StandardStep.Kind.SELF_ASSESSED).isEmpty()) {
      throw Problem.of(StandardProblem.STANDARD_NOT_SELF_ASSESSED, of.code());
    }
    var content =
        new StandardDossierPaper.Content(
            areas.get(of.areaId()).name(),
            authority(of),
            dossier,
            table.minutes(id),
            table.exceptions(id));
    byte[] pdf = dossierPaper.print(content, requested);
    log.record(Dossiers.event(StandardEvent.DOSSIER_PRINTED, of, by));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(pdf);
  }

  private static Locale language(@Nullable String language) {
    return language == null ? Messages.VIETNAMESE : Languages.require(language);
  }

  private @Nullable String authority(Assessment of) {
    return Optional.ofNullable(of.authorityId()).flatMap(areas::find).map(Area::name).orElse(null);
  }

  /// @param language of the part below the Vietnamese one
  @GetMapping(path = "/certificate.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> certificate(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String language)
      throws IOException {
    access.require(READERS);
    Locale requested = language(language);
    Dossier dossier = dossiers.read(id);
    Assessment of = dossier.assessment();
    Person by = access.require(of.areaId(), READERS);
    if (of.state() != StandardState.CERTIFIED) {
      throw Problem.of(StandardProblem.STANDARD_NOT_CERTIFIED, of.code());
    }
    byte[] pdf = certificate.print(certificate(dossier), requested);
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
        authority(of),
        Objects.requireNonNull(certified.number()),
        Objects.requireNonNull(certified.on()),
        Objects.requireNonNull(decided.number()),
        Objects.requireNonNull(decided.on()));
  }
}
