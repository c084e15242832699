package anbinh.situation.intake;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Figure;
import anbinh.platform.Page;
import anbinh.platform.Problem;
import anbinh.platform.http.LargeBody;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.intake.SituationIntake.Source;
import anbinh.situation.kind.SituationKind;
import anbinh.situation.kind.SituationKinds;
import anbinh.situation.media.SituationMediaStore;
import anbinh.situation.media.SituationMediaStore.Accepted;
import anbinh.situation.media.SituationMedium;
import anbinh.situation.report.NewSituation;
import anbinh.situation.report.SituationChannel;
import anbinh.situation.report.SituationMediaKind;
import anbinh.situation.report.SituationTable;
import anbinh.situation.report.SituationTable.TeamStanding;
import anbinh.situation.reporter.ReporterIdentity;
import anbinh.team.member.TeamOfPerson;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What comes in: from the phones of a team's members, which may send everything twice, and from
/// officers who take down what they are told.
@RestController
class SituationIntakeController {
  private static final Role[] TEAM = {Role.TEAM_LEADER, Role.TEAM_MEMBER};
  private static final Role[] KINDS = {
    Role.COMMUNITY_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.CHAIR, Role.ANALYST
  };
  private static final Duration TEAM_LIST = Duration.ofDays(90);

  private final SituationIntake intake;
  private final SituationKinds kinds;
  private final SituationDeadlines clock;
  private final SituationTable table;
  private final SituationMediaStore media;
  private final OwnSituations own;
  private final MediaArrival arrival;
  private final TeamOfPerson teams;
  private final Access access;
  private final AuditLog log;

  SituationIntakeController(
      SituationIntake intake,
      SituationKinds kinds,
      SituationDeadlines clock,
      SituationTable table,
      SituationMediaStore media,
      OwnSituations own,
      MediaArrival arrival,
      TeamOfPerson teams,
      Access access,
      AuditLog log) {
    this.intake = intake;
    this.kinds = kinds;
    this.clock = clock;
    this.table = table;
    this.media = media;
    this.own = own;
    this.arrival = arrival;
    this.teams = teams;
    this.access = access;
    this.log = log;
  }

  /// Words that follow a report.
  ///
  /// @param occurredAt when what they tell of happened; one that has not come yet is as of the
  ///   receipt
  record NewSituationAddition(
      @Nullable Instant occurredAt, @NotBlank @Size(max = NewSituation.MAX_LENGTH) String words) {
    NewSituationAddition {
      occurredAt = NewSituation.minute(occurredAt);
    }

    @Override
    public String toString() {
      return "NewSituationAddition[…]";
    }
  }

  record NewSituationRetraction(@NotBlank @Size(max = NewSituation.MAX_LENGTH) String reason) {
    @Override
    public String toString() {
      return "NewSituationRetraction[…]";
    }
  }

  /// A report that an officer takes down.
  ///
  /// @param id made by who sends it, so that a double click makes no second one
  /// @param reporter null where they do not say who they are
  record OfficerSituation(
      @NotNull UUID id,
      @NotNull @Valid NewSituation report,
      @Nullable @Valid NewSituationReporter reporter) {}

  /// @param contact how they may be reached without danger to them
  record NewSituationReporter(
      @Nullable @Size(max = 120) String name,
      @Nullable @Size(max = 40) String phone,
      @Nullable @Size(max = 300) String contact) {
    ReporterIdentity identity() {
      return new ReporterIdentity(null, text(name), text(phone), text(contact));
    }

    private static @Nullable String text(@Nullable String sent) {
      return sent == null || sent.isBlank() ? null : sent.strip();
    }

    @Override
    public String toString() {
      return "NewSituationReporter[…]";
    }
  }

  /// How a team's reports of ninety days stand, as its leader sees it: rounded counts of all, so
  /// that none is missed that became guarded, and nobody learns that somebody reported them.
  ///
  /// @param waiting for an officer
  record TeamSituations(Figure waiting, Figure inHand, Figure over) {}

  /// What became of a file that was sent.
  ///
  /// @param removedBytes what was taken out of it, the place among it; 0 where it was to be kept
  /// @param checked whether it was checked for malware
  record SituationMediaReceipt(
      UUID id, boolean already, String type, int bytes, int removedBytes, boolean checked) {}

  /// What a report can be of, today, in the order in which it is offered.
  @GetMapping("/api/situation-kinds")
  Page<SituationKind> kinds() {
    access.require(KINDS);
    return Page.all(kinds.list(clock.today()));
  }

