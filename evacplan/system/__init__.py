"""What the app needs of the machine: paths, settings, logs, crash files, one running copy, whole files."""
