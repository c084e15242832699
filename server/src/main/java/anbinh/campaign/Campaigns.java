package anbinh.campaign;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.campaign.Campaign.Decision;
import anbinh.campaign.Campaign.Material;
import anbinh.campaign.Campaign.Report;
import anbinh.campaign.Campaign.Standing;
import anbinh.campaign.Campaign.State;
import anbinh.campaign.CampaignForms.CampaignDecision;
import anbinh.campaign.CampaignForms.ChangesDecision;
import anbinh.campaign.CampaignForms.NewCampaign;
import anbinh.campaign.CampaignForms.NewMaterial;
import anbinh.campaign.CampaignForms.NewMessage;
import anbinh.campaign.CampaignForms.NewReport;
import anbinh.campaign.CampaignForms.Outcome;
import anbinh.campaign.CampaignParts.Of;
import anbinh.campaign.MaterialInspection.Accepted;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.platform.malware.Judgement;
import anbinh.platform.sql.ShortCodes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Has campaigns proposed, decided by another person, done and reported; rights are the caller's to
/// check. Whatever changes one holds its row. Safe for many threads.
@Component
public class Campaigns {
  private static final String CODE_PREFIX = "CD";
  private static final int MAX_YEARS = 2;
  private static final int MAX_MATERIALS = 20;

