package anbinh.seal.policy;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes a policy as a file.
final class PolicyWriter {
  private PolicyWriter() {}

  static byte[] write(Policy policy) {
    StringBuilder text = new StringBuilder();
    for (Policy.Log log : policy.logs()) {
      text.append("log ").append(log.key().write()).append(url(log.url())).append('\n');
    }
    for (Policy.Witness witness : policy.witnesses()) {
      text.append("witness ").append(witness.name()).append(' ').append(witness.key().write());
      text.append(url(witness.url())).append('\n');
    }
    for (Policy.Group group : policy.groups()) {
      text.append("group ").append(group.name()).append(' ').append(group.needed()).append(' ');
      text.append(String.join(" ", group.members())).append('\n');
    }
    return text.append("quorum ")
        .append(policy.quorum())
        .append('\n')
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String url(@Nullable String url) {
    return url == null ? "" : " " + url;
  }
}
