package anbinh.community.campaign;

import anbinh.areas.Areas;
import anbinh.community.campaign.Campaign.Activity;
import anbinh.community.campaign.Campaign.Commendation;
import anbinh.community.campaign.Campaign.Language;
import anbinh.community.campaign.Campaign.Material;
import anbinh.community.campaign.Campaign.State;
import anbinh.community.campaign.CampaignForms.CampaignDecision;
import anbinh.community.campaign.CampaignForms.CampaignEnd;
import anbinh.community.campaign.CampaignForms.NewActivity;
import anbinh.community.campaign.CampaignForms.NewCampaign;
import anbinh.community.campaign.CampaignForms.NewCommendation;
import anbinh.community.campaign.CampaignForms.NewMaterial;
import anbinh.community.campaign.CampaignForms.NewMessage;
import anbinh.community.campaign.CampaignForms.NewReport;
import anbinh.identity.Access;
import anbinh.identity.AreaScope;
import anbinh.identity.IdentityProblem;
import anbinh.identity.People;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.http.LargeBody;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
  private static final String PATH = "/api/campaigns";
  private static final Role[] KEEPERS = {Role.COMMUNITY_OFFICER, Role.PARTNER};
  private static final Role[] READERS = {
    Role.COMMUNITY_OFFICER,
    Role.CHAIR,
    Role.PARTNER,
    Role.VILLAGE_HEAD,
    Role.TEAM_LEADER,
    Role.ANALYST,
    Role.AUDITOR
  };
  private static final int MOST_COMMENDATIONS = 200;

  private final Campaigns campaigns;
  private final CampaignTable table;
  private final CampaignParts parts;
  private final Areas areas;
  private final Access access;
  private final People people;

  CampaignsController(
      Campaigns campaigns,
      CampaignTable table,
      CampaignParts parts,
      Areas areas,
      Access access,
      People people) {
    this.campaigns = campaigns;
    this.table = table;
    this.parts = parts;
    this.areas = areas;
    this.access = access;
    this.people = people;
  }

  /// @param attended how many came to what was done, each time they came
  record CampaignLine(
      UUID id,
      String code,
      String title,
      UUID areaId,
      String areaName,
      LocalDate from,
      LocalDate until,
      State state,
      List<String> partners,
      long activities,
      long attended,
      long households,
      long leaflets) {
    CampaignLine {
      partners = List.copyOf(partners);
    }
  }

  record VillageName(UUID id, String name) {}

  record DecisionView(
      PersonName by,
      Instant at,
      @Nullable String reason,
      @Nullable String number,
      @Nullable LocalDate on,
      @Nullable String signer) {}

  record MessageView(Language language, int version, String words, PersonName by, Instant at) {}

  /// @param media its content type
  record MaterialView(
      UUID id,
      String title,
      String media,
      String sha256,
      long sizeBytes,
      PersonName by,
      Instant at) {}

  record ReportView(
      int version,
      String words,
      @Nullable String lessons,
      int commitments,
      int models,
      PersonName by,
      Instant at) {}

  record CommendationView(
      UUID id,
      Commendation.Whom whom,
      @Nullable String name,
      String form,
      String authority,
      String number,
      LocalDate on,
      @Nullable String signer) {
    @Override
    public String toString() {
      return "CommendationView[" + id + "]";
    }
  }

  record ActivityView(
      UUID id,
      Activity.Kind kind,
      LocalDate on,
      String place,
      @Nullable String words,
      int attended,
      int households,
      int leaflets,
      PersonName by,
      Instant at) {}

  /// @param reports in their order; the last one counts
  /// @param commendations at most 200
  record CampaignView(
      CampaignLine campaign,
      String aim,
      List<VillageName> villages,
      PersonName proposedBy,
      Instant proposedAt,
      @Nullable DecisionView decision,
      @Nullable LocalDate endedOn,
      List<MessageView> messages,
      List<MaterialView> materials,
      List<ReportView> reports,
      List<CommendationView> commendations,
      boolean mayKeep,
      boolean mayDecide) {
    CampaignView {
      villages = List.copyOf(villages);
      messages = List.copyOf(messages);
      materials = List.copyOf(materials);
      reports = List.copyOf(reports);
      commendations = List.copyOf(commendations);
    }
  }

  @GetMapping(PATH)
  Page<CampaignLine> list(@RequestParam(required = false) @Nullable State state, PageRequest page) {
    Person reader = access.require(READERS);
    List<Campaign> found =
        table.list(seen(reader), state, page.key(0, UUID::fromString).orElse(null), page.rows());
    Page<Campaign> cut = Page.of(found, page, each -> List.of(each.id().toString()));
    return new Page<>(lines(cut.items()), cut.next());
  }

  @PostMapping(PATH)
  @ResponseStatus(HttpStatus.CREATED)
  CampaignLine propose(@Valid @RequestBody NewCampaign wanted) {
    Person by = access.require(wanted.areaId(), KEEPERS);
    return lines(List.of(campaigns.propose(wanted, by))).getFirst();
  }

  @GetMapping(PATH + "/{id}")
  CampaignView read(@PathVariable UUID id) {
    Person reader = reader(id);
    return view(campaigns.get(id), reader);
  }

  @GetMapping(PATH + "/{id}/activities")
  Page<ActivityView> activities(@PathVariable UUID id, PageRequest page) {
    var _ = reader(id);
    List<Activity> found =
        parts.activities(
            id,
            page.key(0, LocalDate::parse).orElse(null),
            page.key(1, UUID::fromString).orElse(null),
            page.rows());
    Page<Activity> cut =
        Page.of(found, page, each -> List.of(each.on().toString(), each.id().toString()));
    Map<UUID, String> names =
        people.displayNames(cut.items().stream().map(Activity::by).distinct().toList());
    return cut.map(each ->
        new ActivityView(
            each.id(),
            each.kind(),
            each.on(),
            each.place(),
            each.words(),
            each.attended(),
            each.households(),
            each.leaflets(),
            PersonName.of(each.by(), names),
            each.at()));
  }

  @PostMapping(PATH + "/{id}/decision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decide(@PathVariable UUID id, @Valid @RequestBody CampaignDecision wanted) {
    access.require(Role.CHAIR);
    Person by = access.require(campaigns.get(id).areaId(), Role.CHAIR);
    campaigns.decide(id, wanted, by);
  }

  @PostMapping(PATH + "/{id}/messages")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void say(@PathVariable UUID id, @Valid @RequestBody NewMessage wanted) {
    campaigns.say(id, wanted, keeper(id));
  }

  @PostMapping("/api/campaign-materials/{id}")
  @ResponseStatus(HttpStatus.CREATED)
  MaterialView add(@PathVariable UUID id, @Valid @RequestBody NewMaterial wanted) {
    Person by = keeper(id);
    Material made = campaigns.add(id, wanted, by);
    return material(made, people.displayNames(List.of(by.id())));
  }

  @PostMapping(PATH + "/{id}/materials/{materialId}/removal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, @PathVariable UUID materialId) {
    campaigns.remove(id, materialId, keeper(id));
  }

  @GetMapping(PATH + "/{id}/materials/{materialId}")
  ResponseEntity<byte[]> download(@PathVariable UUID id, @PathVariable UUID materialId) {
    var _ = reader(id);
    Material material =
        parts
            .findMaterial(id, materialId)
            .orElseThrow(() -> Problem.of(CampaignProblem.NO_SUCH_MATERIAL));
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
  void note(@PathVariable UUID id, @Valid @RequestBody NewActivity wanted) {
    campaigns.note(id, wanted, keeper(id));
  }

  @PostMapping(PATH + "/{id}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID id, @Valid @RequestBody CampaignEnd wanted) {
    campaigns.end(id, wanted.on(), keeper(id));
  }

  @PostMapping(PATH + "/{id}/report")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void report(@PathVariable UUID id, @Valid @RequestBody NewReport wanted) {
    campaigns.report(id, wanted, keeper(id));
  }

  @PostMapping(PATH + "/{id}/commendations")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void commend(@PathVariable UUID id, @Valid @RequestBody NewCommendation wanted) {
    campaigns.commend(id, wanted, keeper(id));
  }

  private Person keeper(UUID id) {
    access.require(KEEPERS);
    return access.require(campaigns.get(id).areaId(), KEEPERS);
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

  private List<CampaignLine> lines(List<Campaign> some) {
    Map<UUID, String> names = areas.names(some.stream().map(Campaign::areaId).distinct().toList());
    Map<UUID, CampaignTable.Done> done = new HashMap<>();
    table
        .done(some.stream().map(Campaign::id).toList())
        .forEach(each -> done.put(each.campaignId(), each));
    return some.stream()
        .map(each -> {
          CampaignTable.Done did =
              done.getOrDefault(each.id(), new CampaignTable.Done(each.id(), 0, 0, 0, 0));
          return new CampaignLine(
              each.id(),
              each.code(),
              each.title(),
              each.areaId(),
              names.getOrDefault(each.areaId(), ""),
              each.from(),
              each.until(),
              each.state(),
              each.partners(),
              did.activities(),
              did.attended(),
              did.households(),
              did.leaflets());
        })
        .toList();
  }

  private CampaignView view(Campaign campaign, Person reader) {
    UUID id = campaign.id();
    List<Campaign.Message> messages = parts.messages(id);
    List<Material> materials = parts.materials(id);
    List<Campaign.Report> reports = parts.reports(id);
    Campaign.Decision decision = campaign.decision();
    Set<UUID> who = new HashSet<>(Set.of(campaign.proposedBy()));
    if (decision != null) {
      who.add(decision.by());
    }
    messages.forEach(each -> who.add(each.by()));
    materials.forEach(each -> who.add(each.by()));
    reports.forEach(each -> who.add(each.by()));
    Map<UUID, String> names = people.displayNames(who);
    Map<UUID, String> villages = areas.names(campaign.villages());
    boolean chair = access.may(reader, campaign.areaId(), Role.CHAIR);
    return new CampaignView(
        lines(List.of(campaign)).getFirst(),
        campaign.aim(),
        campaign.villages().stream()
            .map(each -> new VillageName(each, villages.getOrDefault(each, "")))
            .toList(),
        PersonName.of(campaign.proposedBy(), names),
        campaign.proposedAt(),
        decision == null
            ? null
            : new DecisionView(
                PersonName.of(decision.by(), names),
                decision.at(),
                decision.reason(),
                decision.number(),
                decision.on(),
                decision.signer()),
        campaign.endedOn(),
        messages.stream()
            .map(each ->
                new MessageView(
                    each.language(),
                    each.version(),
                    each.words(),
                    PersonName.of(each.by(), names),
                    each.at()))
            .toList(),
        materials.stream().map(each -> material(each, names)).toList(),
        reports.stream()
            .map(each ->
                new ReportView(
                    each.version(),
                    each.words(),
                    each.lessons(),
                    each.commitments(),
                    each.models(),
                    PersonName.of(each.by(), names),
                    each.at()))
            .toList(),
        parts.commendations(id, MOST_COMMENDATIONS).stream()
            .map(each ->
                new CommendationView(
                    each.id(),
                    each.whom(),
                    each.name(),
                    each.form(),
                    each.authority(),
                    each.number(),
                    each.on(),
                    each.signer()))
            .toList(),
        access.may(reader, campaign.areaId(), KEEPERS),
        chair
            && campaign.state() == State.PLANNED
            && !people.maybeSame(reader, campaign.proposedBy()));
  }

  private static MaterialView material(Material each, Map<UUID, String> names) {
    return new MaterialView(
        each.id(),
        each.title(),
        each.type().media(),
        each.sha256(),
        each.sizeBytes(),
        PersonName.of(each.by(), names),
        each.at());
  }

  /// A leaflet is larger than other bodies.
  @Configuration(proxyBeanMethods = false)
  static class Limits {
    @Bean
    LargeBody campaignMaterials() {
      return new LargeBody("/api/campaign-materials/*", CampaignForms.MOST_CHARACTERS + 2_000L);
    }
  }
}
