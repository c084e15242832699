package anbinh.evidence.handover;

import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.SealedFiles;
import anbinh.evidence.collect.Staging;
import anbinh.evidence.upload.FileDigests;
import anbinh.media.mp4.ExportBoxes;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.seal.tree.Hash;
import anbinh.signing.OfficeSigner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Single clips of a package that was received, with a stamp of receipt: signed once more, as the
/// ONVIF Export File Format has it ("repeated signing"), so that a clip that has left its package
/// says by which hand-over it did. The clip in the package stays as it was sealed. Safe for many
/// threads.
@Component
@OnlyWhenServing
public class StampedClips {
  private final HandoverTable table;
  private final SealedFiles sealed;
  private final Staging staging;
  private final OfficeSigner signer;

  StampedClips(HandoverTable table, SealedFiles sealed, Staging staging, OfficeSigner signer) {
    this.table = table;
    this.sealed = sealed;
    this.staging = staging;
    this.signer = signer;
  }

  /// What can be stamped: nothing before there is a receipt, of a package that was deleted, or with
  /// a key that cannot sign clips.
  public List<Extraction.File> list(Handover handover, Extraction extraction) {
    if (handover.state() != HandoverState.RECEIVED
        || extraction.deletedAt() != null
        || signer.findExportSigner().isEmpty()) {
      return List.of();
    }
    return extraction.files().stream()
        .filter(file -> file.name().startsWith(Extraction.CLIPS))
        .toList();
  }

  /// The clip of this name below [Extraction#CLIPS].
  public Optional<Extraction.File> find(Handover handover, Extraction extraction, String name) {
    return list(handover, extraction).stream()
        .filter(file -> file.name().equals(Extraction.CLIPS + name))
        .findFirst();
  }

  /// Writes a clip with its stamp into a file that the caller deletes.
  public Path write(Handover handover, Extraction extraction, Extraction.File clip)
      throws IOException {
    Path file = staging.scratch();
    try {
      try (InputStream in = sealed.open(extraction.requestId(), clip)) {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      }
      if (!FileDigests.of(file).sha256().equals(clip.sha256())) {
        throw Problem.of(EvidenceProblem.PACKAGE_LOST);
      }
      ExportBoxes.signAgain(
          file, information(handover, extraction), signer.findExportSigner().orElseThrow());
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /// Which receipt the stamp is of; names no person.
  private String information(Handover handover, Extraction extraction) {
    return "package=%s receipt=%d received=%s receipt-sha256=%s"
        .formatted(
            extraction.code(),
            handover.number(),
            handover.endedAt(),
            Hash.sha256(table.getReceipt(handover.id())).hex());
  }
}
