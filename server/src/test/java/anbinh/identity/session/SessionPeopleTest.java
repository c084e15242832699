package anbinh.identity.session;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.RecordedLog;
import anbinh.identity.Confirmation;
import anbinh.identity.FactorRule;
import anbinh.identity.IdentitySettings;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.factor.FakeSecondFactors;
import anbinh.identity.factor.Method;
import anbinh.identity.people.FakePeople;
import anbinh.identity.provider.ProviderSession;
import anbinh.identity.provider.ProviderTry;
import jakarta.servlet.http.HttpSession;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.session.MapSession;

/// Whose a session is, for how long, and that what somebody else wrote into it opens nothing;
/// SessionIT has the database.
class SessionPeopleTest {
  private static final Duration LONGEST = Duration.ofHours(12);

  @TempDir Path folder;

  private final Person lan = person(1, COMMUNE, Role.DUTY_OFFICER);
  private final Person nam = person(2, COMMUNE, Role.APPROVER);
  private final FakePeople people = new FakePeople();
  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private Instant now = NOW;
  private @Nullable SessionPeople made;

  @BeforeEach
  void people() {
    people.add(lan);
    people.add(nam);
    var settings =
        new IdentitySettings(
            Duration.ofMinutes(30),
            LONGEST,
            8,
            100,
            40,
            Duration.ofMinutes(10),
            FactorRule.OPTIONAL,
            Duration.ofMinutes(5),
            null,
            Duration.ofHours(24));
    InstantSource clock = () -> now;
    made =
        new SessionPeople(
            people, new FakeSecondFactors(), RecordedLog.rows(folder), clock, settings);
  }

