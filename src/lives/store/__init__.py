"""The archive on disk: captures, the decision chain, the tables."""
