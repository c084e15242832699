package anbinh.campaign;

import anbinh.campaign.Campaign.Decision;
import anbinh.campaign.Campaign.State;
import anbinh.platform.Conditions;
import anbinh.platform.ListQueries;
import anbinh.platform.SearchTerms;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of campaigns. Safe for many threads.
@Repository
public class CampaignTable {
  private static final String SELECT =
      """
      select c.id, c.code, c.area_id, c.title, c.aim, c.from_on, c.until_on, c.villages, c.partners,
        c.state, c.proposed_by, c.proposed_at, c.decided_by, c.decided_at, c.decision_reason,
        c.paper_number, c.paper_on, c.paper_signer, c.ended_on,
        c.version
      from campaign.campaign c
      """;

  private final JdbcClient database;
  private final ListQueries lists;

  CampaignTable(JdbcClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  Optional<Campaign> find(UUID id) {
    return database
        .sql(SELECT + "where c.id = ?")
        .param(id)
        .query(CampaignTable::campaign)
        .optional();
  }

  Optional<Campaign> findForUpdate(UUID id) {
    return database
        .sql(SELECT + "where c.id = ? for update")
        .param(id)
        .query(CampaignTable::campaign)
        .optional();
  }

  Optional<Campaign> findSent(UUID sent) {
    return database
        .sql(SELECT + "where c.sent_id = ?")
        .param(sent)
        .query(CampaignTable::campaign)
        .optional();
  }

  /// Those of some areas.
  ///
  /// @param areas null for everywhere
  public Conditions filter(
      @Nullable Collection<UUID> areas, @Nullable State state, SearchTerms sought) {
    return new Conditions()
        .within("c.area_id", areas == null ? null : areas.toArray(UUID[]::new))
        .and("c.state = :state", "state", state == null ? null : state.name())
        .search(sought, "c.search_text");
  }

  /// A part of them, newest first.
  List<Campaign> list(Conditions filter, @Nullable UUID after, int rows) {
    Conditions where = filter.copy().and("c.id < :after", "after", after);
    return lists
        .sql(SELECT + where.text() + "order by c.id desc limit :rows")
        .params(where.values())
        .param("rows", rows)
        .query(CampaignTable::campaign)
        .list();
  }

  /// How many there are, counted no further than to `most`.
  public int count(Conditions filter, int most) {
    return filter.count(lists, "campaign.campaign c", most);
  }

  /// @param sent what its sender calls it
  void insert(Campaign campaign, UUID sent) {
    database
        .sql(
            """
            insert into campaign.campaign (id, code, area_id, title, aim, from_on, until_on,
              villages, partners, state, proposed_by, proposed_at, sent_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?, ?, ?)
            """)
        .param(campaign.id())
        .param(campaign.code())
        .param(campaign.areaId())
        .param(campaign.title())
        .param(campaign.aim())
        .param(campaign.from())
        .param(campaign.until())
        .param(campaign.villages().toArray(UUID[]::new))
        .param(campaign.partners().toArray(String[]::new))
        .param(campaign.proposedBy())
        .param(Timestamp.from(campaign.proposedAt()))
        .param(sent)
        .update();
  }

  void decide(UUID id, State state, Decision decision) {
    database
        .sql(
            """
            update campaign.campaign set state = ?, decided_by = ?, decided_at = ?,
              decision_reason = ?, paper_number = ?, paper_on = ?, paper_signer = ? where id = ?
            """)
        .param(state.name())
        .param(decision.by())
        .param(Timestamp.from(decision.at()))
        .param(decision.reason())
        .param(decision.number())
        .param(decision.on())
        .param(decision.signer())
        .param(id)
        .update();
  }

  void changed(UUID id) {
    database
        .sql("update campaign.campaign set version = version + 1 where id = ?")
        .param(id)
        .update();
  }

  void end(UUID id, LocalDate on, UUID by) {
    database
        .sql(
            "update campaign.campaign set state = 'ENDED', ended_on = ?, ended_by = ? where id ="
                + " ?")
        .params(on, by, id)
        .update();
  }

  void report(UUID id) {
    database.sql("update campaign.campaign set state = 'REPORTED' where id = ?").param(id).update();
  }

  /// What campaigns did, summed.
  record Done(UUID campaignId, long activities, long attended, long households, long leaflets) {}

  List<Done> done(Collection<UUID> campaigns) {
    return database
        .sql(
            """
            select campaign_id, count(*) as activities, sum(attended) as attended,
              sum(households) as households, sum(leaflets) as leaflets
            from campaign.activity
            where campaign_id = any (?) and withdrawn_at is null group by campaign_id
            """)
        .param(campaigns.toArray(UUID[]::new))
        .query((row, number) ->
            new Done(
                row.getObject("campaign_id", UUID.class),
                row.getLong("activities"),
                row.getLong("attended"),
                row.getLong("households"),
                row.getLong("leaflets")))
        .list();
  }

  private static Campaign campaign(ResultSet row, int number) throws SQLException {
    Array villages = row.getArray("villages");
    Array partners = row.getArray("partners");
    @Nullable Timestamp decided = row.getTimestamp("decided_at");
    @Nullable Instant at = decided == null ? null : decided.toInstant();
    return new Campaign(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getObject("area_id", UUID.class),
        row.getString("title"),
        row.getString("aim"),
        row.getObject("from_on", LocalDate.class),
        row.getObject("until_on", LocalDate.class),
        List.of((UUID[]) villages.getArray()),
        List.of((String[]) partners.getArray()),
        State.valueOf(row.getString("state")),
        row.getObject("proposed_by", UUID.class),
        row.getTimestamp("proposed_at").toInstant(),
        at == null
            ? null
            : new Decision(
                row.getObject("decided_by", UUID.class),
                at,
                row.getString("decision_reason"),
                row.getString("paper_number"),
                row.getObject("paper_on", LocalDate.class),
                row.getString("paper_signer")),
        row.getObject("ended_on", LocalDate.class),
        row.getInt("version"));
  }
}