  private SessionPeople sessions() {
    return Objects.requireNonNull(made);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private HttpSession session() {
    return Objects.requireNonNull(request.getSession(false));
  }

  private @Nullable Person signedIn() {
    return sessions().find(request).map(SignedIn::person).orElse(null);
  }

  private Confirmation confirmation() {
    return sessions().find(request).orElseThrow().confirmation();
  }

  private void open(Person who) {
    SignedIn opened = sessions().open(request, who, Method.PASSWORD, null);
    assertThat(opened.person()).isEqualTo(who);
  }

  /// The same attributes in a session of another name, as a row that somebody copies.
  private static MapSession copy(String id, HttpSession from) {
    var copy = new MapSession(id);
    Collections.list(from.getAttributeNames())
        .forEach(name -> copy.setAttribute(name, from.getAttribute(name)));
    return copy;
  }

  private static Person with(Person one, boolean active, Instant sessionsFrom) {
    return new Person(
        one.id(),
        one.username(),
        one.displayName(),
        one.roles(),
        one.areaId(),
        one.language(),
        one.pseudonym(),
        active,
        false,
        false,
        Map.of(),
        sessionsFrom);
  }

  @Test
  void aSessionIsThatOfWhoOpenedIt() {
    assertThat(signedIn()).isNull();
    open(lan);
    assertThat(signedIn()).isEqualTo(lan);
    assertThat(confirmation()).isEqualTo(new Confirmation(NOW, "PASSWORD"));
  }

  @Test
  void aSessionFixedBeforehandIsWorthNothing() {
    String before = Objects.requireNonNull(request.getSession(true)).getId();
    open(lan);
    assertThat(session().getId()).isNotEqualTo(before);
  }

  @Test
  void whoeverWritesIntoASessionEndsIt() {
    for (Map.Entry<String, Object> each :
        Map.<String, Object>of(
                SessionPeople.PERSON,
                nam.id().toString(),
                SessionPeople.SINCE,
                NOW.plusSeconds(60).toEpochMilli(),
                SessionPeople.PROVIDER,
                "sid",
                "providerFactor",
                true,
                "mark",
                "0".repeat(64))
            .entrySet()) {
      open(lan);
      session().setAttribute(each.getKey(), each.getValue());
      assertThat(signedIn()).as(each.getKey()).isNull();
      assertThat(request.getSession(false)).as("it is over").isNull();
    }
  }

  @Test
  void aSessionWithoutACodeIsNobodys() {
    Objects.requireNonNull(request.getSession(true))
        .setAttribute(SessionPeople.PERSON, nam.id().toString());
    session().setAttribute(SessionPeople.SINCE, NOW.toEpochMilli());
    assertThat(signedIn()).isNull();
  }

  @Test
  void whatIsCopiedIntoAnotherSessionOpensNothing() {
    open(nam);
    assertThat(sessions().find(copy(session().getId(), session()))).contains(nam);
    assertThat(sessions().find(copy("another", session()))).isEmpty();
    assertThat(sessions().isOpen(copy("another", session()), nam)).isFalse();
  }

  @Test
  void anOpenSessionIsThatPersonsOnly() {
    open(nam);
    MapSession stored = copy(session().getId(), session());
    assertThat(sessions().isOpen(stored, nam)).isTrue();
    assertThat(sessions().isOpen(stored, lan)).isFalse();
  }

  @Test
  void aSessionEndsAtItsGreatestAgeHoweverItIsUsed() {
    open(lan);
    pass(LONGEST.minusMillis(1));
    sessions().confirm(request, Method.PASSWORD);
    assertThat(signedIn()).isEqualTo(lan);
    pass(Duration.ofMillis(1));
    assertThat(signedIn()).isNull();
    assertThat(request.getSession(false)).isNull();
  }

  @Test
  void nobodyIsSignedInAfterTheirAccountIsSetInactive() {
    open(lan);
    people.add(with(lan, false, Instant.EPOCH));
    assertThat(signedIn()).isNull();
  }

  @Test
  void aSessionThatIsPutBackAfterAllWereEndedOpensNothing() {
    open(lan);
    people.add(with(lan, true, NOW));
    assertThat(signedIn()).as("of that very moment").isNotNull();
    people.add(with(lan, true, NOW.plusMillis(1)));
    assertThat(sessions().find(copy(session().getId(), session()))).isEmpty();
    assertThat(signedIn()).isNull();
  }

  @Test
  void aChangeOfRightsWorksAtOnce() {
    open(nam);
    people.add(nam.granted(Set.of(), Map.of()));
    assertThat(Objects.requireNonNull(signedIn()).roles()).isEmpty();
  }

  @Test
  void aHalfSessionOpensNothingAndWaitsFiveMinutes() {
    sessions().openHalf(request, lan, null);
    assertThat(signedIn()).isNull();
    pass(SessionPeople.HALF_LASTS.minusMillis(1));
    assertThat(sessions().findHalf(request)).contains(lan);
    assertThat(sessions().find(copy(session().getId(), session()))).isEmpty();
    pass(Duration.ofMillis(1));
    assertThat(sessions().findHalf(request)).isEmpty();
  }

  @Test
  void aHalfSessionIsNotMadeAWholeOneByWhoWritesIntoIt() {
    sessions().openHalf(request, nam, null);
    session().setAttribute(SessionPeople.SINCE, NOW.toEpochMilli());
    assertThat(signedIn()).isNull();
  }

  @Test
  void aHalfSessionIsNotMadeAnothers() {
    sessions().openHalf(request, lan, null);
    session().setAttribute(SessionPeople.PERSON, nam.id().toString());
    assertThat(sessions().findHalf(request)).isEmpty();
    sessions().openHalf(request, lan, null);
    people.add(with(lan, false, Instant.EPOCH));
    assertThat(sessions().findHalf(request)).as("nor an inactive account's").isEmpty();
  }

  @Test
  void aWholeSessionIsNoHalfOne() {
    open(lan);
    assertThat(sessions().findHalf(request)).isEmpty();
  }

  @Test
  void aNewSessionInThePlaceOfAnotherConfirmsNothingAnew() {
    open(lan);
    pass(Duration.ofMinutes(3));
    String before = session().getId();
    sessions().renew(request, lan);
    assertThat(session().getId()).isNotEqualTo(before);
    assertThat(confirmation()).isEqualTo(new Confirmation(NOW, "PASSWORD"));
    sessions().confirm(request, Method.TOTP);
    assertThat(confirmation()).isEqualTo(new Confirmation(NOW.plusSeconds(180), "TOTP"));
  }

  @Test
  void aConfirmationThatSomebodyWroteOrCopiedIsNone() {
    var none = new Confirmation(Instant.EPOCH, "PASSWORD");
    open(lan);
    Object old = session().getAttribute("confirmed");
    open(lan);
    for (Object forged :
        List.of(
            old,
            "",
            NOW.toEpochMilli() + " PASSWORD ",
            String.valueOf(session().getAttribute("confirmed")).replace("PASSWORD", "PASSKEY"),
            NOW.plusSeconds(60).toEpochMilli() + " PASSWORD " + "0".repeat(64),
            7L)) {
      session().setAttribute("confirmed", forged);
      assertThat(confirmation()).as(forged.toString()).isEqualTo(none);
    }
  }

  @Test
  void whatTheProviderSaidIsKept() {
    var by = new ProviderSession("sid", true, "token");
    sessions().open(request, lan, Method.PROVIDER, by);
    assertThat(sessions().provider(request)).isEqualTo(by);
    sessions().renew(request, lan);
    assertThat(sessions().provider(request)).isEqualTo(by);
    open(lan);
    assertThat(sessions().provider(request)).as("not in the next one").isNull();
  }

  @Test
  void aChallengeIsGoodOnceAndInItsSession() {
    assertThat(sessions().takeChallenge(request)).isNull();
    String challenge = sessions().challenge(request);
    assertThat(sessions().takeChallenge(new MockHttpServletRequest())).isNull();
    assertThat(sessions().takeChallenge(request)).isEqualTo(challenge);
    assertThat(sessions().takeChallenge(request)).isNull();
    assertThat(sessions().challenge(request)).isNotEqualTo(challenge);
  }

  @Test
  void whatWasBegunAtTheProviderIsGoodOnceAndTenMinutes() {
    var begun = new ProviderTry("state", "nonce", "verifier", NOW, new UUID(2, 1), null);
    assertThat(sessions().takeTry(request)).isEmpty();
    sessions().keep(request, begun);
    pass(ProviderTry.LASTS.minusMillis(1));
    assertThat(sessions().takeTry(request)).contains(begun);
    assertThat(sessions().takeTry(request)).isEmpty();
    sessions().keep(request, begun);
    pass(Duration.ofMillis(1));
    assertThat(sessions().takeTry(request)).isEmpty();
  }

  @Test
  void aBrowserThatSaysMuchIsCutShort() {
    request.addHeader("User-Agent", "x".repeat(1000));
    open(lan);
    assertThat(String.valueOf(session().getAttribute(SessionPeople.BROWSER))).hasSize(300);
  }

  @Test
  void aRequestThatAsksNobodyReadsNobody() {
    open(lan);
    people.add(with(lan, false, Instant.EPOCH));
    var context = sessions().loadDeferredContext(request);
    assertThat(request.getSession(false)).isNotNull();
    assertThat(context.get().getAuthentication()).isNull();
    assertThat(context.isGenerated()).isTrue();
    assertThat(request.getSession(false)).isNull();
  }
}
