package anbinh.evidence.web.custody;

import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.collect.Staging;
import anbinh.platform.Problem;
import anbinh.platform.http.ByteRange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Sends a sealed package, whole or a range of it.
@Component
class PackageSender {
  private final ExtractionTable extractions;
  private final Staging staging;

  PackageSender(ExtractionTable extractions, Staging staging) {
    this.extractions = extractions;
    this.staging = staging;
  }

  /// What went out.
  record Sent(Extraction extraction, ByteRange range) {}

  /// @return empty when nothing was to be sent, as to HEAD
  Optional<Sent> send(UUID requestId, HttpServletRequest asked, HttpServletResponse answer)
      throws IOException {
    Opened opened = open(requestId, true);
    Extraction extraction = opened.extraction();
    try (FileChannel source = opened.source()) {
      answer.setHeader(
          "Content-Disposition", "attachment; filename=\"" + extraction.code() + ".zip\"");
      Optional<ByteRange> range =
          ByteRange.writeHead(
              asked,
              answer,
              "application/zip",
              "\"" + extraction.sha256() + "\"",
              extraction.bytes());
      if (range.isPresent()) {
        send(source, range.get(), answer);
      }
      return range.map(sent -> new Sent(extraction, sent));
    }
  }

  private record Opened(Extraction extraction, FileChannel source) {}

  /// The package as it is now. Something may be put beside its seal at this moment, and its file be
  /// another one: then it is looked for once more. An open file stays readable.
  private Opened open(UUID id, boolean again) throws IOException {
    Extraction extraction = extractions.getKept(id);
    FileChannel source;
    try {
      source = FileChannel.open(staging.packageFile(extraction), StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      if (again) {
        return open(id, false);
      }
      throw Problem.of(EvidenceProblem.PACKAGE_LOST);
    }
    if (source.size() != extraction.bytes()) {
      source.close();
      throw Problem.of(EvidenceProblem.PACKAGE_LOST);
    }
    return new Opened(extraction, source);
  }

  private static void send(FileChannel source, ByteRange range, HttpServletResponse answer)
      throws IOException {
    WritableByteChannel out = Channels.newChannel(answer.getOutputStream());
    long at = range.start();
    while (at < range.end()) {
      long count = source.transferTo(at, Math.min(range.end() - at, 1 << 20), out);
      if (count <= 0) {
        throw new IOException("the package ends at " + at);
      }
      at += count;
    }
    answer.flushBuffer();
  }
}
