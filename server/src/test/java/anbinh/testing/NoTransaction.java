package anbinh.testing;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/// Does what is to be done in a transaction, where there is no database.
public final class NoTransaction extends TransactionTemplate {
  private static final long serialVersionUID = 1;

  @Override
  public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
    return action.doInTransaction(new SimpleTransactionStatus());
  }
}
