"""Start evacplan."""

from evacplan.cli import main

raise SystemExit(main())
