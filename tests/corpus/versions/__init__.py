"""Stories written to find out how well versions are told from different stories."""
