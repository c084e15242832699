package anbinh.team;

/// Where somebody in a team comes from (Law 30/2023/QH15, art. 14.1).
public enum Origin {
  /// Bảo vệ dân phố.
  CIVIL_DEFENCE,
  /// Công an xã bán chuyên trách.
  PART_TIME_POLICE,
  /// Head or deputy of dân phòng.
  MILITIA_GUARD,
  RECRUITED
}
