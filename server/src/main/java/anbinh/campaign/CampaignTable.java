package anbinh.campaign;

import anbinh.campaign.Campaign.Decision;
import anbinh.campaign.Campaign.State;
import anbinh.platform.SearchTerms;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of campaigns. Safe for many threads.
@Repository
public class CampaignTable {
  private static final String SELECT =
      """
      select c.id, c.code, c.area_id, c.title, c.aim, c.from_on as "from", c.until_on as until,
        c.villages, c.partners, c.state, c.proposed_by, c.proposed_at,
        c.decided_by as "decision.by", c.decided_at as "decision.at",
        c.decision_reason as "decision.reason", c.paper_number as "decision.number",
        c.paper_on as "decision.on", c.paper_signer as "decision.signer", c.ended_on, c.version
      from campaign.campaign c
      """;

  private final SqlClient database;
  private final ListQueries lists;

  CampaignTable(SqlClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  Optional<Campaign> find(UUID id) {
    return database.find(Campaign.class, SELECT + "where c.id = ?", id);
  }

  Optional<Campaign> findForUpdate(UUID id) {
    return database.find(Campaign.class, SELECT + "where c.id = ? for update", id);
  }

  Optional<Campaign> findSent(UUID sent) {
    return database.find(Campaign.class, SELECT + "where c.sent_id = ?", sent);
  }

  /// Those of some areas.
  ///
  /// @param areas null for everywhere
  public Conditions filter(
      @Nullable Collection<UUID> areas, @Nullable State state, SearchTerms sought) {
    return new Conditions()
        .within("c.area_id", areas)
        .and("c.state = :state", "state", state)
        .search(sought, "c.search_text");
  }

  /// A part of them, newest first.
  List<Campaign> list(Conditions filter, @Nullable UUID after, int rows) {
    Conditions where = filter.copy().and("c.id < :after", "after", after);
    return lists.list(
        Campaign.class,
        SELECT + where.text() + "order by c.id desc limit :rows",
        where.values().and("rows", rows));
  }

  /// How many there are, counted no further than to `most`.
  public int count(Conditions filter, int most) {
    return filter.count(lists, "campaign.campaign c", most);
  }

  /// How many of some areas wait for a decision about the plan, or about what was said and added
  /// since, of which one of some accounts brought about nothing; counted no further than to `most`.
  ///
  /// @param areas null for everywhere
  int countWaiting(@Nullable Collection<UUID> areas, Collection<UUID> without, int most) {
    return database.get(
        Integer.class,
        """
        with change as (
          select campaign_id, by_id from campaign.message where state = 'WAITING'
          union all
          select campaign_id, by_id from campaign.material
          where state = 'WAITING' and removed_at is null)
        select count(*) from (
          select c.id from campaign.campaign c
          where (cast(:areas as uuid[]) is null or c.area_id = any (:areas))
            and ((c.state = 'PLANNED' and c.proposed_by <> all (:without))
              or (c.state = 'RUNNING'
                and exists (select from change where change.campaign_id = c.id)
                and not exists (select from change
                  where change.campaign_id = c.id and change.by_id = any (:without))))
          limit :most) waiting
        """,
        Values.of("areas", areas).and("without", without).and("most", most));
  }

  /// @param sent what its sender calls it
  void insert(Campaign campaign, UUID sent) {
    database.update(
        """
        insert into campaign.campaign (id, code, area_id, title, aim, from_on, until_on, villages,
          partners, state, proposed_by, proposed_at, sent_id)
        values (:id, :code, :areaId, :title, :aim, :from, :until, :villages,
          :partners, :state, :proposedBy, :proposedAt, :sent)
        """,
        Values.of(campaign).and("sent", sent));
  }

  void decide(UUID id, State state, Decision decision) {
    database.update(
        """
        update campaign.campaign set state = :state, decided_by = :by, decided_at = :at,
          decision_reason = :reason, paper_number = :number, paper_on = :on, paper_signer = :signer
        where id = :id
        """,
        Values.of(decision).and("id", id).and("state", state));
  }

  void changed(UUID id) {
    database.update("update campaign.campaign set version = version + 1 where id = ?", id);
  }

  void end(UUID id, LocalDate on, UUID by) {
    database.update(
        "update campaign.campaign set state = 'ENDED', ended_on = ?, ended_by = ? where id = ?",
        on,
        by,
        id);
  }

  void report(UUID id) {
    database.update("update campaign.campaign set state = 'REPORTED' where id = ?", id);
  }

  /// What campaigns did, summed.
  record Done(UUID campaignId, long activities, long attended, long households, long leaflets) {}

  List<Done> done(Collection<UUID> campaigns) {
    return database.list(
        Done.class,
        """
        select campaign_id, count(*) as activities, sum(attended) as attended,
          sum(households) as households, sum(leaflets) as leaflets
        from campaign.activity
        where campaign_id = any (?) and withdrawn_at is null group by campaign_id
        """,
        campaigns);
  }
}
