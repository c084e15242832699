package anbinh.seal.policy;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.Note;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.note.WitnessKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A trust policy: known logs, known witnesses, groups of them, and the quorum.
///
/// Names are those of the file; they mean nothing outside of it. Everything a group or the quorum
/// names is a witness or an *earlier* group, and no name is a member twice, so that each witness
/// counts once and there are no circles.
///
/// @param logs keys that may sign; empty where the logs are known from elsewhere
/// @param witnesses who may cosign
/// @param groups in the order of the file
/// @param quorum the name of a witness or a group, or `none`
public record Policy(List<Log> logs, List<Witness> witnesses, List<Group> groups, String quorum) {
  /// The quorum that asks for no cosignature.
  public static final String NONE = "none";

  /// How many logs, witnesses and groups a policy may have, of each.
  public static final int MAX = 64;

  /// Checks that names and keys are there once, and that what is named is there.
  public Policy {
    logs = List.copyOf(logs);
    witnesses = List.copyOf(witnesses);
    groups = List.copyOf(groups);
    if (logs.size() > MAX || witnesses.size() > MAX || groups.size() > MAX) {
      throw new FormatProblem("a policy has at most " + MAX + " logs, witnesses and groups each");
    }
    requireOnce(logs.stream().map(log -> log.key().encoded()).toList(), "log", "key");
    requireOnce(witnesses.stream().map(w -> w.key().encoded()).toList(), "witness", "key");
    Set<String> known = new HashSet<>(Set.of(NONE));
    witnesses.forEach(witness -> define(witness.name(), known));
    Set<String> members = new HashSet<>();
    for (Group group : groups) {
      for (String member : group.members()) {
        if (member.equals(NONE) || !known.contains(member)) {
          throw new FormatProblem(
              "the group " + group.name() + " names " + member + ", which is not defined before");
        }
        if (!members.add(member)) {
          throw new FormatProblem(member + " is a member of groups twice");
        }
      }
      define(group.name(), known);
    }
    if (!known.contains(quorum)) {
      throw new FormatProblem("the quorum names " + quorum + ", which is not defined");
    }
  }

  /// A log that is known.
  ///
  /// @param key its key, named as its origin
  /// @param url where it is, if the policy says so
  public record Log(VerifierKey key, @Nullable String url) {
    /// Checks the URL.
    public Log {
      requireWord(url == null ? "none" : url);
    }
  }

  /// A witness that is known.
  ///
  /// @param name what it is called within the policy
  /// @param key its key
  /// @param url its submission prefix, if the policy says so
  public record Witness(String name, WitnessKey key, @Nullable String url) {
    /// Checks the URL.
    public Witness {
      requireWord(url == null ? "none" : url);
    }
  }

  /// Several witnesses or groups, of which enough must have seen a head.
  ///
  /// @param name what it is called within the policy
  /// @param needed how many of the members
  /// @param members names of witnesses and earlier groups
  public record Group(String name, int needed, List<String> members) {
    /// Checks the number.
    public Group {
      members = List.copyOf(members);
      if (needed < 1 || needed > members.size()) {
        throw new FormatProblem(
            "the group " + name + " needs " + needed + " of " + members.size() + " members");
      }
    }
  }

  /// A policy for one log with a list of witnesses, `needed` of which must have seen a head; 0
  /// stands for the quorum `none`.
  public static Policy of(List<Log> logs, List<Witness> witnesses, int needed) {
    if (needed == 0) {
      return new Policy(logs, witnesses, List.of(), NONE);
    }
    String name = "quorum-group";
    List<String> members = witnesses.stream().map(Witness::name).toList();
    return new Policy(logs, witnesses, List.of(new Group(name, needed, members)), name);
  }

  /// Reads a policy file; throws [FormatProblem] naming the line.
  public static Policy parse(byte[] file) {
    return new PolicyReader(file).read();
  }

  /// The policy as a file.
  public byte[] write() {
    return PolicyWriter.write(this);
  }

  /// What the witnesses say of the checkpoint that a note carries, and whether it is enough. Says
  /// nothing of the log's own signature.
  public Witnessing check(Note note) {
    List<Witnessing.Statement> statements = new ArrayList<>();
    Map<String, Boolean> seen = new HashMap<>();
    for (Witness witness : witnesses) {
      WitnessKey.Answer answer = witness.key().check(note);
      statements.add(new Witnessing.Statement(witness, answer));
      seen.put(witness.name(), answer instanceof WitnessKey.Answer.Cosigned);
    }
    int needed = quorum.equals(NONE) ? 0 : 1;
    int members = needed;
    int have = seen.getOrDefault(quorum, false) ? 1 : 0;
    for (Group group : groups) {
      int count = (int) group.members().stream().filter(m -> seen.getOrDefault(m, false)).count();
      seen.put(group.name(), count >= group.needed());
      if (group.name().equals(quorum)) {
        needed = group.needed();
        members = group.members().size();
        have = count;
      }
    }
    return new Witnessing(statements, have, needed, members);
  }

  private static void define(String name, Set<String> known) {
    requireWord(name);
    if (!known.add(name)) {
      throw new FormatProblem("the name " + name + " is defined twice or means something already");
    }
  }

  private static void requireWord(String word) {
    if (word.isEmpty() || word.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      throw new FormatProblem("a name or URL in a policy is one word: \"" + word + "\"");
    }
  }

  private static void requireOnce(List<String> keys, String what, String which) {
    if (new HashSet<>(keys).size() < keys.size()) {
      throw new FormatProblem("a policy has no " + what + " with the same " + which + " twice");
    }
  }
}
