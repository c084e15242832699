package anbinh.identity.grant;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who is independent enough to confirm a role; PeopleIT has it granted, confirmed and forged.
class GrantDecisionsTest {
  private static final Instant FIRST_STEPS = NOW.minusSeconds(9_000_000);

  private final Person granter = person(1, COMMUNE, Role.ADMINISTRATOR);
  private final Person grantee = person(2, COMMUNE, Role.DUTY_OFFICER);
  private final Person another = person(3, COMMUNE, Role.ADMINISTRATOR);
  private final FakePeople people = new FakePeople();
  private final Ways table = new Ways();
  private final GrantDecisions decisions = decisions(people, table);

  /// Who made, or lately gave a way in to, whose account.
  private static final class Ways extends GrantTable {
    private final Set<Way> ways = new HashSet<>();

    /// @param madeBefore in the first steps, which do not count for who confirms
    private record Way(UUID giver, UUID receiver, boolean madeBefore) {}

    @SuppressWarnings("NullAway") // there is no database
    Ways() {
      super(null, null);
    }

    void add(Person giver, Person receiver) {
      ways.add(new Way(giver.id(), receiver.id(), false));
    }

    void addInFirstSteps(Person giver, Person receiver) {
      ways.add(new Way(giver.id(), receiver.id(), true));
    }

    @Override
    boolean isBeholden(
        Collection<UUID> some, Collection<UUID> others, Instant since, @Nullable Instant made) {
      assertThat(since).isEqualTo(NOW.minus(GrantDecisions.LATELY));
      return ways.stream()
          .anyMatch(way ->
              some.contains(way.receiver())
                  && others.contains(way.giver())
                  && !(way.madeBefore() && made != null));
    }

    @Override
    Optional<Instant> findFirstStepsEnd() {
      return Optional.of(FIRST_STEPS);
    }
  }

  @SuppressWarnings("NullAway") // nothing is decided
  private static GrantDecisions decisions(FakePeople people, Ways table) {
    var grants = new Grants(null, null, null, null, null, InstantSource.fixed(NOW), null);
    return new GrantDecisions(null, people, null, table, grants, null);
  }

  private GrantRequest request() {
    return new GrantRequest(
        new UUID(5, 1),
        grantee.id(),
        Set.of(Role.APPROVER),
        Map.of(),
        COMMUNE,
        Set.of(),
        Set.of(granter.id()),
        NOW,
        NOW.plusSeconds(60),
        null);
  }

  @Test
  void anotherAdministratorConfirms() {
    assertThat(decisions.whyNot(another, request())).isEmpty();
    assertThat(decisions.whyNot(person(4, COMMUNE, Role.AUDITOR), request()))
        .contains(IdentityProblem.NOT_YOUR_ROLE);
  }

  @Test
  void nobodyConfirmsWhatTheyGrantedOrGet() {
    assertThat(decisions.whyNot(granter, request())).contains(IdentityProblem.OWN_GRANT);
    Person self = person(2, COMMUNE, Role.ADMINISTRATOR);
    assertThat(decisions.whyNot(self, request())).contains(IdentityProblem.OWN_RIGHTS);
  }

  @Test
  void norUnderTheirOtherAccount() {
    people.same(another, granter);
    assertThat(decisions.whyNot(another, request())).contains(IdentityProblem.OWN_GRANT);
    people.same(another, grantee);
    assertThat(decisions.whyNot(another, request())).contains(IdentityProblem.OWN_RIGHTS);
  }

  @Test
  void norByAnAccountThatAGranterOrTheGranteeMade() {
    table.add(granter, another);
    assertThat(decisions.whyNot(another, request())).contains(IdentityProblem.NOT_INDEPENDENT);
    table.ways.clear();
    table.add(grantee, another);
    assertThat(decisions.whyNot(another, request())).contains(IdentityProblem.NOT_INDEPENDENT);
    table.ways.clear();
    Person alias = person(9, COMMUNE);
    people.same(alias, granter);
    table.add(alias, another);
    assertThat(decisions.whyNot(another, request())).contains(IdentityProblem.NOT_INDEPENDENT);
    table.ways.clear();
    table.addInFirstSteps(granter, another);
    assertThat(decisions.whyNot(another, request()))
        .as("also in the first steps")
        .contains(IdentityProblem.NOT_INDEPENDENT);
  }

  @Test
  void norWhatAnAccountGrantedThatTheyMadeUnlessInTheFirstSteps() {
    table.add(another, granter);
    assertThat(decisions.whyNot(another, request())).contains(IdentityProblem.NOT_INDEPENDENT);
    table.ways.clear();
    table.addInFirstSteps(another, granter);
    assertThat(decisions.whyNot(another, request())).isEmpty();
    table.ways.clear();
    table.add(another, grantee);
    assertThat(decisions.whyNot(another, request()))
        .as("who made the grantee's account had no hand in the grant")
        .isEmpty();
  }

  @Test
  void whoHadAHandInItWithdrawsIt() {
    assertThat(decisions.mayWithdraw(granter, request())).isTrue();
    assertThat(decisions.mayWithdraw(another, request())).isFalse();
    assertThat(decisions.mayWithdraw(person(1, COMMUNE, Role.AUDITOR), request())).isFalse();
  }
}
