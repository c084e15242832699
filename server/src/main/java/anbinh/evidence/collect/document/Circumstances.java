package anbinh.evidence.collect.document;

import anbinh.audit.log.Proofs;
import anbinh.evidence.collect.footage.SecuredTable;
import anbinh.evidence.request.Confirmations;
import anbinh.identity.Confirmation;
import anbinh.platform.OnlyWhenServing;
import anbinh.seal.policy.Policy;
import anbinh.seal.policy.Witnessing;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is known around an extraction when its record is written.
///
/// @param confirmation how the decider had just shown that it is them; null where it was not kept
/// @param secured what was taken before the decision; null where nothing was
/// @param witnesses who has to see the log's head under which the seal will be; null for nobody
/// @param clock what the machine's kernel says of its clock; null where it says nothing
public record Circumstances(
    @Nullable Confirmation confirmation,
    SecuredTable.@Nullable Row secured,
    @Nullable Asked witnesses,
    @Nullable KernelClock clock) {

  /// @param policy the text that names them (C2SP tlog-policy)
  public record Asked(Policy policy, Witnessing present) {
    public String text() {
      return new String(policy.write(), StandardCharsets.UTF_8);
    }
  }

  /// Reads them. Safe for many threads.
  @Component
  @OnlyWhenServing
  public static class Reader {
    private final Confirmations confirmations;
    private final SecuredTable secured;
    private final Proofs proofs;

    Reader(Confirmations confirmations, SecuredTable secured, Proofs proofs) {
      this.confirmations = confirmations;
      this.secured = secured;
      this.proofs = proofs;
    }

    public Circumstances read(UUID request) {
      return new Circumstances(
          confirmations.find(request).orElse(null),
          secured.find(request).orElse(null),
          proofs
              .findPolicy()
              .map(policy -> new Asked(policy, policy.check(proofs.checkpoint().note())))
              .orElse(null),
          KernelClock.read().orElse(null));
    }
  }
}
