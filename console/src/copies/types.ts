import type * as Api from '#api';

/** A part of a picture, in parts of its width and height from the top left. */
export type Box = Api.EvidenceBox;

/** One box over time: straight from one key position to the next. */
export type Track = Api.EvidenceTrack;

export type CoverMode = 'REVEAL' | 'COVER';
export type CoverFill = 'CELLS' | 'SOLID';
export const copyReasons = ['THIRD_PERSONS', 'CHILD', 'VICTIM', 'WITNESS', 'PRIVATE_PLACE', 'OTHERS_DATA'] as const;
/** A video of a sealed package. `original` says whether what is shown is the video itself. */
export type Master = Api.EvidenceMasterView;
export type VideoCopy = Api.EvidenceCopyView;
export type Copies = Api.EvidenceCopiesView;

/** The sealed videos of a package by camera, with gaps and passes at their places. */
export type PackageVideosAnswer = Api.EvidenceVideosView;
export type CameraVideos = Api.EvidenceCameraVideos;
export type PackagedVideo = Api.EvidencePackagedVideo;
