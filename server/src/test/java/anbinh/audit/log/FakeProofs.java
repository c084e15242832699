package anbinh.audit.log;

import java.util.HashMap;
import java.util.Map;

/// Documents of the log in memory; CollectorIT proves real ones.
public final class FakeProofs extends Proofs {
  private final Map<Long, byte[]> documents = new HashMap<>();

  @SuppressWarnings("NullAway") // nothing is appended
  public FakeProofs() {
    super(null, null, null);
  }

  public void add(long index, byte[] document) {
    documents.put(index, document.clone());
  }

  @Override
  public byte[] document(long index) {
    byte[] document = documents.get(index);
    if (document == null) {
      throw new IllegalStateException("entry " + index + " was altered in the database");
    }
    return document.clone();
  }
}
