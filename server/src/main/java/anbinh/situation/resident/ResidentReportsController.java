package anbinh.situation.resident;

import anbinh.areas.CommuneNames;
import anbinh.areas.CommuneNames.NamedCommune;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.http.LargeBody;
import anbinh.platform.http.OpenPaths;
import anbinh.platform.http.WhileReadOnly;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.followup.FollowCode;
import anbinh.situation.intake.MediaArrival;
import anbinh.situation.intake.SituationIntake;
import anbinh.situation.kind.SituationKinds;
import anbinh.situation.media.SituationMediaStore;
import anbinh.situation.media.SituationMedium;
import anbinh.situation.report.SituationMediaKind;
import anbinh.situation.resident.ResidentReports.ResidentReceipt;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/resident-reports`: what somebody reports who has no account, and follows by a code. The
/// code is in a body or a header and never in an address, which browsers and proxies keep.
@RestController
@RequestMapping("/api/resident-reports")
class ResidentReportsController {
  /// Carries the follow-up code of who sends a photo.
  static final String HEADER = "X-Anbinh-Code";

  private final ResidentReports reports;
  private final ResidentLimits limits;
  private final CallerKeys callers;
  private final SituationIntake intake;
  private final SituationKinds kinds;
  private final SituationDeadlines clock;
  private final SituationMediaStore media;
  private final MediaArrival arrival;
  private final CommuneNames communes;
  private final Site site;

  ResidentReportsController(
      ResidentReports reports,
      ResidentLimits limits,
      CallerKeys callers,
      SituationIntake intake,
      SituationKinds kinds,
      SituationDeadlines clock,
      SituationMediaStore media,
      MediaArrival arrival,
      CommuneNames communes,
      Site site) {
    this.reports = reports;
    this.limits = limits;
    this.callers = callers;
    this.intake = intake;
    this.kinds = kinds;
    this.clock = clock;
    this.media = media;
    this.arrival = arrival;
    this.communes = communes;
    this.site = site;
  }

  /// What the page is made of. All communes come at once, with the names that they had: a search
  /// that the page asked for would tell whoever watches the line where somebody reports.
  ///
  /// @param contact of the office; null where it did not say
  /// @param mostBytes of a photo
  record ResidentForm(
      String site,
      String zone,
      boolean demonstration,
      @Nullable String contact,
      List<ResidentKind> kinds,
      List<NamedCommune> communes,
      int mostPhotos,
      int mostBytes) {
    ResidentForm {
      kinds = List.copyOf(kinds);
      communes = List.copyOf(communes);
    }
  }

  record ResidentKind(String code, boolean guarded) {}

  record FollowUp(@NotBlank @Size(max = 100) String code) {
    @Override
    public String toString() {
      return "FollowUp[…]";
    }
  }

  /// @param id drawn by the page: sent again, it is the same message
  /// @param question when the question was asked that it answers; null where it answers none, and
  ///   where it tells of the officer who asks, since somebody else is to read it then
  record FollowUpMessage(
      @NotBlank @Size(max = 100) String code,
      @NotNull UUID id,
      @NotBlank @Size(max = NewResidentReport.MAX_LENGTH) String words,
      @Nullable Instant question) {
    @Override
    public String toString() {
      return "FollowUpMessage[…]";
    }
  }

  record FollowUpRetraction(
      @NotBlank @Size(max = 100) String code,
      @NotBlank @Size(max = NewResidentReport.MAX_LENGTH) String reason) {
    @Override
    public String toString() {
      return "FollowUpRetraction[…]";
    }
  }

  /// @param already whether it had arrived before
  /// @param removedBytes what was taken out of it, the place among it
  record ResidentPhotoReceipt(UUID id, boolean already, int removedBytes) {}

  /// With it comes the token against forgery, so that the page asks for nothing else before it
  /// sends.
  @GetMapping("/form")
  ResidentForm form(@Parameter(hidden = true) CsrfToken token) {
    token.getToken();
    return new ResidentForm(
        site.name(),
        site.zone().getId(),
        site.demonstration(),
        site.contact(),
        kinds.list(clock.today()).stream()
            .map(each -> new ResidentKind(each.code(), each.guarded()))
            .toList(),
        communes.list(),
        NewResidentReport.MAX_PHOTOS,
        SituationMediaKind.PHOTO.mostBytes());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResidentReceipt send(
      @Valid @RequestBody NewResidentReport sent,
      @Parameter(hidden = true) HttpServletRequest call) {
    return reports.knows(sent.ticket())
        ? reports.take(sent)
        : limits.report(
            callers.of(call), sent.communeId(), isPressing(sent), () -> reports.take(sent));
  }

  private boolean isPressing(NewResidentReport sent) {
    return sent.danger()
        || sent.injured()
        || sent.guarded()
        || kinds
            .find(sent.kind().strip(), clock.today())
            .filter(each -> each.guarded() || each.urgent())
            .isPresent();
  }

  @WhileReadOnly
  @PostMapping("/follow-up")
  FollowView follow(
      @Valid @RequestBody FollowUp sent, @Parameter(hidden = true) HttpServletRequest call) {
    return reports.view(find(sent.code(), call));
  }

  /// Answers what an officer asked and its reporter read, or adds to the report.
  @PostMapping("/messages")
  FollowView say(
      @Valid @RequestBody FollowUpMessage sent, @Parameter(hidden = true) HttpServletRequest call) {
    UUID id = find(sent.code(), call);
    limits.message(id);
    intake.say(id, sent.id(), sent.words().strip(), sent.question());
    return reports.view(id);
  }

  @PostMapping("/retraction")
  FollowView askRetraction(
      @Valid @RequestBody FollowUpRetraction sent,
      @Parameter(hidden = true) HttpServletRequest call) {
    UUID id = find(sent.code(), call);
    limits.message(id);
    intake.askRetraction(id, sent.reason().strip());
    return reports.view(id);
  }

  /// Takes the bytes of a photo that a report announced; its code is in the header `X-Anbinh-Code`.
  @PutMapping("/photos/{id}")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResidentPhotoReceipt putPhoto(
      @PathVariable UUID id, @Parameter(hidden = true) HttpServletRequest call) throws IOException {
    SituationMedium announced = announced(id, call);
    if (announced.arrivedAt() != null) {
      return receipt(announced, true);
    }
    limits.photo(id);
    byte[] bytes = call.getInputStream().readNBytes(SituationMediaKind.PHOTO.mostBytes() + 1);
    boolean fresh = arrival.keep(announced, media.accept(announced, bytes));
    return receipt(media.get(id), !fresh);
  }

  /// Says that a photo which a report announced does not come; its code is in the header
  /// `X-Anbinh-Code`.
  @DeleteMapping("/photos/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdrawPhoto(@PathVariable UUID id, @Parameter(hidden = true) HttpServletRequest call) {
    SituationMedium announced = announced(id, call);
    limits.photo(id);
    arrival.withdraw(announced);
  }

  private SituationMedium announced(UUID id, HttpServletRequest call) {
    String code = call.getHeader(HEADER);
    UUID situation = find(code == null ? "" : code, call);
    SituationMedium announced = media.get(id);
    if (!announced.situationId().equals(situation)) {
      throw Problem.of(SituationProblem.NO_SUCH_SITUATION_MEDIA);
    }
    return announced;
  }

  private static ResidentPhotoReceipt receipt(SituationMedium one, boolean already) {
    return new ResidentPhotoReceipt(
        one.id(), already, one.removedBytes() == null ? 0 : one.removedBytes());
  }

  /// A code that was mistyped says so by itself, which tells nothing of others; one that is of no
  /// report is answered as one that was erased.
  private UUID find(String typed, HttpServletRequest call) {
    FollowCode code =
        FollowCode.parse(typed).orElseThrow(() -> Problem.invalid("code", "follow-code"));
    return limits
        .guess(callers.of(call), () -> reports.find(code))
        .orElseThrow(() -> Problem.of(SituationProblem.NO_SUCH_FOLLOW_CODE));
  }

  @Bean
  static OpenPaths residentReportsAreOpen() {
    return OpenPaths.of("/api/resident-reports/**");
  }

  @Bean
  static LargeBody residentPhotos() {
    return new LargeBody("/api/resident-reports/photos/*", SituationMediaKind.PHOTO.mostBytes());
  }
}
