package anbinh.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.session.CoarseSessions.CoarseSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class CoarseSessionsTest {
  private final MapSessionRepository stored = new MapSessionRepository(new ConcurrentHashMap<>());
  private final CoarseSessions<MapSession> sessions = new CoarseSessions<>(stored);

  @Test
  void notesTheLastUseOnceInAThirtiethOfTheIdleTime() {
    CoarseSession<MapSession> session = sessions.createSession();
    session.setMaxInactiveInterval(Duration.ofMinutes(30));
    Instant begun = session.getLastAccessedTime();

    session.setLastAccessedTime(begun.plusSeconds(59));
    assertThat(session.getLastAccessedTime()).isEqualTo(begun);

    session.setLastAccessedTime(begun.plusSeconds(60));
    assertThat(session.getLastAccessedTime()).isEqualTo(begun.plusSeconds(60));

    session.setLastAccessedTime(begun.plusSeconds(119));
    assertThat(session.getLastAccessedTime()).isEqualTo(begun.plusSeconds(60));
  }

  @Test
  void keepsEverythingElseAtOnce() {
    CoarseSession<MapSession> session = sessions.createSession();
    session.setAttribute("person", "lan");
    session.setAttribute("since", 1L);
    session.removeAttribute("since");
    sessions.save(session);

    Session found = Objects.requireNonNull(sessions.findById(session.getId()));
    assertThat(found.getAttributeNames()).containsExactly("person");
    assertThat(found.<String>getAttribute("person")).isEqualTo("lan");
    assertThat(found.getCreationTime()).isEqualTo(session.getCreationTime());

    String old = session.getId();
    assertThat(session.changeSessionId()).isEqualTo(session.getId()).isNotEqualTo(old);

    sessions.deleteById(old);
    assertThat(sessions.findById(old)).isNull();
  }

  @Test
  void aSessionIsReadOnceInTheRequestThatSavesIt() {
    CoarseSession<MapSession> session = sessions.createSession();
    sessions.save(session);
    stored.deleteById(session.getId());
    assertThat(sessions.findById(session.getId())).as("no request").isNull();

    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest()));
    try {
      sessions.save(session);
      stored.deleteById(session.getId());
      assertThat(sessions.findById(session.getId())).isSameAs(session);
      assertThat(sessions.findById("another")).isNull();

      RequestContextHolder.setRequestAttributes(
          new ServletRequestAttributes(new MockHttpServletRequest()));
      assertThat(sessions.findById(session.getId())).as("the next request").isNull();

      sessions.save(session);
      sessions.deleteById(session.getId());
      assertThat(sessions.findById(session.getId())).as("ended by the request").isNull();
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }
}
