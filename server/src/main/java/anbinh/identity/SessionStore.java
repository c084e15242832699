package anbinh.identity;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/// How sessions are kept in the database.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SessionStore {
  /// Each request notes when the session was last used. That need not wait for the disk: a power
  /// cut loses the times of the last moment and no session.
  private static final String UPDATE =
      """
      with quickly as (select set_config('synchronous_commit', 'off', true) as set)
      update %TABLE_NAME%
      set session_id = ?, last_access_time = ?, max_inactive_interval = ?, expiry_time = ?,
        principal_name = ?
      from quickly
      where primary_id = ? and quickly.set is not null
      """;

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> withoutWaitingForTheDisk() {
    return sessions -> sessions.setUpdateSessionQuery(UPDATE);
  }
}
