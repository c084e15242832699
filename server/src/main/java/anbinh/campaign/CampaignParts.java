package anbinh.campaign;

import anbinh.campaign.Campaign.Activity;
import anbinh.campaign.Campaign.Commendation;
import anbinh.campaign.Campaign.Language;
import anbinh.campaign.Campaign.Material;
import anbinh.campaign.Campaign.Message;
import anbinh.campaign.Campaign.Removal;
import anbinh.campaign.Campaign.Report;
import anbinh.campaign.Campaign.Said;
import anbinh.campaign.Campaign.Standing;
import anbinh.campaign.Campaign.Verdict;
import anbinh.platform.malware.Judgement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of what belongs to a campaign. Safe for many threads.
@Repository
class CampaignParts {
  private static final String MATERIAL =
      "select id, title, type, sha256, size_bytes, state, judgement, by_id, at"
          + " from campaign.material ";

  private static final String ACTIVITY =
      """
      select campaign_id, id, kind, on_day, place, words, attended, households, leaflets, by_id, at,
        withdrawn_reason
      from campaign.activity
      """;
  private static final String COMMENDATION =
      """
      select campaign_id, id, to_whom, name, form, authority, paper_number, paper_on, paper_signer,
        by_id, at, withdrawn_reason
      from campaign.commendation
      """;

  /// Something with the campaign to which it belongs.
  record Of<T>(UUID campaignId, T part) {}

  private final JdbcClient database;

  CampaignParts(JdbcClient database) {
    this.database = database;
  }

