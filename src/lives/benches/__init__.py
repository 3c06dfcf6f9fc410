"""Measured against limits and earlier versions: same data, same run."""
