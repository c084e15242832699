package anbinh.team.web;

import anbinh.identity.PersonName;
import anbinh.team.Education;
import anbinh.team.Gender;
import anbinh.team.LeavingReason;
import anbinh.team.Member;
import anbinh.team.Origin;
import anbinh.team.Paper;
import anbinh.team.Position;
import anbinh.team.Team;
import anbinh.team.member.MemberRules;
import anbinh.team.unit.TeamProposal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A team as it is read by itself, with the names of its people.
///
/// @param office whether the reader sees all of it; others see names, positions and telephones
/// @param strength how many people a team usually has, by law and province
/// @param proposals what was proposed and decided of it, newest first
/// @param members by position; those who left last
/// @param proposal the people who wait for a decision; null for none
/// @param mayDecideProposal whether the reader may decide now what waits about the team
record TeamView(
    TeamLine team,
    boolean office,
    int strength,
    List<TeamProposalView> proposals,
    List<MemberView> members,
    @Nullable ProposalView proposal,
    boolean mayPropose,
    boolean mayDecideProposal) {
  TeamView {
    proposals = List.copyOf(proposals);
    members = List.copyOf(members);
  }

  /// A village, by name.
  record AreaName(UUID id, String name) {}

  /// A team as lists show it, without names of people.
  record TeamLine(
      UUID id,
      String code,
      String name,
      UUID communeId,
      String communeName,
      Team.State state,
      @Nullable Integer planned,
      List<AreaName> areas,
      @Nullable LocalDate establishedOn,
      @Nullable LocalDate dissolvedOn) {
    TeamLine {
      areas = List.copyOf(areas);
    }
  }

  record TeamProposalView(
      UUID id,
      TeamProposal.Kind kind,
      @Nullable Integer planned,
      List<AreaName> areas,
      @Nullable LocalDate from,
      @Nullable String reason,
      PersonName proposedBy,
      Instant proposedAt,
      boolean imported,
      @Nullable ProposalDecision decision) {
    TeamProposalView {
      areas = List.copyOf(areas);
    }
  }

  /// @param by null for what was decided on paper before it came from a list
  record ProposalDecision(
      TeamProposal.Outcome outcome,
      @Nullable String reason,
      @Nullable PersonName by,
      Instant at,
      @Nullable Paper paper) {}

  /// How a term stands today.
  enum TermState {
    /// Nobody decided yet.
    WAITING,
    REFUSED,
    TO_COME,
    RUNNING,
    /// It ends within ninety days.
    ENDING,
    OVER
  }

  /// @param ended the last day of one that ended before `until`
  /// @param imported the list by which it came; null for what was decided here
  record TermView(
      UUID id,
      Position position,
      LocalDate from,
      LocalDate until,
      boolean overAge,
      TermState state,
      @Nullable LocalDate ended,
      @Nullable String reason,
      @Nullable Paper paper,
      @Nullable TakenView imported) {}

  /// When a list was taken in, and by whom.
  record TakenView(Instant at, PersonName by) {}

  /// A list that was taken in, in numbers.
  ///
  /// @param communes some of those that it is about and the reader sees
  record TakenListView(
      Instant at, PersonName by, int teams, int members, List<AreaName> communes, String sha256) {
    TakenListView {
      communes = List.copyOf(communes);
    }
  }

  /// Somebody in a team. For who is not of the office, all but name, position and telephone is null
  /// or empty.
  ///
  /// @param name null once erased
  /// @param position of the term that runs, or ran last
  record MemberView(
      UUID id,
      Member.@Nullable State state,
      @Nullable String name,
      @Nullable Position position,
      @Nullable String phone,
      @Nullable Integer birthYear,
      @Nullable LocalDate birthOn,
      @Nullable Gender gender,
      @Nullable Origin origin,
      @Nullable Education education,
      @Nullable LocalDate healthOn,
      @Nullable String certificate,
      @Nullable String badge,
      @Nullable LocalDate leftOn,
      @Nullable LeavingReason leftReason,
      @Nullable TermState termState,
      @Nullable LocalDate until,
      List<TermView> terms,
      List<MemberRules.Warning> warnings) {
    MemberView {
      terms = List.copyOf(terms);
      warnings = List.copyOf(warnings);
    }

    @Override
    public String toString() {
      return "MemberView[" + id + "]";
    }
  }

  /// @param mayDecide whether the reader may decide now
  record ProposalView(UUID id, PersonName proposedBy, Instant proposedAt, boolean mayDecide) {}

  /// All of one member.
  ///
  /// @param version to be sent along with corrections
  /// @param account that is theirs
  record MemberDetailsView(
      MemberView member, int version, @Nullable String nationalId, @Nullable String account) {
    @Override
    public String toString() {
      return "MemberDetailsView[…]";
    }
  }

  /// What waits for a chair.
  ///
  /// @param id of the proposal
  /// @param what `ESTABLISH`, `CHANGE`, `DISSOLVE` or `MEMBERS`
  record WaitingView(
      UUID id,
      Waiting what,
      UUID teamId,
      String code,
      String name,
      UUID communeId,
      String communeName,
      PersonName proposedBy,
      Instant proposedAt) {}

  enum Waiting {
    ESTABLISH,
    CHANGE,
    DISSOLVE,
    MEMBERS
  }
}
