package anbinh.sightings.onvif;

import java.util.List;

/// What is read of one document.
///
/// @param passedOver how many notifications tell of nothing that is kept, such as motion
record MetadataDocument(List<MetadataFrame> frames, int passedOver) {
  MetadataDocument {
    frames = List.copyOf(frames);
  }
}
