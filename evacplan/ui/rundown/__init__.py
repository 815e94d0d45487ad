"""The run-down below the page of power: circumstances, three operations, the chart and its words."""
