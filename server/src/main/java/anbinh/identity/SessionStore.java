package anbinh.identity;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/// How sessions are kept in the database: so that a request costs one question and nothing else.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableSpringHttpSession
class SessionStore {
  /// That a session was used need not wait for the disk: a power cut loses the times of the last
  /// moment and no session.
  private static final String UPDATE =
      """
      with quickly as (select set_config('synchronous_commit', 'off', true) as set)
      update %TABLE_NAME%
      set session_id = ?, last_access_time = ?, max_inactive_interval = ?, expiry_time = ?,
        principal_name = ?
      from quickly
      where primary_id = ? and quickly.set is not null
      """;

  /// Each statement is its own transaction. One that is cut off leaves a session without a person,
  /// which opens nothing.
  @Bean
  JdbcIndexedSessionRepository sessions(JdbcOperations database, IdentitySettings settings) {
    var sessions =
        new JdbcIndexedSessionRepository(database, TransactionOperations.withoutTransaction());
    sessions.setTableName("identity.spring_session");
    sessions.setDefaultMaxInactiveInterval(settings.idle());
    sessions.setUpdateSessionQuery(UPDATE);
    return sessions;
  }

  @Bean
  @Primary
  CoarseSessions<?> coarseSessions(JdbcIndexedSessionRepository sessions) {
    return new CoarseSessions<>(sessions);
  }
}
