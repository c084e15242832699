package anbinh.campaign;

import anbinh.campaign.Campaign.Activity;
import anbinh.campaign.Campaign.Commendation;
import anbinh.campaign.Campaign.Language;
import anbinh.campaign.Campaign.Material;
import anbinh.campaign.Campaign.Message;
import anbinh.campaign.Campaign.Report;
import anbinh.campaign.Campaign.Said;
import anbinh.campaign.Campaign.Standing;
import anbinh.platform.malware.Judgement;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of what belongs to a campaign. Safe for many threads.
@Repository
class CampaignParts {
  private static final String MATERIAL =
      "select id, title, type, sha256, size_bytes, state as standing, judgement, by_id as by, at"
          + " from campaign.material ";

  private static final String ACTIVITY =
      """
      select id, kind, on_day as "on", place, words, attended, households, leaflets, by_id as by,
        at, withdrawn_reason as withdrawn
      from campaign.activity
      """;
  private static final String COMMENDATION =
      """
      select id, to_whom as whom, name, form, authority, paper_number as number, paper_on as "on",
        paper_signer as signer, by_id as by, at, withdrawn_reason as withdrawn
      from campaign.commendation
      """;

  /// Something with the campaign to which it belongs.
  record Of<T>(UUID campaignId, T part) {}

  private final SqlClient database;

  CampaignParts(SqlClient database) {
    this.database = database;
  }

  /// The last one of each language that stands so.
  List<Message> messages(UUID campaign, Standing standing) {
    return database.list(
        Message.class,
        """
        select distinct on (m.language) upper(m.language) as language, version, words,
          by_id as by, at
        from campaign.message m where campaign_id = ? and state = ?
        order by m.language, version desc
        """,
        campaign,
        standing);
  }

  void insert(
      UUID campaign, Language language, String words, Standing standing, UUID by, Instant at) {
    database.update(
        """
        insert into campaign.message
          (campaign_id, language, version, words, state, by_id, at)
        select :campaign, :language, coalesce(max(version), 0) + 1, :words, :state, :by, :at
        from campaign.message where campaign_id = :campaign and language = :language
        """,
        Values.of("campaign", campaign)
            .and("language", language.name().toLowerCase(Locale.ROOT))
            .and("words", words)
            .and("state", standing)
            .and("by", by)
            .and("at", at));
  }

  List<Material> materials(UUID campaign) {
    return database.list(
        Material.class,
        MATERIAL
            + "where campaign_id = ? and removed_at is null and state <> 'REFUSED' order by at, id",
        campaign);
  }

  Optional<Material> findMaterial(UUID campaign, UUID id) {
    return database.find(
        Material.class,
        MATERIAL + "where campaign_id = ? and id = ? and removed_at is null and state <> 'REFUSED'",
        campaign,
        id);
  }

  /// One of any campaign, also one that was refused or taken away.
  Optional<Of<Material>> findSent(UUID id) {
    return of("material", id, database.find(Material.class, MATERIAL + "where id = ?", id));
  }

  /// All that was ever said and added, the last first.
  ///
  /// @param at of the last one that was seen, and its key; null at the start
  List<Said> history(UUID campaign, @Nullable Instant at, @Nullable String after, int rows) {
    return database.list(
        Said.class,
        """
        select s.key, upper(s.language) as language, s.version, s.text, s.state as standing,
          s.counts, s.by_id as by, s.at, d.by_id as "decided.by", d.at as "decided.at",
          d.reason as "decided.reason", s.removed_by as "removed.by", s.removed_at as "removed.at"
        from (
          select language || ' ' || version as key, language, version, words as text, state,
            by_id, at, decided_version, cast(null as uuid) as removed_by,
            cast(null as timestamptz) as removed_at,
            state = 'ACCEPTED' and version = (select max(o.version)
              from campaign.message o where o.campaign_id = m.campaign_id
                and o.language = m.language and o.state = 'ACCEPTED') as counts
          from campaign.message m where m.campaign_id = :campaign
          union all
          select cast(id as text), null, 0, title, state, by_id, at, decided_version,
            removed_by, removed_at, state = 'ACCEPTED' and removed_at is null
          from campaign.material where campaign_id = :campaign) s
        left join campaign.change_decision d
          on d.campaign_id = :campaign and d.version = s.decided_version
        where cast(:at as timestamptz) is null or (s.at, s.key) < (:at, cast(:after as text))
        order by s.at desc, s.key desc limit :rows
        """,
        Values.of("campaign", campaign).and("at", at).and("after", after).and("rows", rows));
  }

  byte[] content(UUID material) {
    return database.get(
        byte[].class, "select content from campaign.material where id = ?", material);
  }

  void insert(UUID campaign, Material material, byte[] content) {
    database.update(
        """
        insert into campaign.material (id, campaign_id, title, type, sha256,
          size_bytes, content, state, judgement, by_id, at)
        values (:id, :campaign, :title, :type, :sha256, :sizeBytes, :content, :standing,
          :judgement, :by, :at)
        """,
        Values.of(material).and("campaign", campaign).and("content", content));
  }

  /// Who brought about what waits for the chair.
  List<UUID> authors(UUID campaign) {
    return database.list(
        UUID.class,
        """
        select by_id from campaign.message
        where campaign_id = :campaign and state = 'WAITING'
        union select by_id from campaign.material
        where campaign_id = :campaign and state = 'WAITING' and removed_at is null
        """,
        Values.of("campaign", campaign));
  }

