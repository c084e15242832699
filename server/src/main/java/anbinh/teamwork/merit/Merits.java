package anbinh.teamwork.merit;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblems;
import anbinh.platform.FoldedText;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.team.Member;
import anbinh.team.Paper;
import anbinh.team.Team;
import anbinh.team.TeamProblem;
import anbinh.team.TeamSettings;
import anbinh.team.member.TeamMembership;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.TeamWorkProblem;
import anbinh.teamwork.merit.Merit.Kind;
import anbinh.teamwork.merit.MeritForms.NewMerit;
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
  private final TeamMembership membership;
  private final SiteClock clock;
  private final TeamSettings settings;
  private final People people;
  private final Access access;
  private final AuditLog log;

  Merits(
      MeritTable table,
      TeamMembership membership,
      SiteClock clock,
      TeamSettings settings,
      People people,
      Access access,
      AuditLog log) {
    this.table = table;
    this.membership = membership;
    this.clock = clock;
    this.settings = settings;
    this.people = people;
    this.access = access;
    this.log = log;
  }

  @Transactional
  public void note(UUID teamId, NewMerit requested, Person by) {
    Team team = membership.lockForUpdate(teamId);
    Optional<Merit> sent = table.find(requested.id());
    if (sent.isPresent()) {
      if (!isSame(sent.get(), teamId, requested)) {
        throw Problem.of(TeamProblem.WORK_SENT_BEFORE);
      }
      return;
    }
    var problems = new FieldProblems();
    Kind kind = requested.form().kind();
    Optional<Member> member = Optional.empty();
    UUID memberId = requested.memberId();
    if (memberId != null) {
      member =
          membership
              .findMember(memberId)
              .filter(each -> each.teamId().equals(teamId))
              .filter(each ->
                  each.state() == Member.State.RECOGNISED || each.state() == Member.State.LEFT);
      if (member.isEmpty()) {
        problems.reject("memberId", "team-no-such-member");
      }
    }
    if (kind == Kind.DISCIPLINE && memberId == null) {
      problems.reject("memberId", "required");
    }
    if (kind == Kind.RATING && memberId != null) {
      problems.reject("memberId", "merit-team-only");
    }
    Integer year = requested.year();
    if (kind == Kind.RATING && year == null) {
      problems.reject("year", "required");
    }
    if (kind != Kind.RATING && year != null) {
      problems.reject("year", "merit-rating-only");
    }
    if (kind == Kind.RATING && year != null && year > clock.today().getYear()) {
      problems.reject("year", "past-or-present");
    } else if (kind == Kind.RATING && year != null && table.isRated(teamId, year)) {
      problems.reject("year", "merit-rated");
    }
    String authority = requested.authority().strip();
    WrittenText.require("authority", authority, problems);
    Paper paper =
        Paper.read(
            requested.number(),
            requested.on(),
            requested.signer(),
            clock.today(),
            team.establishedOn(),
            problems);
    if (!problems.isEmpty() || paper == null) {
      throw Problem.invalid(problems);
    }
    member.ifPresent(each -> requireAnother(by, each, team));
    var merit =
        new Merit(
            requested.id(),
            teamId,
            memberId,
            kind,
            requested.form(),
            year,
            paper,
            authority,
            WrittenText.orNull(requested.words()),
            by.id(),
            clock.now(),
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
        && Objects.equals(there.paper().signer(), WrittenText.orNull(sent.signer()))
        && (there.words() == null
            || Objects.equals(there.words(), WrittenText.orNull(sent.words())));
  }

  @Transactional
  public void withdraw(UUID teamId, UUID id, String reason, Person by) {
    Team team = membership.lockForUpdate(teamId);
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
      membership.findMember(memberId).ifPresent(each -> requireAnother(by, each, team));
    }
    table.withdraw(id, reason.strip(), by.id(), clock.now());
    log.record(event(TeamWorkEvent.MERIT_WITHDRAWN, team, merit, by));
  }

  /// Erases why people were commended or disciplined, some time after it was noted. The certificate
  /// says how often and not which: leaves are public, and the notes of a team of three would tell
  /// who was disciplined.
  ///
  /// @return how often
  @Transactional
  public int eraseOld() {
    int erased = table.eraseBefore(clock.now().minus(settings.keepLeft()), clock.now());
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
