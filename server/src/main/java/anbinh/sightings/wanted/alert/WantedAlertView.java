package anbinh.sightings.wanted.alert;

import anbinh.identity.PersonName;
import anbinh.sightings.dictionary.Alignment;
import anbinh.sightings.wanted.alert.WantedAlert.WantedAlertState;
import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An alert as it is seen. It may always be a misreading.
///
/// @param plate that is wanted
/// @param wantedClass of the entry; null where it says none
/// @param wantedColour likewise
/// @param position of the pass in the stream of sightings
/// @param at when the picture was taken from which the plate was read
/// @param reading what the plate was read as
/// @param steps what became of each character of the plate
/// @param objectClass that was seen; null where it is not known
/// @param colours likewise; none where they are not known
/// @param platePicture JPEG in Base64; null where there is none
record WantedAlertView(
    UUID id,
    UUID wantedId,
    String wantedCode,
    String plate,
    @Nullable ObjectClass wantedClass,
    @Nullable Colour wantedColour,
    long position,
    UUID cameraId,
    String cameraCode,
    String cameraName,
    UUID areaId,
    String areaName,
    Instant at,
    String reading,
    List<Alignment.Step> steps,
    @Nullable ObjectClass objectClass,
    Set<Colour> colours,
    @Nullable String platePicture,
    Instant raisedAt,
    Instant expiresAt,
    WantedAlertState state,
    @Nullable AcknowledgementView acknowledgement) {
  WantedAlertView {
    steps = List.copyOf(steps);
    colours = Set.copyOf(colours);
  }

  record AcknowledgementView(@Nullable WantedFinding finding, PersonName by, Instant at) {}
}
