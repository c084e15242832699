package anbinh.vision;

/// What passed, as far as shape, plate and detector tell.
public enum ObjectClass {
  MOTORBIKE,
  CAR,
  VAN,
  TRUCK,
  BUS,
  BICYCLE,
  PERSON,
  OTHER
}