  /// Decides all that waits, about a version of the campaign.
  void decide(
      UUID campaign, int version, Standing standing, @Nullable String reason, UUID by, Instant at) {
    database.update(
        """
        insert into campaign.change_decision
          (campaign_id, version, outcome, reason, by_id, at) values (:campaign, :version,
            :standing, :reason, :by, :at)
        """,
        Values.of("campaign", campaign)
            .and("version", version)
            .and("standing", standing)
            .and("reason", reason)
            .and("by", by)
            .and("at", at));
    for (String table : List.of("message", "material")) {
      database.update(
          "update campaign."
              + table
              + " set state = ?, decided_version = ?"
              + " where campaign_id = ? and state = 'WAITING'",
          standing,
          version,
          campaign);
    }
  }

  /// A material that no checker was asked about.
  record Unchecked(UUID id, UUID campaignId, String sha256) {}

  List<Unchecked> listUnchecked() {
    return database.list(
        Unchecked.class,
        """
        select id, campaign_id, sha256 from campaign.material
        where judgement is null and removed_at is null order by id
        """);
  }

  /// Says what a checker said of one that is there.
  boolean judge(UUID material, Judgement.Result result) {
    return database.update(
            """
            update campaign.material set judgement = ?
            where id = ? and judgement is null and removed_at is null
            """,
            result,
            material)
        > 0;
  }

  void erase(UUID material) {
    database.update("update campaign.material set content = '' where id = ?", material);
  }

  /// Takes its content away too.
  void remove(UUID material, UUID by, Instant at) {
    database.update(
        """
        update campaign.material set removed_at = ?, removed_by = ?, content = ''
        where id = ?
        """,
        at,
        by,
        material);
  }

  /// The last ones, newest first, also those that were withdrawn.
  List<Activity> activities(
      UUID campaign, @Nullable LocalDate day, @Nullable UUID after, int rows) {
    return database.list(
        Activity.class,
        ACTIVITY
            + """
            where campaign_id = :campaign
              and (cast(:day as date) is null or (on_day, id) < (:day, cast(:after as uuid)))
            order by on_day desc, id desc limit :rows
            """,
        Values.of("campaign", campaign).and("day", day).and("after", after).and("rows", rows));
  }

  /// One of any campaign.
  Optional<Of<Activity>> findActivity(UUID id) {
    return of(
        "activity", id, database.find(Activity.class, ACTIVITY + "where id = ? for update", id));
  }

  void withdrawActivity(UUID id, String reason, UUID by, Instant at) {
    withdraw("activity", id, reason, by, at);
  }

  void withdrawCommendation(UUID id, String reason, UUID by, Instant at) {
    withdraw("commendation", id, reason, by, at);
  }

  private void withdraw(String table, UUID id, String reason, UUID by, Instant at) {
    database.update(
        "update campaign."
            + table
            + " set withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? where id = ?",
        at,
        by,
        reason,
        id);
  }

  void insert(UUID campaign, Activity activity) {
    database.update(
        """
        insert into campaign.activity (id, campaign_id, kind, on_day, place, words,
          attended, households, leaflets, by_id, at) values (:id, :campaign, :kind, :on, :place,
            :words, :attended, :households, :leaflets, :by, :at)
        """,
        Values.of(activity).and("campaign", campaign));
  }

  /// In their order; the last one counts.
  List<Report> reports(UUID campaign) {
    return database.list(
        Report.class,
        """
        select version, words, lessons, commitments, models, by_id as by, at
        from campaign.report where campaign_id = ? order by version
        """,
        campaign);
  }

  void insert(UUID campaign, Report report) {
    database.update(
        """
        insert into campaign.report (campaign_id, version, words, lessons, commitments,
          models, by_id, at) values (:campaign, :version, :words, :lessons, :commitments,
            :models, :by, :at)
        """,
        Values.of(report).and("campaign", campaign));
  }

  /// The last that were noted first, also those that were withdrawn.
  List<Commendation> commendations(UUID campaign, @Nullable UUID after, int rows) {
    return database.list(
        Commendation.class,
        COMMENDATION
            + """
            where campaign_id = :campaign and (cast(:after as uuid) is null
              or (at, id) < (select o.at, o.id from campaign.commendation o
                where o.id = :after))
            order by at desc, id desc limit :rows
            """,
        Values.of("campaign", campaign).and("after", after).and("rows", rows));
  }

  /// One of any campaign.
  Optional<Of<Commendation>> findCommendation(UUID id) {
    return of(
        "commendation",
        id,
        database.find(Commendation.class, COMMENDATION + "where id = ? for update", id));
  }

  private <T> Optional<Of<T>> of(String table, UUID id, Optional<T> part) {
    return part.map(each ->
        new Of<>(
            database.get(
                UUID.class, "select campaign_id from campaign." + table + " where id = ?", id),
            each));
  }

  void insert(UUID campaign, Commendation one) {
    database.update(
        """
        insert into campaign.commendation (id, campaign_id, to_whom, name, form,
          authority, paper_number, paper_on, paper_signer, by_id, at)
        values (:id, :campaign, :whom, :name, :form, :authority, :number, :on, :signer, :by, :at)
        """,
        Values.of(one).and("campaign", campaign));
  }

  /// Erases the names of people whose commendation was noted before a moment.
  ///
  /// @return of which
  List<UUID> eraseBefore(Instant moment, Instant now) {
    return database.list(
        UUID.class,
        """
        update campaign.commendation set name = null, erased_at = :now,
          withdrawn_reason = case when withdrawn_at is null then null else '–' end
        where id in (select id from campaign.commendation where erased_at is null
          and to_whom = 'PERSON' and at < :moment order by id limit 1000)
        returning id
        """,
        Values.of("now", now).and("moment", moment));
  }
}