  /// Takes a report, or what was changed of one; sent twice, it is taken once.
  @PutMapping("/api/situations/{id}")
  SituationReceipt put(@PathVariable UUID id, @Valid @RequestBody NewSituation sent) {
    Person by = access.require(TEAM);
    NewSituation.requireDrawn("id", id);
    sent.requireDrawnFiles();
    return intake.take(
        id,
        sent,
        new Source(
            SituationChannel.TEAM, ReporterIdentity.of(by), teams.find(by).orElse(null), by, null));
  }

  /// Takes down what somebody tells an officer, who has it from then on.
  @PostMapping("/api/situations")
  SituationReceipt take(@Valid @RequestBody OfficerSituation sent) {
    access.require(Role.COMMUNITY_OFFICER);
    Person by = access.require(sent.report().communeId(), Role.COMMUNITY_OFFICER);
    NewSituationReporter reporter =
        sent.reporter() == null ? new NewSituationReporter(null, null, null) : sent.reporter();
    return intake.take(
        sent.id(),
        sent.report(),
        new Source(SituationChannel.OFFICER, reporter.identity(), null, by, by));
  }

  /// One's own reports that changed since a cursor, each as it stands; none of the words.
  ///
  /// @param since the cursor of the last answer; from the beginning without one
  @GetMapping("/api/situations/own")
  OwnSituations.OwnSituationsView listOwn(
      @RequestParam(required = false) @Nullable Long since,
      @RequestParam(required = false) @Nullable Integer limit) {
    Person by = access.require(TEAM);
    return own.list(by, since, limit);
  }

  /// How the reports of a leader's own team stand, for ninety days, without one of them.
  @GetMapping("/api/situations/team")
  TeamSituations countTeam() {
    Person reader = access.require(Role.TEAM_LEADER);
    TeamStanding found =
        teams
            .find(reader)
            .map(team -> table.countOfTeam(team, clock.now().minus(TEAM_LIST)))
            .orElse(new TeamStanding(0, 0, 0));
    log.record(Event.of(SituationEvent.TEAM_LISTED).by(reader.actor()));
    // In a team of three, the minute in which the first one comes would tell of whom.
    return new TeamSituations(
        Figure.hidden(found.waiting()), Figure.hidden(found.inHand()), Figure.hidden(found.over()));
  }

  /// Adds words to one's own report; sent twice, they are added once.
  @PutMapping("/api/situations/{id}/additions/{additionId}")
  SituationReceipt add(
      @PathVariable UUID id,
      @PathVariable UUID additionId,
      @Valid @RequestBody NewSituationAddition sent) {
    Person by = access.require(TEAM);
    NewSituation.requireDrawn("additionId", additionId);
    return intake.add(id, additionId, sent.occurredAt(), sent.words().strip(), by);
  }

  /// Asks to take one's own report back, which an officer decides.
  @PostMapping("/api/situations/{id}/retraction")
  SituationReceipt askRetraction(
      @PathVariable UUID id, @Valid @RequestBody NewSituationRetraction sent) {
    Person by = access.require(TEAM);
    return intake.askRetraction(id, sent.reason().strip(), by);
  }

  /// Takes the bytes of a file that a report announced, whatever they are said to be: their type is
  /// judged by what they are. Sent twice, they are taken once.
  @PutMapping("/api/situation-media/{id}")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  SituationMediaReceipt putMedia(@PathVariable UUID id, HttpServletRequest request)
      throws IOException {
    Person by = access.require(Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.COMMUNITY_OFFICER);
    SituationMedium announced = media.get(id);
    arrival.requireSender(announced, by);
    if (announced.arrivedAt() != null) {
      return receipt(announced, true);
    }
    byte[] bytes = request.getInputStream().readNBytes(SituationMediaKind.VIDEO.mostBytes() + 1);
    Accepted accepted = media.accept(announced, bytes);
    boolean fresh = arrival.keep(announced, accepted, by);
    return receipt(media.get(id), !fresh);
  }

  /// Says that a file which a report announced does not come, such as one that is refused for good;
  /// twice is once.
  @DeleteMapping("/api/situation-media/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdrawMedia(@PathVariable UUID id) {
    Person by = access.require(Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.COMMUNITY_OFFICER);
    SituationMedium announced = media.get(id);
    arrival.requireSender(announced, by);
    arrival.withdraw(announced);
  }

  private static SituationMediaReceipt receipt(SituationMedium one, boolean already) {
    if (one.type() == null || one.bytes() == null) {
      throw Problem.of(SituationProblem.NO_SUCH_SITUATION_MEDIA);
    }
    return new SituationMediaReceipt(
        one.id(),
        already,
        one.type(),
        one.bytes(),
        one.removedBytes() == null ? 0 : one.removedBytes(),
        Boolean.TRUE.equals(one.checked()));
  }

  @Bean
  static LargeBody situationMedia() {
    return new LargeBody("/api/situation-media/*", SituationMediaKind.VIDEO.mostBytes());
  }
}
