package anbinh.seal.verify;

import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.policy.Policy;
import anbinh.seal.text.Messages;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `verify --compare CHECKPOINT CHECKPOINT`: says in plain words whether two heads that a log
/// signed tell one history.
final class CompareCommand {
  private static final int MALFORMED = 2;
  private static final int UNREADABLE = 74;

  private final PrintStream out;
  private final PrintStream err;
  private final Messages messages;
  private final VerdictText verdicts;

  CompareCommand(PrintStream out, PrintStream err, Messages messages, ZoneId zone) {
    this.out = out;
    this.err = err;
    this.messages = messages;
    this.verdicts = new VerdictText(messages, zone);
  }

  /// @param log folder or address of the log, or null
  int run(
      String one,
      String another,
      List<VerifierKey> trusted,
      @Nullable Policy policy,
      @Nullable String log,
      boolean json) {
    try {
      SignedCheckpoint first = read(one);
      SignedCheckpoint second = read(another);
      Comparison answer =
          Comparison.of(first, second, trusted, log == null ? null : new LogSource(log));
      if (json) {
        out.write(json(answer, first, second, policy).canonical());
        out.println();
      } else {
        out.println(messages.text("compare." + answer.name().toLowerCase(Locale.ROOT)));
        head("compare.first", one, first, trusted, policy);
        head("compare.second", another, second, trusted, policy);
      }
      return answer.exitCode();
    } catch (FormatProblem e) {
      err.println(
          messages.text("error.compare", VerdictText.visible(String.valueOf(e.getMessage()))));
      return MALFORMED;
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      err.println(messages.text("error.compare", VerdictText.visible(e.toString())));
      return UNREADABLE;
    }
  }

  private static SignedCheckpoint read(String name) throws IOException {
    try {
      return SignedCheckpoint.parse(Files.readAllBytes(Path.of(name)));
    } catch (FormatProblem e) {
      throw new FormatProblem(name + ": " + e.getMessage(), e);
    }
  }

  private void head(
      String label,
      String name,
      SignedCheckpoint head,
      List<VerifierKey> trusted,
      @Nullable Policy policy) {
    out.println(
        messages.text(
            Comparison.isSigned(head, trusted) ? label : label + "-unsigned",
            messages.machine(VerdictText.visible(name)),
            messages.machine(VerdictText.visible(head.checkpoint().origin())),
            messages.machine(Long.toString(head.checkpoint().size())),
            messages.hash(head.checkpoint().root().hex())));
    if (policy != null) {
      out.println("    " + verdicts.witnesses(policy.check(head.note())));
    }
  }

  private static Json.Obj json(
      Comparison answer, SignedCheckpoint first, SignedCheckpoint second, @Nullable Policy policy) {
    return new Json.Obj(
        Map.of(
            "format", Json.of("anbinh.comparison/1"),
            "answer", Json.of(answer.name().toLowerCase(Locale.ROOT).replace('_', '-')),
            "heads", new Json.Arr(List.of(json(first, policy), json(second, policy)))));
  }

  private static Json json(SignedCheckpoint head, @Nullable Policy policy) {
    var members =
        new LinkedHashMap<String, Json>(
            Map.of(
                "origin", Json.of(head.checkpoint().origin()),
                "treeSize", Json.of(head.checkpoint().size()),
                "root", Json.of(head.checkpoint().root().hex())));
    if (policy != null) {
      members.put("witnesses", VerdictJson.witnesses(policy.check(head.note())));
    }
    return new Json.Obj(members);
  }
}
