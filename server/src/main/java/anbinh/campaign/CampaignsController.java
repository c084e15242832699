package anbinh.campaign;

import anbinh.areas.unit.Areas;
import anbinh.campaign.Campaign.Activity;
import anbinh.campaign.Campaign.Commendation;
import anbinh.campaign.Campaign.Material;
import anbinh.campaign.Campaign.Said;
import anbinh.campaign.Campaign.Standing;
import anbinh.campaign.Campaign.State;
import anbinh.campaign.CampaignForms.CampaignDecision;
import anbinh.campaign.CampaignForms.CampaignEnd;
import anbinh.campaign.CampaignForms.CampaignWithdrawal;
import anbinh.campaign.CampaignForms.ChangesDecision;
import anbinh.campaign.CampaignForms.NewActivity;
import anbinh.campaign.CampaignForms.NewCampaign;
import anbinh.campaign.CampaignForms.NewCommendation;
import anbinh.campaign.CampaignForms.NewMaterial;
import anbinh.campaign.CampaignForms.NewMessage;
import anbinh.campaign.CampaignForms.NewReport;
import anbinh.campaign.CampaignResponseMapper.ActivityView;
import anbinh.campaign.CampaignResponseMapper.CampaignLine;
import anbinh.campaign.CampaignResponseMapper.CampaignView;
import anbinh.campaign.CampaignResponseMapper.CommendationView;
import anbinh.campaign.CampaignResponseMapper.MaterialView;
import anbinh.campaign.CampaignResponseMapper.SaidView;
import anbinh.identity.AreaScope;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.SearchTerms;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sql.Conditions;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/campaigns`: the commune's officer and the partner organisations propose and keep them, the
/// chair decides; who works in the area or below it reads them.
@RestController
class CampaignsController {
  private static final Duration RETRY = Duration.ofMinutes(5);
  private static final String PATH = "/api/campaigns";
  static final Role[] KEEPERS = {Role.COMMUNITY_OFFICER, Role.PARTNER};
  static final Role[] HISTORIANS = {Role.COMMUNITY_OFFICER, Role.PARTNER, Role.CHAIR, Role.AUDITOR};
  static final Role[] READERS = {
    Role.COMMUNITY_OFFICER,
    Role.CHAIR,
    Role.PARTNER,
    Role.VILLAGE_HEAD,
    Role.TEAM_LEADER,
    Role.ANALYST,
    Role.AUDITOR
  };

  private final Campaigns campaigns;
  private final CampaignEntries entries;
  private final MaterialInspection materials;
  private final CampaignTable table;
  private final CampaignParts parts;
  private final Areas areas;
  private final Access access;
  private final People people;
  private final CampaignResponseMapper views;

  CampaignsController(
      Campaigns campaigns,
      CampaignEntries entries,
      MaterialInspection materials,
      CampaignTable table,
      CampaignParts parts,
      Areas areas,
      Access access,
      People people,
      CampaignResponseMapper views) {
    this.campaigns = campaigns;
    this.entries = entries;
    this.materials = materials;
    this.table = table;
    this.parts = parts;
    this.areas = areas;
    this.access = access;
    this.people = people;
    this.views = views;
  }

  /// Newest first. Each word of `q` is sought in code and title.
  @GetMapping(PATH)
  Page<CampaignLine> list(
      @RequestParam(required = false) @Nullable State state,
      @RequestParam(defaultValue = "") String q,
      PageRequest page) {
    Person reader = access.require(READERS);
    Conditions filter = table.filter(seen(reader), state, SearchTerms.parse(q));
    Page<Campaign> cut =
        Page.of(
            table.list(filter, page.after(), page.rows()),
            page,
            Page.byId(Campaign::id),
            most -> table.count(filter, most));
    return cut.with(views.lines(cut.items()));
  }

  @PostMapping(PATH)
  @ResponseStatus(HttpStatus.CREATED)
  CampaignLine propose(@Valid @RequestBody NewCampaign requested) {
    Person by = access.require(requested.areaId(), KEEPERS);
    return views.lines(List.of(campaigns.propose(requested, by))).getFirst();
  }

  @GetMapping(PATH + "/{id}")
  CampaignView read(@PathVariable UUID id) {
    Person reader = reader(id);
    return views.view(campaigns.get(id), reader);
  }

  /// All that was ever said and added, the last first: also what was superseded, refused or taken
  /// away.
  @GetMapping(PATH + "/{id}/history")
  Page<SaidView> history(@PathVariable UUID id, PageRequest page) {
    access.require(HISTORIANS);
    access.require(campaigns.get(id).areaId(), HISTORIANS);
    Page<Said> cut =
        Page.read(
            page,
            each -> List.of(each.at().toString(), each.key()),
            rows ->
                parts.history(
                    id,
                    page.key(0, Instant::parse).orElse(null),
                    page.key(1, text -> text).orElse(null),
                    rows));
    return cut.with(views.history(cut.items()));
  }

  @GetMapping(PATH + "/{id}/activities")
  Page<ActivityView> activities(@PathVariable UUID id, PageRequest page) {
    Person reader = reader(id);
    Page<Activity> cut =
        Page.read(
            page,
            each -> List.of(each.on().toString(), each.id().toString()),
            rows ->
                parts.activities(
                    id,
                    page.key(0, LocalDate::parse).orElse(null),
                    page.key(1, UUID::fromString).orElse(null),
                    rows));
    return cut.with(views.activities(campaigns.get(id), cut.items(), reader));
  }

  /// The last that were noted first.
  @GetMapping(PATH + "/{id}/commendations")
  Page<CommendationView> commendations(@PathVariable UUID id, PageRequest page) {
    Person reader = reader(id);
    Page<Commendation> cut =
        Page.read(
            page, Page.byId(Commendation::id), rows -> parts.commendations(id, page.after(), rows));
    return cut.with(views.commendations(campaigns.get(id), cut.items(), reader));
  }

  @PostMapping(PATH + "/{id}/decision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decide(@PathVariable UUID id, @Valid @RequestBody CampaignDecision requested) {
    access.require(Role.CHAIR);
    Person by = access.require(campaigns.get(id).areaId(), Role.CHAIR);
    campaigns.decide(id, requested, by);
  }

  /// About all that was said and added after the approval.
  @PostMapping(PATH + "/{id}/changes/decision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decideChanges(@PathVariable UUID id, @Valid @RequestBody ChangesDecision requested) {
    access.require(Role.CHAIR);
    Person by = access.require(campaigns.get(id).areaId(), Role.CHAIR);
    campaigns.decide(id, requested, by);
  }

  @PostMapping(PATH + "/{id}/messages")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void say(@PathVariable UUID id, @Valid @RequestBody NewMessage requested) {
    campaigns.say(id, requested, keeper(id));
  }

  @PostMapping("/api/campaign-materials/{id}")
  @ResponseStatus(HttpStatus.CREATED)
  MaterialView add(@PathVariable UUID id, @Valid @RequestBody NewMaterial requested) {
    Person by = keeper(id);
    Material made = campaigns.add(id, requested, materials.accept(requested), by);
    return views.material(made, people.displayNames(List.of(by.id())));
  }

  @PostMapping(PATH + "/{id}/materials/{materialId}/removal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, @PathVariable UUID materialId) {
    campaigns.remove(id, materialId, manager(id));
  }

  @GetMapping(PATH + "/{id}/materials/{materialId}")
  ResponseEntity<byte[]> download(@PathVariable UUID id, @PathVariable UUID materialId) {
    Person reader = reader(id);
    UUID area = campaigns.get(id).areaId();
    Material material =
        parts
            .findMaterial(id, materialId)
            .filter(each ->
                each.standing() == Standing.ACCEPTED
                    || access.may(reader, area, KEEPERS)
                    || access.may(reader, area, Role.CHAIR))
            .orElseThrow(() -> Problem.of(CampaignProblem.NO_SUCH_MATERIAL));
    switch (views.check(material)) {
      case WAITING -> throw Problem.of(CampaignProblem.CAMPAIGN_MATERIAL_WAITS).after(RETRY);
      case INFECTED -> throw Problem.of(CampaignProblem.CAMPAIGN_MATERIAL_ERASED);
      case CLEAN, TOO_LARGE, UNCHECKED -> {}
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(material.type().media()))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(material.id() + "." + material.type().ending())
                .build()
                .toString())
        .body(parts.content(materialId));
  }

  @PostMapping(PATH + "/{id}/activities")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void note(@PathVariable UUID id, @Valid @RequestBody NewActivity requested) {
    entries.note(id, requested, keeper(id));
  }

  @PostMapping(PATH + "/{id}/activities/{activityId}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdrawActivity(
      @PathVariable UUID id,
      @PathVariable UUID activityId,
      @Valid @RequestBody CampaignWithdrawal requested) {
    entries.withdrawActivity(id, activityId, requested.reason(), keeper(id));
  }

  @PostMapping(PATH + "/{id}/commendations/{commendationId}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdrawCommendation(
      @PathVariable UUID id,
      @PathVariable UUID commendationId,
      @Valid @RequestBody CampaignWithdrawal requested) {
    entries.withdrawCommendation(id, commendationId, requested.reason(), keeper(id));
  }

  @PostMapping(PATH + "/{id}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID id, @Valid @RequestBody CampaignEnd requested) {
    campaigns.end(id, requested.on(), manager(id));
  }

  @PostMapping(PATH + "/{id}/report")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void report(@PathVariable UUID id, @Valid @RequestBody NewReport requested) {
    campaigns.report(id, requested, keeper(id));
  }

  @PostMapping(PATH + "/{id}/commendations")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void commend(@PathVariable UUID id, @Valid @RequestBody NewCommendation requested) {
    entries.commend(id, requested, keeper(id));
  }

  private Person keeper(UUID id) {
    access.require(KEEPERS);
    return access.require(campaigns.get(id).areaId(), KEEPERS);
  }

  /// Who proposed it, or the officer.
  private Person manager(UUID id) {
    Person by = keeper(id);
    campaigns.requireManager(campaigns.get(id), by);
    return by;
  }

  private Person reader(UUID id) {
    Person reader = access.require(READERS);
    UUID area = campaigns.get(id).areaId();
    Collection<UUID> seen = seen(reader);
    if (seen != null && !seen.contains(area)) {
      throw access.refuse(IdentityProblem.NOT_YOUR_AREA, "campaign", id);
    }
    return reader;
  }

  /// The reader's area with what lies below it and above it; null for everywhere.
  private @Nullable Collection<UUID> seen(Person reader) {
    UUID own = reader.areaId();
    return switch (access.scope(reader, READERS)) {
      case AreaScope.Everywhere _ -> null;
      case AreaScope.Within some -> {
        Set<UUID> all = new HashSet<>(some.areas());
        if (own != null) {
          all.addAll(areas.above(own));
        }
        yield all;
      }
    };
  }

  @Bean
  static LargeBody campaignMaterials() {
    return new LargeBody("/api/campaign-materials/*", CampaignForms.MAX_CHARACTERS + 2_000L);
  }
}
