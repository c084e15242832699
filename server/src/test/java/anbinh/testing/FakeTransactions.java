package anbinh.testing;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Transactions of nothing: what is to be done after a commit is done, and what is thrown rolls
/// back. For one thread.
public final class FakeTransactions extends AbstractPlatformTransactionManager {
  public TransactionTemplate template() {
    return new TransactionTemplate(this);
  }

  @Override
  protected Object doGetTransaction() {
    return this;
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {}

  @Override
  protected void doCommit(DefaultTransactionStatus status) {}

  @Override
  protected void doRollback(DefaultTransactionStatus status) {}
}
