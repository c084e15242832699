package anbinh.evidence.upload;

import anbinh.evidence.owner.OwnerRequest;
import anbinh.platform.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What owners uploaded, in memory and in a real quarantine; UploadsIT sends files.
public final class FakeUploads extends Uploads {
  private final List<Upload> uploads = new ArrayList<>();
  private final Quarantine quarantine;

  @SuppressWarnings("NullAway") // there is no table
  public FakeUploads(DataFolder data) {
    super(null, null, null, null, null, null, null);
    quarantine = new Quarantine(data);
  }

  public Quarantine quarantine() {
    return quarantine;
  }

  /// Puts a file into the quarantine.
  ///
  /// @param upload with the digests that were noted when it was accepted
  public void add(Upload upload, byte[] content) throws IOException {
    uploads.add(upload);
    quarantine.create(upload.id());
    Files.write(quarantine.file(upload.id()), content);
  }

  /// The digests of some content.
  public FileDigests digests(byte[] content) throws IOException {
    UUID id = UUID.randomUUID();
    quarantine.create(id);
    Files.write(quarantine.file(id), content);
    FileDigests digests = FileDigests.of(quarantine.file(id));
    quarantine.erase(id);
    return digests;
  }

  @Override
  public List<Upload> list(OwnerRequest ask) {
    return List.copyOf(uploads);
  }
}
