package anbinh.identity.account;

import anbinh.testing.TestServer;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes accounts the server's own that a test wrote into the database.
public final class WrittenAccounts {
  private WrittenAccounts() {}

  /// With an event each.
  public static void accept(TestServer server) {
    Accounts accounts = server.bean(Accounts.class);
    server
        .bean(TransactionTemplate.class)
        .executeWithoutResult(_ -> ids(server).forEach(accounts::touchNew));
  }

  /// Without events, for many that nobody signs in with.
  public static void acceptMany(TestServer server) {
    server.bean(Accounts.class).write(ids(server));
  }

  private static List<UUID> ids(TestServer server) {
    return server
        .database()
        .client()
        .sql("select id from identity.person")
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }
}
