package anbinh.seal.verify;

import anbinh.seal.FormatProblem;
import anbinh.seal.figures.CountOf;
import anbinh.seal.figures.Counts;
import anbinh.seal.figures.FiguresCheck;
import anbinh.seal.figures.FiguresCheck.Finding;
import anbinh.seal.figures.FiguresCheck.Report;
import anbinh.seal.json.Json;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.text.Messages;
import anbinh.seal.tree.RunningRoot;
import anbinh.seal.tree.TilePath;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// `verify --figures --key KEY --log FOLDER|ADDRESS`: counts a log again and says whether the
/// figures that its entries publish are what it counts.
///
/// Every entry is hashed, and all together must lead to the root that the log's key signed; before
/// that is known nothing is said about figures. Exit codes: 0 they agree, 1 a figure differs, or
/// entries were left out or changed, 2 not a log, 3 nothing is published yet, 4 not signed by a key
/// that was given, 74 cannot be read.
final class FiguresCommand {
  private static final int MALFORMED = 2;
  private static final int UNREADABLE = 74;

  private final PrintStream out;
  private final PrintStream err;
  private final Messages messages;

  FiguresCommand(PrintStream out, PrintStream err, Messages messages) {
    this.out = out;
    this.err = err;
    this.messages = messages;
  }

  private enum Answer {
    AGREE(0),
    DIFFER(1),
    ROOT_DIFFERS(1),
    NOTHING_PUBLISHED(3),
    UNKNOWN_KEY(4);

    private final int exitCode;

    Answer(int exitCode) {
      this.exitCode = exitCode;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  int run(String log, List<VerifierKey> trusted, boolean json) {
    try {
      LogSource source = new LogSource(log);
      SignedCheckpoint head = source.checkpoint();
      FiguresCheck check = new FiguresCheck();
      Answer answer =
          Comparison.isSigned(head, trusted)
              ? count(source, head.checkpoint(), check)
              : Answer.UNKNOWN_KEY;
      Report report = check.report();
      if (json) {
        out.write(json(answer, head.checkpoint(), report).canonical());
        out.println();
      } else {
        write(answer, head.checkpoint(), report);
      }
      return answer.exitCode;
    } catch (FormatProblem e) {
      return failed(log, String.valueOf(e.getMessage()), MALFORMED);
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      return failed(log, e.toString(), UNREADABLE);
    }
  }

  private int failed(String log, String why, int code) {
    err.println(messages.text("error.log", VerdictText.visible(log), VerdictText.visible(why)));
    return code;
  }

  private static Answer count(LogSource source, Checkpoint head, FiguresCheck check)
      throws IOException {
    RunningRoot root = new RunningRoot();
    for (long bundle = 0; bundle * TilePath.WIDTH < head.size(); bundle++) {
      for (byte[] entry : source.bundle(bundle, head.size())) {
        root.add(entry);
        check.add(entry);
      }
    }
    if (!root.root().equals(head.root())) {
      return Answer.ROOT_DIFFERS;
    }
    Report report = check.report();
    if (!report.findings().isEmpty()) {
      return Answer.DIFFER;
    }
    return report.through() == null ? Answer.NOTHING_PUBLISHED : Answer.AGREE;
  }

  private void write(Answer answer, Checkpoint head, Report report) {
    LocalDate through = report.through();
    out.println(
        messages.text(
            "figures." + answer.code(),
            through == null ? "…" : messages.machine(through.toString()),
            messages.machine(Long.toString(report.size())),
            messages.machine(VerdictText.visible(head.origin())),
            Integer.toString(report.publications())));
    if (answer == Answer.UNKNOWN_KEY || answer == Answer.ROOT_DIFFERS) {
      return;
    }
    report.findings().forEach(each -> out.println("  " + finding(each)));
    years(report)
        .forEach((year, counts) -> {
          out.println(
              "  " + messages.text("figures.year", messages.machine(Integer.toString(year))));
          counts.forEach((what, count) -> line(what, count));
        });
    cameras(report).forEach(this::line);
    if (report.unpublished() > 0) {
      out.println(
          "  " + messages.text("figures.unpublished", Integer.toString(report.unpublished())));
    }
  }

  private void line(CountOf what, long count) {
    out.println("    " + name(what) + ": " + messages.machine(Long.toString(count)));
  }

  private String finding(Finding finding) {
    String entry = messages.machine(Long.toString(finding.index()));
    LocalDate day = finding.day();
    CountOf what = finding.what();
    return switch (finding.kind()) {
      case OTHER_FIGURE ->
          messages.text(
              "figures.other",
              entry,
              day == null ? "" : messages.machine(day.toString()),
              what == null ? "" : name(what),
              messages.machine(Long.toString(finding.counted())),
              messages.machine(Long.toString(finding.published())));
      case LEFT_OUT ->
          messages.text(
              "figures.left-out",
              entry,
              messages.machine(Long.toString(finding.counted())),
              messages.machine(Long.toString(finding.published())));
      case UNREADABLE -> messages.text("figures.unreadable", entry);
    };
  }

  private String name(CountOf what) {
    return messages.text("count." + what.name());
  }

  private static boolean isCameras(CountOf what) {
    return what == CountOf.CONNECTED_CAMERAS || what == CountOf.COMMUNITY_CAMERAS;
  }

  private static Map<Integer, Map<CountOf, Long>> years(Report report) {
    Map<Integer, Map<CountOf, Long>> years = new TreeMap<>();
    report
        .counted()
        .forEach((day, counts) ->
            counts.forEach((what, count) -> {
              if (!isCameras(what)) {
                years
                    .computeIfAbsent(day.getYear(), _ -> new EnumMap<>(CountOf.class))
                    .merge(what, count, Long::sum);
              }
            }));
    return years;
  }

  private static Map<CountOf, Long> cameras(Report report) {
    Map<CountOf, Long> cameras = new EnumMap<>(CountOf.class);
    report
        .counted()
        .values()
        .forEach(counts ->
            counts.forEach((what, count) -> {
              if (isCameras(what)) {
                cameras.merge(what, count, Long::sum);
              }
            }));
    return cameras;
  }

  private Json.Obj json(Answer answer, Checkpoint head, Report report) {
    boolean counted = answer != Answer.UNKNOWN_KEY && answer != Answer.ROOT_DIFFERS;
    Map<String, Json> members = new TreeMap<>();
    members.put("format", Json.of("anbinh.figures/1"));
    members.put("answer", Json.of(answer.code().replace('_', '-')));
    members.put("origin", Json.of(head.origin()));
    members.put("treeSize", Json.of(head.size()));
    if (counted) {
      LocalDate through = report.through();
      members.put("publications", Json.of(report.publications()));
      members.put("through", through == null ? new Json.Null() : Json.of(through.toString()));
      members.put("unpublished", Json.of(report.unpublished()));
      members.put(
          "findings", new Json.Arr(report.findings().stream().map(FiguresCommand::json).toList()));
      members.put("days", Counts.json(report.counted(), true));
    }
    return new Json.Obj(members);
  }

  private static Json json(Finding finding) {
    Map<String, Json> members = new TreeMap<>();
    members.put("kind", Json.of(finding.kind().name()));
    members.put("entry", Json.of(finding.index()));
    LocalDate day = finding.day();
    CountOf what = finding.what();
    if (day != null && what != null) {
      members.put("day", Json.of(day.toString()));
      members.put("what", Json.of(what.name()));
    }
    if (finding.kind() != FiguresCheck.Kind.UNREADABLE) {
      members.put("counted", Json.of(finding.counted()));
      members.put("published", Json.of(finding.published()));
    }
    return new Json.Obj(members);
  }
}
