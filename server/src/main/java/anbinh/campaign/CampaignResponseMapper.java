package anbinh.campaign;

import anbinh.areas.unit.Areas;
import anbinh.campaign.Campaign.Activity;
import anbinh.campaign.Campaign.Commendation;
import anbinh.campaign.Campaign.Language;
import anbinh.campaign.Campaign.Material;
import anbinh.campaign.Campaign.Said;
import anbinh.campaign.Campaign.Standing;
import anbinh.campaign.Campaign.State;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.malware.MalwareCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes what is answered of campaigns. Safe for many threads.
@Component
class CampaignResponseMapper {
  private final Campaigns campaigns;
  private final CampaignTable table;
  private final CampaignParts parts;
  private final Areas areas;
  private final Access access;
  private final People people;
  private final MalwareCheck malware;

  CampaignResponseMapper(
      Campaigns campaigns,
      CampaignTable table,
      CampaignParts parts,
      Areas areas,
      Access access,
      People people,
      MalwareCheck malware) {
    this.campaigns = campaigns;
    this.table = table;
    this.parts = parts;
    this.areas = areas;
    this.access = access;
    this.people = people;
    this.malware = malware;
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
  /// @param check how it stands with the checker for malware; while it waits, and where it is
  ///   infected, it is not given out
  record MaterialView(
      UUID id,
      String title,
      String media,
      String sha256,
      long sizeBytes,
      MaterialCheck check,
      PersonName by,
      Instant at) {}

  /// What was said or added once.
  ///
  /// @param language null of a material, whose title is the text
  /// @param counts whether it is what readers see now
  /// @param decidedBy null of what was decided with the plan, waits, or was decided before this was
  ///   noted
  record SaidView(
      String key,
      @Nullable Language language,
      int version,
      String text,
      Standing standing,
      boolean counts,
      PersonName by,
      Instant at,
      @Nullable PersonName decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String reason,
      @Nullable PersonName removedBy,
      @Nullable Instant removedAt) {}

  record ReportView(
      int version,
      String words,
      @Nullable String lessons,
      int commitments,
      int models,
      PersonName by,
      Instant at) {}

  /// @param withdrawn why it counts no more
  record CommendationView(
      UUID id,
      Commendation.Whom whom,
      @Nullable String name,
      String form,
      String authority,
      String number,
      LocalDate on,
      @Nullable String signer,
      PersonName by,
      @Nullable String withdrawn,
      boolean mayWithdraw) {
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
      Instant at,
      @Nullable String withdrawn,
      boolean mayWithdraw) {}

  /// What was said and added after the approval and waits for the chair.
  record WaitingView(List<MessageView> messages, List<MaterialView> materials) {
    WaitingView {
      messages = List.copyOf(messages);
      materials = List.copyOf(materials);
    }
  }

  /// @param version how often it was changed, which a decision names
  /// @param reports in their order; the last one counts
  /// @param waiting for who keeps or decides it only; empty for others
  /// @param mayManage whether the reader may end it and take materials away
  /// @param mayReadHistory whether the reader may read what was superseded and refused
  record CampaignView(
      CampaignLine campaign,
      int version,
      String aim,
      List<VillageName> villages,
      PersonName proposedBy,
      Instant proposedAt,
      @Nullable DecisionView decision,
      @Nullable LocalDate endedOn,
      List<MessageView> messages,
      List<MaterialView> materials,
      List<ReportView> reports,
      WaitingView waiting,
      boolean mayKeep,
      boolean mayManage,
      boolean mayReadHistory,
      boolean mayDecide,
      boolean mayDecideChanges) {
    CampaignView {
      villages = List.copyOf(villages);
      messages = List.copyOf(messages);
      materials = List.copyOf(materials);
      reports = List.copyOf(reports);
    }
  }

  List<CampaignLine> lines(List<Campaign> some) {
    Map<UUID, String> names = areas.names(Ids.of(some, Campaign::areaId));
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

  CampaignView view(Campaign campaign, Person reader) {
    UUID id = campaign.id();
    List<Campaign.Message> messages = parts.messages(id, Standing.ACCEPTED);
    List<Material> all = parts.materials(id);
    boolean keeps = access.may(reader, campaign.areaId(), CampaignsController.KEEPERS);
    boolean chair = access.may(reader, campaign.areaId(), Role.CHAIR);
    boolean waits = campaign.state() == State.RUNNING && (keeps || chair);
    List<Campaign.Message> said = waits ? parts.messages(id, Standing.WAITING) : List.of();
    List<Material> added =
        waits
            ? all.stream().filter(each -> each.standing() == Standing.WAITING).toList()
            : List.of();
    List<Material> materials =
        all.stream().filter(each -> each.standing() == Standing.ACCEPTED).toList();
    List<Campaign.Report> reports = parts.reports(id);
    Campaign.Decision decision = campaign.decision();
    Set<UUID> who = new HashSet<>(Set.of(campaign.proposedBy()));
    if (decision != null) {
      who.add(decision.by());
    }
    messages.forEach(each -> who.add(each.by()));
    said.forEach(each -> who.add(each.by()));
    all.forEach(each -> who.add(each.by()));
    reports.forEach(each -> who.add(each.by()));
    Map<UUID, String> names = people.displayNames(who);
    Map<UUID, String> villages = areas.names(campaign.villages());
    return new CampaignView(
        lines(List.of(campaign)).getFirst(),
        campaign.version(),
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
        messages.stream().map(each -> message(each, names)).toList(),
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
        new WaitingView(
            said.stream().map(each -> message(each, names)).toList(),
            added.stream().map(each -> material(each, names)).toList()),
        keeps,
        keeps && campaigns.mayManage(campaign, reader),
        mayReadHistory(campaign, reader),
        chair
            && campaign.state() == State.PLANNED
            && !people.maybeSame(reader, campaign.proposedBy()),
        chair
            && !(said.isEmpty() && added.isEmpty())
            && parts.authors(id).stream().noneMatch(each -> people.maybeSame(reader, each)));
  }

  MaterialCheck check(Material material) {
    return MaterialCheck.of(material.judgement(), malware.isSetUp());
  }

  List<SaidView> history(List<Said> some) {
    Set<UUID> who = new HashSet<>();
    some.forEach(each -> {
      who.add(each.by());
      if (each.decided() != null) {
        who.add(each.decided().by());
      }
      if (each.removed() != null) {
        who.add(each.removed().by());
      }
    });
    Map<UUID, String> names = people.displayNames(who);
    return some.stream()
        .map(each -> {
          Campaign.Verdict decided = each.decided();
          Campaign.Removal removed = each.removed();
          return new SaidView(
              each.key(),
              each.language(),
              each.version(),
              each.text(),
              each.standing(),
              each.counts(),
              PersonName.of(each.by(), names),
              each.at(),
              decided == null ? null : PersonName.of(decided.by(), names),
              decided == null ? null : decided.at(),
              decided == null ? null : decided.reason(),
              removed == null ? null : PersonName.of(removed.by(), names),
              removed == null ? null : removed.at());
        })
        .toList();
  }

  /// Whether somebody reads what was superseded and refused: who keeps it, who decides it, and who
  /// audits it.
  boolean mayReadHistory(Campaign campaign, Person reader) {
    return access.may(reader, campaign.areaId(), CampaignsController.HISTORIANS);
  }

  List<ActivityView> activities(Campaign campaign, List<Activity> some, Person reader) {
    Map<UUID, String> names = people.displayNames(Ids.of(some, Activity::by));
    return some.stream()
        .map(each ->
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
                each.at(),
                each.withdrawn(),
                mayWithdraw(campaign, each.by(), each.withdrawn(), reader)))
        .toList();
  }

  List<CommendationView> commendations(Campaign campaign, List<Commendation> some, Person reader) {
    Map<UUID, String> names = people.displayNames(Ids.of(some, Commendation::by));
    return some.stream()
        .map(each ->
            new CommendationView(
                each.id(),
                each.whom(),
                each.name(),
                each.form(),
                each.authority(),
                each.number(),
                each.on(),
                each.signer(),
                PersonName.of(each.by(), names),
                each.withdrawn(),
                mayWithdraw(campaign, each.by(), each.withdrawn(), reader)))
        .toList();
  }

  private boolean mayWithdraw(
      Campaign campaign, UUID notedBy, @Nullable String withdrawn, Person reader) {
    return withdrawn == null
        && access.may(reader, campaign.areaId(), CampaignsController.KEEPERS)
        && (notedBy.equals(reader.id()) || campaigns.mayManage(campaign, reader));
  }

  private static MessageView message(Campaign.Message each, Map<UUID, String> names) {
    return new MessageView(
        each.language(), each.version(), each.words(), PersonName.of(each.by(), names), each.at());
  }

  MaterialView material(Material each, Map<UUID, String> names) {
    return new MaterialView(
        each.id(),
        each.title(),
        each.type().media(),
        each.sha256(),
        each.sizeBytes(),
        check(each),
        PersonName.of(each.by(), names),
        each.at());
  }
}
