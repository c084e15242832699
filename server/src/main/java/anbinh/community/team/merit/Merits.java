package anbinh.community.team.merit;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.community.team.TeamSettings;
import anbinh.community.team.TeamWorkEvent;
import anbinh.community.team.TeamWorkProblem;
import anbinh.community.team.member.Member;
import anbinh.community.team.member.MemberTable;
import anbinh.community.team.merit.Merit.Kind;
import anbinh.community.team.merit.MeritForms.NewMerit;
import anbinh.community.team.unit.Paper;
import anbinh.community.team.unit.Team;
import anbinh.community.team.unit.TeamCalendar;
import anbinh.community.team.unit.TeamForms;
import anbinh.community.team.unit.Teams;
import anbinh.identity.Access;
import anbinh.identity.People;
import anbinh.identity.Person;
import anbinh.platform.FieldProblem;
import anbinh.platform.FoldedText;
import anbinh.platform.Problem;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Notes what papers said about work; rights are the caller's to check, but that nobody notes
/// anything about themselves. Safe for many threads.
@Component
public class Merits {
  private final MeritTable table;
  private final MemberTable members;
  private final Teams teams;
  private final TeamCalendar calendar;
  private final TeamSettings settings;
  private final People people;
  private final Access access;
  private final AuditLog log;

  Merits(
      MeritTable table,
      MemberTable members,
      Teams teams,
      TeamCalendar calendar,
      TeamSettings settings,
      People people,
      Access access,
      AuditLog log) {
    this.table = table;
    this.members = members;
    this.teams = teams;
    this.calendar = calendar;
    this.settings = settings;
    this.people = people;
    this.access = access;
    this.log = log;
  }

  @Transactional
  public void note(UUID teamId, NewMerit wanted, Person by) {
    Team team = teams.hold(teamId);
    Optional<Merit> sent = table.find(wanted.id());
    if (sent.isPresent()) {
      if (!isSame(sent.get(), teamId, wanted)) {
        throw Problem.of(TeamWorkProblem.WORK_SENT_BEFORE);
      }
      return;
    }
    var problems = new ArrayList<FieldProblem>();
    Kind kind = wanted.form().kind();
    Optional<Member> member = Optional.empty();
    UUID memberId = wanted.memberId();
    if (memberId != null) {
      member =
          members
              .find(memberId)
              .filter(each -> each.teamId().equals(teamId))
              .filter(each ->
                  each.state() == Member.State.RECOGNISED || each.state() == Member.State.LEFT);
      if (member.isEmpty()) {
        problems.add(new FieldProblem("memberId", "team-no-such-member"));
      }
    }
    if (kind == Kind.DISCIPLINE && memberId == null) {
      problems.add(new FieldProblem("memberId", "required"));
    }
    if (kind == Kind.RATING && memberId != null) {
      problems.add(new FieldProblem("memberId", "merit-team-only"));
    }
    Integer year = wanted.year();
    if (kind == Kind.RATING && year == null) {
      problems.add(new FieldProblem("year", "required"));
    }
    if (kind != Kind.RATING && year != null) {
      problems.add(new FieldProblem("year", "merit-rating-only"));
    }
    if (kind == Kind.RATING && year != null && year > calendar.today().getYear()) {
      problems.add(new FieldProblem("year", "past-or-present"));
    } else if (kind == Kind.RATING && year != null && table.isRated(teamId, year)) {
      problems.add(new FieldProblem("year", "merit-rated"));
    }
    String authority = wanted.authority().strip();
    TeamForms.require("authority", authority, problems);
    Paper paper =
        TeamForms.paper(
            wanted.number(),
            wanted.on(),
            wanted.signer(),
            calendar.today(),
            team.establishedOn(),
            problems);
    if (!problems.isEmpty() || paper == null) {
      throw Problem.invalid(problems);
    }
    member.ifPresent(each -> requireAnother(by, each, team));
    var merit =
        new Merit(
            wanted.id(),
            teamId,
            memberId,
            kind,
            wanted.form(),
            year,
            paper,
            authority,
            TeamForms.stripped(wanted.words()),
            by.id(),
            calendar.now(),
            null);
    table.insert(merit);
    log.record(event(TeamWorkEvent.MERIT_NOTED, team, merit, by));
  }

  /// Of erased words nobody can tell.
  private static boolean isSame(Merit there, UUID teamId, NewMerit sent) {
    return there.teamId().equals(teamId)
        && Objects.equals(there.memberId(), sent.memberId())
        && there.form() == sent.form()
        && Objects.equals(there.year(), sent.year())
        && there.authority().equals(sent.authority().strip())
        && there.paper().number().equals(sent.number().strip())
        && there.paper().on().equals(sent.on())
        && Objects.equals(there.paper().signer(), TeamForms.stripped(sent.signer()))
        && (there.words() == null
            || Objects.equals(there.words(), TeamForms.stripped(sent.words())));
  }

  @Transactional
  public void withdraw(UUID teamId, UUID id, String reason, Person by) {
    Team team = teams.hold(teamId);
    Merit merit =
        table
            .find(id)
            .filter(each -> each.teamId().equals(teamId))
            .orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_MERIT));
    if (merit.withdrawn() != null) {
      throw Problem.of(TeamWorkProblem.MERIT_OVER);
    }
    UUID memberId = merit.memberId();
    if (memberId != null) {
      members.find(memberId).ifPresent(each -> requireAnother(by, each, team));
    }
    table.withdraw(id, reason.strip(), by.id(), calendar.now());
    log.record(event(TeamWorkEvent.MERIT_WITHDRAWN, team, merit, by));
  }

  /// Erases why people were commended or disciplined, some time after it was noted. The certificate
  /// says how often and not which: leaves are public, and the notes of a team of three would tell
  /// who was disciplined.
  ///
  /// @return how often
  @Transactional
  public int eraseOld() {
    int erased = table.eraseBefore(calendar.now().minus(settings.keepLeft()), calendar.now());
    if (erased > 0) {
      log.record(Event.of(TeamWorkEvent.MERIT_WORDS_ERASED).fact("count", erased));
    }
    return erased;
  }

  /// Nobody notes or withdraws what is about themselves, by account and by name.
  private void requireAnother(Person by, Member member, Team team) {
    UUID account = member.personId();
    String name = member.name();
    boolean same =
        (account != null && people.accountsOf(by.id()).contains(account))
            || (name != null
                && FoldedText.accentedWords(name)
                    .equals(FoldedText.accentedWords(by.displayName())));
    if (same) {
      throw access.refuse(TeamWorkProblem.OWN_MERIT, "team", team.id());
    }
  }

  /// The log says of discipline no more than of a commendation: leaves are public.
  private static Event event(TeamWorkEvent type, Team team, Merit merit, Person by) {
    return Event.of(type)
        .by(by.actor())
        .about("team", team.id(), team.code())
        .fact("merit", merit.id());
  }
}