  /// The last one of each language that stands so.
  List<Message> messages(UUID campaign, Standing standing) {
    return database
        .sql(
            """
            select distinct on (language) language, version, words, by_id, at
            from campaign.message where campaign_id = ? and state = ?
            order by language, version desc
            """)
        .params(campaign, standing.name())
        .query((row, number) ->
            new Message(
                Language.valueOf(row.getString("language").toUpperCase(Locale.ROOT)),
                row.getInt("version"),
                row.getString("words"),
                row.getObject("by_id", UUID.class),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  void insert(
      UUID campaign, Language language, String words, Standing standing, UUID by, Instant at) {
    database
        .sql(
            """
            insert into campaign.message
              (campaign_id, language, version, words, state, by_id, at)
            select :campaign, :language, coalesce(max(version), 0) + 1, :words, :state, :by, :at
            from campaign.message where campaign_id = :campaign and language = :language
            """)
        .param("campaign", campaign)
        .param("language", language.name().toLowerCase(Locale.ROOT))
        .param("words", words)
        .param("state", standing.name())
        .param("by", by)
        .param("at", Timestamp.from(at))
        .update();
  }

  List<Material> materials(UUID campaign) {
    return database
        .sql(
            MATERIAL
                + "where campaign_id = ? and removed_at is null and state <> 'REFUSED' order by at, id")
        .param(campaign)
        .query(CampaignParts::material)
        .list();
  }

  Optional<Material> findMaterial(UUID campaign, UUID id) {
    return database
        .sql(
            MATERIAL
                + "where campaign_id = ? and id = ? and removed_at is null and state <> 'REFUSED'")
        .params(campaign, id)
        .query(CampaignParts::material)
        .optional();
  }

  /// One of any campaign, also one that was refused or taken away.
  Optional<Of<Material>> findSent(UUID id) {
    return database
        .sql(MATERIAL.replace("select ", "select campaign_id, ") + "where id = ?")
        .param(id)
        .query((row, number) ->
            new Of<>(row.getObject("campaign_id", UUID.class), material(row, number)))
        .optional();
  }

  /// All that was ever said and added, the last first.
  ///
  /// @param at of the last one that was seen, and its key; null at the start
  List<Said> history(UUID campaign, @Nullable Instant at, @Nullable String after, int rows) {
    return database
        .sql(
            """
            select s.*, d.by_id as decided_by, d.at as decided_at, d.reason
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
            """)
        .param("campaign", campaign)
        .param("at", at == null ? null : Timestamp.from(at))
        .param("after", after)
        .param("rows", rows)
        .query((row, number) -> said(row))
        .list();
  }

  private static Said said(ResultSet row) throws SQLException {
    @Nullable String language = row.getString("language");
    @Nullable UUID decider = row.getObject("decided_by", UUID.class);
    @Nullable UUID remover = row.getObject("removed_by", UUID.class);
    return new Said(
        row.getString("key"),
        language == null ? null : Language.valueOf(language.toUpperCase(Locale.ROOT)),
        row.getInt("version"),
        row.getString("text"),
        Standing.valueOf(row.getString("state")),
        row.getBoolean("counts"),
        row.getObject("by_id", UUID.class),
        row.getTimestamp("at").toInstant(),
        decider == null
            ? null
            : new Verdict(
                decider, row.getTimestamp("decided_at").toInstant(), row.getString("reason")),
        remover == null ? null : new Removal(remover, row.getTimestamp("removed_at").toInstant()));
  }

  byte[] content(UUID material) {
    return database
        .sql("select content from campaign.material where id = ?")
        .param(material)
        .query((row, number) -> row.getBytes(1))
        .single();
  }

  void insert(UUID campaign, Material material, byte[] content) {
    database
        .sql(
            """
            insert into campaign.material (id, campaign_id, title, type, sha256,
              size_bytes, content, state, judgement, by_id, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(material.id())
        .param(campaign)
        .param(material.title())
        .param(material.type().name())
        .param(material.sha256())
        .param(material.sizeBytes())
        .param(content)
        .param(material.standing().name())
        .param(material.judgement() == null ? null : material.judgement().name())
        .param(material.by())
        .param(Timestamp.from(material.at()))
        .update();
  }

  /// Who brought about what waits for the chair.
  List<UUID> authors(UUID campaign) {
    return database
        .sql(
            """
            select by_id from campaign.message
            where campaign_id = :campaign and state = 'WAITING'
            union select by_id from campaign.material
            where campaign_id = :campaign and state = 'WAITING' and removed_at is null
            """)
        .param("campaign", campaign)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Decides all that waits, about a version of the campaign.
  void decide(
      UUID campaign, int version, Standing standing, @Nullable String reason, UUID by, Instant at) {
    database
        .sql(
            """
            insert into campaign.change_decision
              (campaign_id, version, outcome, reason, by_id, at) values (?, ?, ?, ?, ?, ?)
            """)
        .param(campaign)
        .param(version)
        .param(standing.name())
        .param(reason)
        .param(by)
        .param(Timestamp.from(at))
        .update();
    for (String table : List.of("message", "material")) {
      database
          .sql(
              "update campaign."
                  + table
                  + " set state = ?, decided_version = ?"
                  + " where campaign_id = ? and state = 'WAITING'")
          .params(standing.name(), version, campaign)
          .update();
    }
  }

  /// A material that no checker was asked about.
  record Unchecked(UUID id, UUID campaignId, String sha256) {}

  List<Unchecked> listUnchecked() {
    return database
        .sql(
            """
            select id, campaign_id, sha256 from campaign.material
            where judgement is null and removed_at is null order by id
            """)
        .query((row, number) ->
            new Unchecked(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getString("sha256")))
        .list();
  }

  /// Says what a checker said of one that is there.
  boolean judge(UUID material, Judgement.Result result) {
    return database
            .sql(
                """
                update campaign.material set judgement = ?
                where id = ? and judgement is null and removed_at is null
                """)
            .params(result.name(), material)
            .update()
        > 0;
  }

  void erase(UUID material) {
    database.sql("update campaign.material set content = '' where id = ?").param(material).update();
  }

  /// Takes its content away too.
  void remove(UUID material, UUID by, Instant at) {
    database
        .sql(
            """
            update campaign.material set removed_at = ?, removed_by = ?, content = ''
            where id = ?
            """)
        .params(Timestamp.from(at), by, material)
        .update();
  }

  /// The last ones, newest first, also those that were withdrawn.
  List<Activity> activities(
      UUID campaign, @Nullable LocalDate day, @Nullable UUID after, int rows) {
    return database
        .sql(
            ACTIVITY
                + """
                where campaign_id = :campaign
                  and (cast(:day as date) is null or (on_day, id) < (:day, cast(:after as uuid)))
                order by on_day desc, id desc limit :rows
                """)
        .param("campaign", campaign)
        .param("day", day)
        .param("after", after)
        .param("rows", rows)
        .query(CampaignParts::activity)
        .list();
  }

  /// One of any campaign.
  Optional<Of<Activity>> findActivity(UUID id) {
    return database
        .sql(ACTIVITY + "where id = ? for update")
        .param(id)
        .query((row, number) ->
            new Of<>(row.getObject("campaign_id", UUID.class), activity(row, number)))
        .optional();
  }

  void withdrawActivity(UUID id, String reason, UUID by, Instant at) {
    withdraw("activity", id, reason, by, at);
  }

  void withdrawCommendation(UUID id, String reason, UUID by, Instant at) {
    withdraw("commendation", id, reason, by, at);
  }

  private void withdraw(String table, UUID id, String reason, UUID by, Instant at) {
    database
        .sql(
            "update campaign."
                + table
                + " set withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? where id = ?")
        .params(Timestamp.from(at), by, reason, id)
        .update();
  }

  private static Activity activity(ResultSet row, int number) throws SQLException {
    return new Activity(
        row.getObject("id", UUID.class),
        Activity.Kind.valueOf(row.getString("kind")),
        row.getObject("on_day", LocalDate.class),
        row.getString("place"),
        row.getString("words"),
        row.getInt("attended"),
        row.getInt("households"),
        row.getInt("leaflets"),
        row.getObject("by_id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getString("withdrawn_reason"));
  }

  void insert(UUID campaign, Activity activity) {
    database
        .sql(
            """
            insert into campaign.activity (id, campaign_id, kind, on_day, place, words,
              attended, households, leaflets, by_id, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(activity.id())
        .param(campaign)
        .param(activity.kind().name())
        .param(activity.on())
        .param(activity.place())
        .param(activity.words())
        .param(activity.attended())
        .param(activity.households())
        .param(activity.leaflets())
        .param(activity.by())
        .param(Timestamp.from(activity.at()))
        .update();
  }

  /// In their order; the last one counts.
  List<Report> reports(UUID campaign) {
    return database
        .sql(
            """
            select version, words, lessons, commitments, models, by_id, at
            from campaign.report where campaign_id = ? order by version
            """)
        .param(campaign)
        .query((row, number) ->
            new Report(
                row.getInt("version"),
                row.getString("words"),
                row.getString("lessons"),
                row.getInt("commitments"),
                row.getInt("models"),
                row.getObject("by_id", UUID.class),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  void insert(UUID campaign, Report report) {
    database
        .sql(
            """
            insert into campaign.report (campaign_id, version, words, lessons, commitments,
              models, by_id, at) values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(campaign)
        .param(report.version())
        .param(report.words())
        .param(report.lessons())
        .param(report.commitments())
        .param(report.models())
        .param(report.by())
        .param(Timestamp.from(report.at()))
        .update();
  }

  /// The last that were noted first, also those that were withdrawn.
  List<Commendation> commendations(UUID campaign, @Nullable UUID after, int rows) {
    return database
        .sql(
            COMMENDATION
                + """
                where campaign_id = :campaign and (cast(:after as uuid) is null
                  or (at, id) < (select o.at, o.id from campaign.commendation o
                    where o.id = :after))
                order by at desc, id desc limit :rows
                """)
        .param("campaign", campaign)
        .param("after", after)
        .param("rows", rows)
        .query(CampaignParts::commendation)
        .list();
  }

  /// One of any campaign.
  Optional<Of<Commendation>> findCommendation(UUID id) {
    return database
        .sql(COMMENDATION + "where id = ? for update")
        .param(id)
        .query((row, number) ->
            new Of<>(row.getObject("campaign_id", UUID.class), commendation(row, number)))
        .optional();
  }

  private static Commendation commendation(ResultSet row, int number) throws SQLException {
    return new Commendation(
        row.getObject("id", UUID.class),
        Commendation.Whom.valueOf(row.getString("to_whom")),
        row.getString("name"),
        row.getString("form"),
        row.getString("authority"),
        row.getString("paper_number"),
        row.getObject("paper_on", LocalDate.class),
        row.getString("paper_signer"),
        row.getObject("by_id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getString("withdrawn_reason"));
  }

  void insert(UUID campaign, Commendation one) {
    database
        .sql(
            """
            insert into campaign.commendation (id, campaign_id, to_whom, name, form,
              authority, paper_number, paper_on, paper_signer, by_id, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(one.id())
        .param(campaign)
        .param(one.whom().name())
        .param(one.name())
        .param(one.form())
        .param(one.authority())
        .param(one.number())
        .param(one.on())
        .param(one.signer())
        .param(one.by())
        .param(Timestamp.from(one.at()))
        .update();
  }

  /// Erases the names of people whose commendation was noted before a moment.
  ///
  /// @return of which
  List<UUID> eraseBefore(Instant moment, Instant now) {
    return database
        .sql(
            """
            update campaign.commendation set name = null, erased_at = :now,
              withdrawn_reason = case when withdrawn_at is null then null else '–' end
            where id in (select id from campaign.commendation where erased_at is null
              and to_whom = 'PERSON' and at < :moment order by id limit 1000)
            returning id
            """)
        .param("now", Timestamp.from(now))
        .param("moment", Timestamp.from(moment))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  private static Material material(ResultSet row, int number) throws SQLException {
    @Nullable String said = row.getString("judgement");
    return new Material(
        row.getObject("id", UUID.class),
        row.getString("title"),
        MaterialType.valueOf(row.getString("type")),
        row.getString("sha256"),
        row.getLong("size_bytes"),
        Standing.valueOf(row.getString("state")),
        said == null ? null : Judgement.Result.valueOf(said),
        row.getObject("by_id", UUID.class),
        row.getTimestamp("at").toInstant());
  }
}
