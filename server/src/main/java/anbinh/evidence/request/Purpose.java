package anbinh.evidence.request;

/// The closed list of purposes for which footage may be asked.
public enum Purpose {
  IDENTIFY_VEHICLE,
  IDENTIFY_SUSPECT,
  ESTABLISH_FACTS,
  VERIFY_REPORT,
  FIND_MISSING_PERSON,
  RECOVER_PROPERTY
}
