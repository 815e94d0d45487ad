"""Files made to do harm, and whether anything gets out."""