  private final CampaignTable table;
  private final CampaignParts parts;
  private final Areas areas;
  private final People people;
  private final Access access;
  private final ShortCodes codes;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  Campaigns(
      CampaignTable table,
      CampaignParts parts,
      Areas areas,
      People people,
      Access access,
      ShortCodes codes,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.parts = parts;
    this.areas = areas;
    this.people = people;
    this.access = access;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  public LocalDate today() {
    return clock.today();
  }

  Instant now() {
    return clock.now();
  }

  Campaign get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(CampaignProblem.NO_SUCH_CAMPAIGN));
  }

  @Transactional
  public Campaign propose(NewCampaign requested, Person by) {
    var problems = new FieldProblems();
    String title = written("title", requested.title(), problems);
    String aim = written("aim", requested.aim(), problems);
    if (requested.until().isBefore(requested.from())) {
      problems.reject("until", "campaign-ends");
    } else if (requested.until().isAfter(requested.from().plusYears(MAX_YEARS))) {
      problems.reject("until", "campaign-long", MAX_YEARS);
    }
    LocalDate today = today();
    if (requested.from().isBefore(today.minusYears(1))
        || requested.from().isAfter(today.plusYears(2))) {
      problems.reject("from", "campaign-far");
    }
    List<UUID> villages =
        requested.villageIds() == null
            ? List.of()
            : requested.villageIds().stream().distinct().toList();
    boolean office =
        areas
            .findPresent(requested.areaId())
            .map(Area::kind)
            .filter(kind -> kind.isCommune() || kind == AreaKind.PROVINCE)
            .isPresent();
    if (!office) {
      problems.reject("areaId", "campaign-area");
    }
    if (villages.stream().anyMatch(each -> !areas.contains(requested.areaId(), each))) {
      problems.reject("villageIds", "campaign-village");
    }
    List<String> partners = requested.partners().stream().map(String::strip).distinct().toList();
    problems.requireNone();
    Optional<Campaign> sent = table.findSent(requested.id());
    if (sent.isPresent()) {
      if (!isSame(sent.get(), requested, title, aim, villages, partners)) {
        throw Problem.of(CampaignProblem.CAMPAIGN_ENTRY_THERE);
      }
      return sent.get();
    }
    var campaign =
        new Campaign(
            ids.next(),
            codes.nextOfYear(CODE_PREFIX),
            requested.areaId(),
            title,
            aim,
            requested.from(),
            requested.until(),
            villages,
            partners,
            State.PLANNED,
            by.id(),
            now(),
            null,
            null,
            1);
    table.insert(campaign, requested.id());
    log.record(
        event(CampaignEvent.PROPOSED, campaign, by)
            .fact("from", campaign.from().toString())
            .fact("until", campaign.until().toString()));
    return campaign;
  }

  private static boolean isSame(
      Campaign there,
      NewCampaign sent,
      String title,
      String aim,
      List<UUID> villages,
      List<String> partners) {
    return there.areaId().equals(sent.areaId())
        && there.title().equals(title)
        && there.aim().equals(aim)
        && there.from().equals(sent.from())
        && there.until().equals(sent.until())
        && there.villages().equals(villages)
        && there.partners().equals(partners);
  }

  /// Accepts or refuses what waits; another person than who proposed it, by account and by name.
  @Transactional
  public void decide(UUID id, CampaignDecision requested, Person by) {
    Campaign campaign = lockForUpdate(id, State.PLANNED);
    if (people.maybeSame(by, campaign.proposedBy())) {
      throw access.refuse(CampaignProblem.OWN_CAMPAIGN, "campaign", id);
    }
    requireSeen(campaign, requested.version());
    var problems = new FieldProblems();
    boolean accepted = requested.outcome() == Outcome.ACCEPTED;
    String reason = WrittenText.orNull(requested.reason());
    String number = WrittenText.orNull(requested.number());
    LocalDate on = requested.on();
    if (!accepted && reason == null) {
      problems.reject("reason", "required");
    }
    if (accepted && number == null) {
      problems.reject("number", "required");
    }
    if (accepted && on == null) {
      problems.reject("on", "required");
    } else if (on != null && on.isAfter(today())) {
      problems.reject("on", "past-or-present");
    }
    problems.requireNone();
    table.decide(
        id,
        accepted ? State.RUNNING : State.REFUSED,
        new Decision(
            by.id(),
            now(),
            reason,
            accepted ? number : null,
            accepted ? on : null,
            accepted ? WrittenText.orNull(requested.signer()) : null));
    Event event =
        event(accepted ? CampaignEvent.APPROVED : CampaignEvent.NOT_APPROVED, campaign, by);
    log.record(reason == null ? event : event.detail("reason", reason));
  }

  /// Accepts or refuses all that was said and added after the approval; somebody else than whose it
  /// is, by account and by name.
  @Transactional
  public void decide(UUID id, ChangesDecision requested, Person by) {
    Campaign campaign = lockForUpdate(id, State.RUNNING);
    List<UUID> authors = parts.authors(id);
    if (authors.isEmpty()) {
      throw Problem.of(CampaignProblem.NO_CAMPAIGN_CHANGES, campaign.code());
    }
    if (authors.stream().anyMatch(each -> people.maybeSame(by, each))) {
      throw access.refuse(CampaignProblem.OWN_CAMPAIGN, "campaign", id);
    }
    requireSeen(campaign, requested.version());
    boolean accepted = requested.outcome() == Outcome.ACCEPTED;
    String reason = WrittenText.orNull(requested.reason());
    if (!accepted && reason == null) {
      throw Problem.invalid("reason", "required");
    }
    parts.decide(
        id,
        campaign.version(),
        accepted ? Standing.ACCEPTED : Standing.REFUSED,
        reason,
        by.id(),
        now());
    table.changed(id);
    Event event =
        event(
                accepted ? CampaignEvent.CHANGES_APPROVED : CampaignEvent.CHANGES_NOT_APPROVED,
                campaign,
                by)
            .fact("version", campaign.version());
    log.record(reason == null ? event : event.detail("reason", reason));
  }

  private static void requireSeen(Campaign campaign, int version) {
    if (campaign.version() != version) {
      throw Problem.of(CampaignProblem.CAMPAIGN_CHANGED, campaign.code());
    }
  }

  /// What comes before the approval is decided with the plan; what comes after it waits.
  private static Standing standing(Campaign campaign) {
    return campaign.state() == State.PLANNED ? Standing.ACCEPTED : Standing.WAITING;
  }

  /// Says something in a language; what was said last, said again, changes nothing.
  @Transactional
  public void say(UUID id, NewMessage requested, Person by) {
    Campaign campaign = lockForUpdate(id, State.PLANNED, State.RUNNING);
    var problems = new FieldProblems();
    String words = written("words", requested.words(), problems);
    problems.requireNone();
    Standing standing = standing(campaign);
    boolean there =
        parts.messages(id, standing).stream()
            .anyMatch(
                last -> last.language() == requested.language() && last.words().equals(words));
    if (there) {
      return;
    }
    parts.insert(id, requested.language(), words, standing, by.id(), now());
    table.changed(id);
    log.record(
        event(CampaignEvent.MESSAGE_SAID, campaign, by).fact("language", requested.language()));
  }

  /// Adds a material whose content was judged before.
  @Transactional
  public Material add(UUID id, NewMaterial requested, Accepted accepted, Person by) {
    Campaign campaign = lockForUpdate(id, State.PLANNED, State.RUNNING);
    var problems = new FieldProblems();
    String title = written("title", requested.title(), problems);
    problems.requireNone();
    Optional<Of<Material>> sent = parts.findSent(requested.id());
    if (sent.isPresent()) {
      Material there = sent.get().part();
      if (!sent.get().campaignId().equals(id)
          || !there.title().equals(title)
          || !there.sha256().equals(accepted.sha256())) {
        throw Problem.of(CampaignProblem.CAMPAIGN_ENTRY_THERE);
      }
      return there;
    }
    if (parts.materials(id).size() >= MAX_MATERIALS) {
      throw Problem.of(CampaignProblem.CAMPAIGN_FULL, MAX_MATERIALS);
    }
    var material =
        new Material(
            requested.id(),
            title,
            accepted.type(),
            accepted.sha256(),
            accepted.content().length,
            standing(campaign),
            accepted.judgement(),
            by.id(),
            now());
    parts.insert(id, material, accepted.content());
    table.changed(id);
    log.record(
        event(CampaignEvent.MATERIAL_ADDED, campaign, by)
            .fact("material", material.id())
            .fact("sha256", material.sha256())
            .fact("checked", material.judgement() == Judgement.Result.CLEAN));
    return material;
  }

  @Transactional
  public void remove(UUID id, UUID materialId, Person by) {
    Campaign campaign = lockForUpdate(id, State.PLANNED, State.RUNNING);
    Material material =
        parts
            .findMaterial(id, materialId)
            .orElseThrow(() -> Problem.of(CampaignProblem.NO_SUCH_MATERIAL));
    parts.remove(materialId, by.id(), now());
    table.changed(id);
    log.record(
        event(CampaignEvent.MATERIAL_REMOVED, campaign, by)
            .fact("material", materialId)
            .fact("sha256", material.sha256()));
  }

  @Transactional
  public void end(UUID id, LocalDate on, Person by) {
    Campaign campaign = lockForUpdate(id, State.RUNNING);
    var problems = new FieldProblems();
    day(campaign, on, problems);
    problems.requireNone();
    table.end(id, on, by.id());
    log.record(event(CampaignEvent.ENDED, campaign, by).fact("on", on.toString()));
  }

  /// Says what came of it; said again, the first stays and the last counts.
  @Transactional
  public void report(UUID id, NewReport requested, Person by) {
    Campaign campaign = lockForUpdate(id, State.ENDED, State.REPORTED);
    var problems = new FieldProblems();
    String words = written("words", requested.words(), problems);
    problems.requireNone();
    List<Report> before = parts.reports(id);
    boolean there =
        !before.isEmpty()
            && isSame(before.getLast(), requested, words, WrittenText.orNull(requested.lessons()));
    if (there) {
      return;
    }
    int version = before.size() + 1;
    parts.insert(
        id,
        new Report(
            version,
            words,
            WrittenText.orNull(requested.lessons()),
            requested.commitments(),
            requested.models(),
            by.id(),
            now()));
    table.report(id);
    log.record(event(CampaignEvent.REPORTED, campaign, by).fact("version", version));
  }

  private static boolean isSame(
      Report last, NewReport sent, String words, @Nullable String lessons) {
    return last.words().equals(words)
        && Objects.equals(last.lessons(), lessons)
        && last.commitments() == sent.commitments()
        && last.models() == sent.models();
  }

  /// Whether somebody may end a campaign, take a material away and withdraw what others noted: who
  /// proposed it, and the officer.
  boolean mayManage(Campaign campaign, Person person) {
    return campaign.proposedBy().equals(person.id())
        || access.may(person, campaign.areaId(), Role.COMMUNITY_OFFICER);
  }

  void requireManager(Campaign campaign, Person person) {
    if (!mayManage(campaign, person)) {
      throw access.refuse(CampaignProblem.NOT_YOUR_CAMPAIGN, "campaign", campaign.id());
    }
  }

  /// One in some states, held until the transaction ends.
  Campaign lockForUpdate(UUID id, State... states) {
    Campaign campaign =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(CampaignProblem.NO_SUCH_CAMPAIGN));
    if (!List.of(states).contains(campaign.state())) {
      throw Problem.of(CampaignProblem.CAMPAIGN_STATE, campaign.code());
    }
    return campaign;
  }

  void day(Campaign campaign, LocalDate on, FieldProblems problems) {
    if (on.isAfter(today())) {
      problems.reject("on", "past-or-present");
    } else if (on.isBefore(campaign.from())) {
      problems.reject("on", "campaign-before", campaign.from());
    }
  }

  /// As it is kept: composed, without blanks around it.
  static String written(String field, String text, FieldProblems problems) {
    String written = WrittenText.of(text);
    if (written.isBlank()) {
      problems.reject(field, "required");
    }
    return written;
  }

  static Event event(CampaignEvent type, Campaign campaign, Person by) {
    return Event.of(type).by(by.actor()).about("campaign", campaign.id(), campaign.code());
  }
}
