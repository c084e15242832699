package anbinh.demo.seed;

import anbinh.identity.Person;
import anbinh.mediation.Basis;
import anbinh.mediation.DisputeKind;
import anbinh.mediation.NewMediation;
import anbinh.mediation.NewMediation.NewMediationParty;
import anbinh.mediation.NewMediation.ScopeAnswer;
import anbinh.mediation.ScopeQuestion;
import anbinh.mediation.dispute.MediationContent.MediationAgreement;
import anbinh.mediation.dispute.MediationContent.MediationSession;
import anbinh.mediation.dispute.MediationContent.WrittenItems;
import anbinh.mediation.dispute.MediationReception;
import anbinh.mediation.dispute.Proceedings;
import anbinh.mediation.team.Election;
import anbinh.mediation.team.LeaderElection;
import anbinh.mediation.team.MediationTeam;
import anbinh.mediation.team.MediationTeamTable;
import anbinh.mediation.team.MediationTeams;
import anbinh.mediation.team.NewMediationTeam;
import anbinh.mediation.team.NewMediator;
import anbinh.platform.SiteClock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes a team and a few mediations of a village for a demonstration, all named as simulated.
@Component
class MediationDemoSeeder {
  private static final String MARK = " (mô phỏng)";

  private final MediationTeamTable table;
  private final MediationTeams teams;
  private final MediationReception reception;
  private final Proceedings proceedings;
  private final SiteClock clock;

  MediationDemoSeeder(
      MediationTeamTable table,
      MediationTeams teams,
      MediationReception reception,
      Proceedings proceedings,
      SiteClock clock) {
    this.table = table;
    this.teams = teams;
    this.reception = reception;
    this.proceedings = proceedings;
    this.clock = clock;
  }

  /// Does nothing where the village has a team.
  ///
  /// @param proposer of the team
  /// @param chair who recognises it
  /// @param mediator who leads it, and mediates
  public void make(UUID villageId, Person proposer, Person chair, Person mediator) {
    if (!table.listOf(List.of(villageId)).isEmpty()) {
      return;
    }
    LocalDate today = clock.today();
    UUID proposed =
        teams
            .propose(
                new NewMediationTeam(
                    villageId,
                    false,
                    new Election(Election.Form.SECRET_BALLOT, today, 120, 3),
                    new LeaderElection(LeaderElection.Form.OPEN_VOTE, today, 3, 3),
                    List.of(
                        new NewMediator(mediator.displayName(), true, true, 98, mediator.id()),
                        new NewMediator("Hà Văn Lâm" + MARK, false, false, 81, null),
                        new NewMediator("Lê Thị Thắm" + MARK, true, false, 90, null))),
                proposer)
            .id();
    MediationTeam team = teams.recognise(proposed, "01/QĐ-UBND" + MARK, today, chair);
    UUID leader = team.findLeader().orElseThrow().id();
    receive(villageId, DisputeKind.NEIGHBOURS, "Nuôi gà gây ồn ban đêm.", mediator);
    UUID begun =
        begin(
            receive(villageId, DisputeKind.DEBT, "Vay ba triệu đồng chưa trả.", mediator),
            leader,
            mediator);
    UUID agreed =
        begin(
            receive(villageId, DisputeKind.BOUNDARY, "Bờ rào lấn sang vườn bên.", mediator),
            leader,
            mediator);
    var items =
        new WrittenItems(
            "Bờ rào giữa hai vườn." + MARK,
            "Một buổi tại nhà văn hóa.",
            "Mỗi bên trả một nửa chi phí.",
            "Thuê thợ trong xóm.");
    proceedings.agree(
        agreed,
        new MediationAgreement("Xây lại theo mốc cũ." + MARK, today.plusDays(14), items),
        mediator);
    proceedings.hold(begun, session(today, "Bên vay hẹn trả dần."), mediator);
  }

  private UUID receive(UUID villageId, DisputeKind kind, String about, Person by) {
    return reception.receive(
        new NewMediation(
            villageId,
            null,
            Basis.PARTY_ASKS,
            kind,
            clock.today(),
            Arrays.stream(ScopeQuestion.values())
                .map(each -> new ScopeAnswer(each, false))
                .toList(),
            List.of(
                new NewMediationParty("Phạm Văn Ất" + MARK, "Nhà 4, ngõ 2", null),
                new NewMediationParty("Đỗ Thị Giáp" + MARK, "Nhà 5, ngõ 2", null)),
            about + MARK),
        List.of(),
        by);
  }

  private UUID begin(UUID id, UUID leader, Person by) {
    proceedings.assign(id, leader, true, by);
    proceedings.accept(id, by);
    proceedings.hold(id, session(clock.today(), "Hai bên nói rõ ý mình."), by);
    return id;
  }

  private static MediationSession session(LocalDate on, String words) {
    return new MediationSession(
        on, "Nhà văn hóa", false, "Hai bên, hòa giải viên", words + MARK, null);
  }
}
