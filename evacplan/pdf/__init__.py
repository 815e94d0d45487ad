"""The paper: a View becomes a PDF. ReportLab and HarfBuzz live here only."""
