package anbinh.platform;

import java.util.Objects;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads rows and events as they are at one moment, so that a check may run beside a server.
@Component
public class Snapshot {
  private final TransactionTemplate snapshot;

  Snapshot(PlatformTransactionManager transactions) {
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setReadOnly(true);
  }

  /// @param reading returns how many things it looked at
  public long read(LongSupplier reading) {
    return Objects.requireNonNull(snapshot.execute(_ -> reading.getAsLong()));
  }
}
