package anbinh.team.web;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.team.member.MemberForms.Leaving;
import anbinh.team.member.MemberForms.LeavingTakenBack;
import anbinh.team.member.MemberForms.MemberDetails;
import anbinh.team.member.MemberForms.MembersDecision;
import anbinh.team.member.MemberForms.NewMembers;
import anbinh.team.member.Members;
import anbinh.team.member.Recognition;
import anbinh.team.web.TeamAccess.OnTeam;
import anbinh.team.web.TeamView.MemberDetailsView;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The people of a team: proposed several at a time by the officer, recognised one by one by the
/// chair. What changes somebody answers without names; the team is read anew.
@RestController
@RequestMapping("/api/teams/{id}")
class MembersController {
  private final Members members;
  private final Recognition recognition;
  private final TeamAccess may;
  private final TeamResponseMapper views;
  private final People people;

  MembersController(
      Members members,
      Recognition recognition,
      TeamAccess may,
      TeamResponseMapper views,
      People people) {
    this.members = members;
    this.recognition = recognition;
    this.may = may;
    this.views = views;
    this.people = people;
  }

  @PostMapping("/members")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void propose(@PathVariable UUID id, @Valid @RequestBody NewMembers requested) {
    OnTeam by = may.require(id, Role.COMMUNITY_OFFICER);
    recognition.propose(id, requested, by.person());
  }

  @PostMapping("/recognition")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decide(@PathVariable UUID id, @Valid @RequestBody MembersDecision requested) {
    OnTeam by = may.require(id, Role.CHAIR);
    recognition.decide(id, requested, by.person());
  }

  @PostMapping("/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID id) {
    OnTeam by = may.require(id, Role.COMMUNITY_OFFICER);
    members.withdraw(id, by.person());
  }

  @GetMapping("/members/{memberId}")
  MemberDetailsView read(@PathVariable UUID id, @PathVariable UUID memberId) {
    OnTeam by = may.requireOffice(id);
    Members.Opened opened = members.read(by.team(), memberId, by.person());
    UUID account = opened.member().personId();
    return new MemberDetailsView(
        views.member(opened.member()),
        opened.member().version(),
        opened.nationalId(),
        account == null ? null : people.find(account).map(Person::username).orElse(null));
  }

  @PostMapping("/members/{memberId}/details")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(
      @PathVariable UUID id,
      @PathVariable UUID memberId,
      @Valid @RequestBody MemberDetails requested) {
    OnTeam by = may.require(id, Role.COMMUNITY_OFFICER);
    members.change(id, memberId, requested, by.person());
  }

  @PostMapping("/members/{memberId}/departure")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leave(
      @PathVariable UUID id, @PathVariable UUID memberId, @Valid @RequestBody Leaving requested) {
    OnTeam by = may.require(id, Role.COMMUNITY_OFFICER);
    members.leave(id, memberId, requested, by.person());
  }

  @PostMapping("/members/{memberId}/departure/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeBackLeaving(
      @PathVariable UUID id,
      @PathVariable UUID memberId,
      @Valid @RequestBody LeavingTakenBack requested) {
    OnTeam by = may.require(id, Role.COMMUNITY_OFFICER);
    members.takeBackLeaving(id, memberId, requested.reason(), by.person());
  }
}
