package anbinh.identity.session;

import anbinh.identity.IdentitySettings;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/// How sessions are kept in the database: so that a request costs one question and nothing else.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableSpringHttpSession
class SessionStore {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Each statement is its own transaction. One that is cut off leaves a session without a person,
  /// which opens nothing.
  @Bean
  JdbcIndexedSessionRepository sessions(JdbcOperations database, IdentitySettings settings) {
    var sessions =
        new JdbcIndexedSessionRepository(database, TransactionOperations.withoutTransaction());
    sessions.setTableName("identity.spring_session");
    sessions.setDefaultMaxInactiveInterval(settings.idle());
    sessions.setConversionService(plainValues());
    sessions.setSessionIdGenerator(SessionStore::newId);
    return sessions;
  }

  /// 216 random bits in 36 letters, as many as the table's column has. The usual UUID has 122.
  private static String newId() {
    byte[] random = new byte[27];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private static ConversionService plainValues() {
    var conversions = new GenericConversionService();
    conversions.addConverter(Object.class, byte[].class, SessionValue::write);
    conversions.addConverter(byte[].class, Object.class, SessionValue::read);
    return conversions;
  }

  @Bean
  @Primary
  CoarseSessions<?> coarseSessions(JdbcIndexedSessionRepository sessions) {
    return new CoarseSessions<>(sessions);
  }
}
