"""The program Trực Ban: both roof (`app`, `cli`) and floor (`domain`) live under this name."""
